import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isOfItsTime, signerOf } from "../../../src/partner/signed-by.ts";
import { type PublicKey, readSigningKey, type SignedStatement, signStatement } from "../../../src/partner/statement.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { article, FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { newSigningKey } from "../signing-key.ts";

const HOUR = 3_600_000;
const [OLD, NEW] = [newSigningKey(), newSigningKey()];

let room: Newsroom;

beforeEach(async () => {
  startClock(Date.UTC(2026, 5, 1, 12));
  room = await withKey(OLD);
  await room.put(article("a"));
});
afterEach(() => void vi.useRealTimers());

/** The newsroom as it runs with a signing key, on the store that there is. */
const withKey = (signingKey: string, keep = false) => newsroom(FEEDS, SITE, { secrets: { signingKey } }, { keep });

const statement = async () =>
  (await (await room.request("GET", "/api/articles/a/receipts/statement")).json()) as SignedStatement;

async function published(): Promise<PublicKey[]> {
  const answer = await room.request("GET", "/.well-known/wireproof-keys.json", undefined, { authorization: "" });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { keys: PublicKey[] }).keys;
}

async function isProved(signed: SignedStatement): Promise<boolean> {
  const key = await signerOf(signed, await published());
  return key !== null && isOfItsTime(signed.statement.issued_at, key);
}

describe("a signing key that takes another's place", () => {
  it("leaves statements of the one before to be checked, and nobody has to do anything for it", async () => {
    const old = await statement();
    pass(HOUR);
    room = await withKey(NEW, true);
    const fresh = await statement();
    expect([await isProved(old), await isProved(fresh)]).toEqual([true, true]);
    expect((await published()).map(({ nbf, exp }) => [nbf, exp])).toEqual([
      [undefined, Date.UTC(2026, 5, 1, 13) / 1000],
      [Date.UTC(2026, 5, 1, 13) / 1000, undefined],
    ]);
  });

  it("does so where the one before had signed nothing since it was kept: the sweep has seen it", async () => {
    await room.sweep();
    pass(HOUR);
    room = await withKey(NEW, true);
    expect(await published()).toHaveLength(2);
  });

  it("lets nothing be believed that the one before signs later, whoever has it by then", async () => {
    const { statement: said } = await statement();
    room = await withKey(NEW, true);
    await published();
    pass(HOUR);
    const stolen = await readSigningKey(OLD);
    if (!stolen) throw new Error("no key");
    const forged = await signStatement({ ...said, issued_at: new Date().toISOString() }, stolen);
    expect([(await signerOf(forged, await published())) !== null, await isProved(forged)]).toEqual([true, false]);
  });
});
