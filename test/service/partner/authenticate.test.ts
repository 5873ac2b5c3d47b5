import { beforeEach, describe, expect, it } from "vitest";
import type { Home } from "../../../src/service/home.ts";
import { MAX_REFUSALS, Strangers } from "../../../src/service/http/strangers.ts";
import { Authenticator } from "../../../src/service/partner/authenticate.ts";
import type { KeyCheck, KnownKeys } from "../../../src/service/partner/known-keys.ts";
import { homeOn } from "../newsroom.ts";
import { KEY, keyRecord } from "./key-record.ts";

const NOON = Date.UTC(2026, 5, 1, 12);
const GOOD: KeyCheck = { status: "good", key: keyRecord() };

/** What the keys say, and how often they were asked. */
let keys: Pick<KnownKeys, "known" | "check"> & { asked: number; hot: boolean; answer: KeyCheck };
let strangers: Strangers;
let address: string | null;

beforeEach(() => {
  address = "192.0.2.1";
  strangers = new Strangers({ addressOf: () => address }, "key");
  keys = {
    ...{ asked: 0, hot: false, answer: GOOD },
    known: () => (keys.hot && keys.answer.status === "good" ? keys.answer.key : null),
    check: async () => {
      keys.asked += 1;
      return keys.answer;
    },
  };
});

async function ask(authorization?: string, path = "/partner/radio.rss", more: Partial<Home> = {}) {
  const home: Home = { ...homeOn(), secrets: { publishToken: "test-4f9c2e7b1d806a35e7c1" }, ...more };
  const headers = authorization === undefined ? undefined : { authorization };
  const request = new Request(`https://feeds.example${path}`, { headers });
  const caller = await new Authenticator(home, keys, strangers, { note: () => undefined }).authenticate(
    request,
    NOON + 20_000,
  );
  return caller instanceof Response
    ? [caller.status, caller.headers.get("www-authenticate"), caller.headers.get("retry-after")]
    : caller;
}

const CHALLENGE = 'Basic realm="partner", charset="UTF-8", Bearer realm="partner"';

describe("whoever asks", () => {
  it.each([`Bearer ${KEY}`, `Basic ${btoa(`anybody:${KEY}`)}`])(
    "with a good key is its partner: %s",
    async (header) => {
      expect(await ask(header)).toEqual({ as: "partner", key: GOOD.status === "good" && GOOD.key });
    },
  );

  it("with a key in the URL is its partner, where the keys say so", async () => {
    expect(await ask(undefined, `/partner/radio.rss?key=${KEY}`)).toMatchObject({ as: "partner" });
  });

  it("with a known key needs no check", async () => {
    keys.hot = true;
    expect(await ask(`Bearer ${KEY}`)).toMatchObject({ as: "partner" });
    expect(keys.asked).toBe(0);
  });

  it("with nothing is asked for a key, in both schemes, and costs no check (RFC 9110 §11.6.1)", async () => {
    expect([await ask(), keys.asked]).toEqual([[401, CHALLENGE, null], 0]);
  });

  it("with a bad key is told so (RFC 6750 §3.1)", async () => {
    keys.answer = { status: "refused" };
    expect(await ask("Bearer wrong")).toEqual([401, `${CHALLENGE}, error="invalid_token"`, null]);
  });

  it("while no key can be checked is asked to come again, and not counted as a stranger", async () => {
    keys.answer = { status: "unavailable" };
    for (let time = 0; time <= MAX_REFUSALS; time += 1) expect(await ask("Bearer x")).toEqual([503, null, "5"]);
  });
});

describe("the newsroom's own desk", () => {
  beforeEach(() => {
    keys.answer = { status: "refused" };
  });

  it("comes in with the publish token", async () => {
    expect(await ask("Bearer test-4f9c2e7b1d806a35e7c1")).toEqual({ as: "desk" });
    expect(await ask(`Basic ${btoa("desk:test-4f9c2e7b1d806a35e7c1")}`)).toEqual({ as: "desk" });
  });

  it.each([
    ["in the URL", undefined, "/partner/radio.rss?key=test-4f9c2e7b1d806a35e7c1", {}],
    ["where there is none", "Bearer test-4f9c2e7b1d806a35e7c1", "/partner/radio.rss", { secrets: {} }],
    ["where it is empty", "Bearer x", "/partner/radio.rss", { secrets: { publishToken: "" } }],
  ])("does not come in with the token %s", async (_, header, path, more) => {
    expect(await ask(header, path, more)).toEqual([401, `${CHALLENGE}, error="invalid_token"`, null]);
  });
});

describe("an address that has been refused too often in a minute", () => {
  beforeEach(async () => {
    keys.answer = { status: "refused" };
    for (let time = 0; time < MAX_REFUSALS; time += 1) await ask("Bearer wrong");
  });

  it("is told to wait with a key that is none (RFC 6585 §4)", async () => {
    expect(await ask("Bearer wrong")).toEqual([429, null, expect.stringMatching(/^[1-9]\d?$/)]);
  });

  it("is still that of a partner with a good key, seen before or not, and of the desk", async () => {
    expect(await ask("Bearer test-4f9c2e7b1d806a35e7c1")).toEqual({ as: "desk" });
    keys.answer = GOOD;
    expect(await ask(`Bearer ${KEY}`)).toMatchObject({ as: "partner" });
    keys.hot = true;
    expect(await ask(`Bearer ${KEY}`)).toMatchObject({ as: "partner" });
  });

  it("is not told so without a key: there was nothing to guess", async () => {
    expect(await ask()).toEqual([401, CHALLENGE, null]);
  });

  it.each(["192.0.2.2", null])("is not %s", async (other) => {
    address = other;
    expect(await ask("Bearer wrong")).toEqual([401, `${CHALLENGE}, error="invalid_token"`, null]);
  });
});
