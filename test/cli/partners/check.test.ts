import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkFile } from "../../../src/cli/partners/check.ts";
import type { ServiceAnswer } from "../../../src/cli/service.ts";
import { type SignedStatement, type SigningKey, signStatement } from "../../../src/partner/statement.ts";
import { STATEMENT, signingKey } from "../../partner/a-statement.ts";

let folder = "";
let key: SigningKey;
let signed: SignedStatement;
let keys: ServiceAnswer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-check-"));
  key = await signingKey();
  const report = { ...STATEMENT, article: "story" };
  signed = await signStatement(
    { ...report, issuer: "The Gazette", issued_at: "2026-03-03T00:00:00Z", url: "https://gazette.example/" },
    key,
  );
  keys = answer(200, { keys: [key.publicKey] });
});
afterAll(() => rm(folder, { recursive: true }));

const answer = (status: number, body: unknown): ServiceAnswer => ({ status, text: JSON.stringify(body) ?? "", body });

/** Whether a file of these bytes is genuine to a service of these keys; or why not, or why that cannot be said. */
async function check(text: string | Uint8Array, published = keys): Promise<unknown> {
  const file = join(folder, "statement.json");
  await writeFile(file, text);
  const asked: string[] = [];
  const ask = async (method: string, path: string) => {
    asked.push(`${method} ${path}`);
    return published;
  };
  const result = await checkFile(file, { ask }).then(
    (checked) => (checked.status === "genuine" ? true : checked.why),
    (error: Error) => error.message.replace(file, "FILE"),
  );
  return asked.length === 0 ? { unasked: result } : result;
}

const NOBODY = "no key of its has signed this";

describe("checkFile", () => {
  it("knows a statement again that the service signed, however its file is laid out", async () => {
    expect(await check(JSON.stringify(signed))).toBe(true);
    expect(await check(`\n${JSON.stringify({ jws: signed.jws, statement: signed.statement }, null, 4)}\n`)).toBe(true);
  });

  it("does not take a statement that was changed", async () => {
    const { jws, statement } = signed;
    expect(await check(JSON.stringify({ jws, statement: { ...statement, article: "other" } }))).toBe(NOBODY);
    expect(await check(JSON.stringify({ jws, statement: { ...statement, more: 1 } }))).toBe(NOBODY);
    expect(await check(JSON.stringify({ statement, jws: `${jws.slice(0, -4)}AAAA` }))).toBe(NOBODY);
  });

  it.each<[string, (whole: string) => string, string]>([
    ["a second statement", (whole) => whole.replace("{", '{"statement":{"article":"other"},'), '"statement" repeats'],
    [
      "one under a name written otherwise",
      (whole) => whole.replace("{", '{"st\\u0061tement":{},'),
      "repeats in an object",
    ],
    [
      "a member twice within it",
      (whole) => whole.replace('{"article"', '{"article":"other","article"'),
      '"article" repeats',
    ],
    ["a member beside it", (whole) => whole.replace("{", '{"note":"all good",'), 'no signature covers "note"'],
    ["an unprotected header", (whole) => whole.replace("{", '{"header":{"kid":"x"},'), 'no signature covers "header"'],
    [
      "digits that do not count",
      (whole) => whole.replace('"edition":7', '"edition":7.0000000000000000001'),
      "signed as 7",
    ],
    ["a number written otherwise", (whole) => whole.replace('"edition":7', '"edition":0.7e1'), "0.7e1 was signed as 7"],
  ])("refuses %s, which no signature covers", async (_, change, why) => {
    const whole = JSON.stringify(signed);
    expect(await check(whole)).toBe(true);
    expect(change(whole)).not.toBe(whole);
    expect(await check(change(whole))).toEqual({ unasked: expect.stringContaining(why) });
  });

  it("refuses a header with a name twice, though it is signed (RFC 7515 §4)", async () => {
    const { kid } = key.publicKey;
    const header = Buffer.from(`{"alg":"EdDSA","kid":"${kid}","kid":"${kid}"}`).toString("base64url");
    const jws = signed.jws.replace(/^[^.]+/, header);
    expect(await check(JSON.stringify({ ...signed, jws }))).toEqual({
      unasked: expect.stringContaining('"kid" repeats'),
    });
  });

  it("knows a statement of a key that has been replaced, by the time in which that signed", async () => {
    const at = (time: string) => Date.parse(time) / 1000;
    const since = (nbf: string, exp: string) =>
      answer(200, {
        keys: [
          { ...key.publicKey, kid: "new" },
          { ...key.publicKey, nbf: at(nbf), exp: at(exp) },
        ],
      });
    expect(await check(JSON.stringify(signed), since("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"))).toBe(true);
    expect(await check(JSON.stringify(signed), since("2026-03-04T00:00:00Z", "2026-04-01T00:00:00Z"))).toBe(
      "of 2026-03-03T00:00:00Z, its key signed from 2026-03-04T00:00:00.000Z to 2026-04-01T00:00:00.000Z",
    );
  });

  it("does not take one that another key signed", async () =>
    expect(await check(JSON.stringify(signed), answer(200, { keys: [] }))).toBe(NOBODY));

  it.each<[string, string | Uint8Array]>([
    ["no JSON", "wp_0a_secret"],
    ["nothing", ""],
    ["a list", "[]"],
    ["more behind the statement", '{"statement":{},"jws":"a..b"} {}'],
    ["bytes that are no UTF-8", Uint8Array.from([0x7b, 0xff, 0x7d])],
    ["a statement without a signature", '{"statement":{}}'],
    ["a signature without a statement", '{"jws":"a..b"}'],
    ["a statement that is text", '{"statement":"x","jws":"a..b"}'],
  ])("asks for no key where the file holds %s", async (_, text) =>
    expect(await check(text)).toEqual({ unasked: "FILE holds no signed statement" }),
  );

  it("says which file it cannot read", async () => {
    const ask = () => Promise.reject(new Error("asked"));
    await expect(checkFile(join(folder, "gone.json"), { ask })).rejects.toThrow(/ENOENT.*gone\.json/);
  });

  it.each([
    ["has no keys", answer(404, { detail: "No key." }), "answered 404: No key."],
    ["is another server", answer(200, undefined), "answered 200, but not as a Wireproof service does"],
    ["gives keys of another kind", answer(200, { keys: {} }), "answered 200, but not as a Wireproof service does"],
  ])("does not say that a statement is wrong where the service %s", async (_, published, told) =>
    expect(await check(JSON.stringify(signed), published)).toBe(`GET /.well-known/wireproof-keys.json ${told}`),
  );
});
