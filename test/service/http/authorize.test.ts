import fc from "fast-check";
import { Hono } from "hono";
import { beforeEach, describe, expect, it } from "vitest";
import type { Secrets } from "../../../src/service/home.ts";
import { authorize, isSameSecret } from "../../../src/service/http/authorize.ts";

const TOKEN = "a-long-token";

/** How long strangers have to wait; null: they do not. */
let wait: number | null;
let refused: number;
const strangers = {
  refuse: async () => {
    refused += 1;
    return wait;
  },
};

beforeEach(() => {
  wait = null;
  refused = 0;
});

async function ask(authorization: string | null, secrets: Secrets = { publishToken: TOKEN }, otherToken?: string) {
  const app = new Hono().use("*", authorize({ secrets, otherToken, strangers })).get("/", (c) => c.text("in"));
  const response = await app.request("/", { headers: authorization === null ? {} : { authorization } });
  return { status: response.status, challenge: response.headers.get("www-authenticate"), response };
}

/** What the answer says to people. */
async function told(...asked: Parameters<typeof ask>): Promise<unknown> {
  const { response } = await ask(...asked);
  return ((await response.json()) as { detail: string }).detail;
}

describe("the newsroom's token (RFC 6750 §2.1)", () => {
  it.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`, `BEARER   ${TOKEN}`])("opens the API: %s", async (authorization) => {
    expect(await ask(authorization)).toMatchObject({ status: 200, challenge: null });
  });

  it.each([
    ["no header", null],
    ["an empty header", ""],
    ["the token without its scheme", TOKEN],
    ["another scheme", `Basic ${TOKEN}`],
    ["a scheme that goes on", `Bearers ${TOKEN}`],
    ["no token", "Bearer "],
    ["two tokens", `Bearer ${TOKEN} ${TOKEN}`],
  ])("is asked for where there is %s (RFC 6750 §3)", async (_, authorization) => {
    expect(await ask(authorization)).toMatchObject({ status: 401, challenge: 'Bearer realm="wireproof"' });
  });

  it.each(["nope", `${TOKEN}x`, TOKEN.slice(1), TOKEN.toUpperCase(), `"${TOKEN}"`])(
    "is another than %s: the challenge says so (RFC 6750 §3.1)",
    async (token) => {
      expect(await ask(`Bearer ${token}`)).toMatchObject({
        ...{ status: 401, challenge: 'Bearer realm="wireproof", error="invalid_token"' },
      });
    },
  );

  it.each([undefined, ""])("that is not set (%j) opens nothing, whatever is sent", async (token) => {
    for (const authorization of [null, "Bearer undefined", "Bearer ", "Bearer x"])
      expect((await ask(authorization, { publishToken: token })).status).toBe(401);
  });

  it("that is missing is asked for; that is wrong is told so; that is not sent as Bearer is told how", async () => {
    expect(await told(null)).toBe("Send the publish token or a key: Authorization: Bearer …");
    expect(await told("Bearer nope")).toMatch(/^This is neither the publish token/);
    for (const malformed of [`Basic ${btoa(`desk:${TOKEN}`)}`, TOKEN, "Bearer "])
      expect(await told(malformed)).toMatch(/^The Authorization header is to say Bearer, and after a space/);
  });

  it("that the service has not, or does not take, is told so, whatever is sent", async () => {
    for (const sent of [null, "Bearer nope"]) {
      expect(await told(sent, {})).toBe("Nobody gets in: the service has no PUBLISH_TOKEN.");
      expect(await told(sent, { tokenFault: "is short" })).toBe(
        "Nobody gets in: the service's PUBLISH_TOKEN is short.",
      );
    }
    expect(refused).toBe(0);
  });

  it("is not needed by who has the other one that a door takes", async () => {
    expect((await ask("Bearer other", {}, "other")).status).toBe(200);
    expect((await ask("Bearer wrong", {}, "other")).status).toBe(401);
  });

  it("that is guessed at too often gives 429, and the right one lets in all the same (RFC 6585 §4)", async () => {
    wait = 40;
    const { response, challenge } = await ask("Bearer nope");
    expect([response.status, response.headers.get("retry-after"), challenge]).toEqual([429, "40", null]);
    expect(await response.json()).toMatchObject({ title: "Too many requests" });
    expect([(await ask(`Bearer ${TOKEN}`)).status, (await ask(null)).status, refused]).toEqual([200, 401, 1]);
  });

  it("is asked for with a problem (RFC 9457)", async () => {
    const { response } = await ask(null);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 401, title: "Not signed in" });
  });
});

describe("two secrets", () => {
  it("are the same where they are, whatever they hold and however long they are", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(isSameSecret(a, a)).toBe(true);
        expect(isSameSecret(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
        expect(isSameSecret(a, `${a}x`)).toBe(false);
      }),
    ));
});
