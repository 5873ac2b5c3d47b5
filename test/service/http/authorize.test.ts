import fc from "fast-check";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { authorize, isSameSecret } from "../../../src/service/http/authorize.ts";

const TOKEN = "a-long-token";

async function ask(authorization: string | null, token: string | null = TOKEN) {
  const app = new Hono().use("*", authorize(token ?? undefined)).get("/", (c) => c.text("in"));
  const response = await app.request("/", { headers: authorization === null ? {} : { authorization } });
  return { status: response.status, challenge: response.headers.get("www-authenticate") };
}

describe("the newsroom's token (RFC 6750 §2.1)", () => {
  it.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`, `BEARER   ${TOKEN}`])("opens the API: %s", async (authorization) => {
    expect(await ask(authorization)).toEqual({ status: 200, challenge: null });
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
    expect(await ask(authorization)).toEqual({ status: 401, challenge: 'Bearer realm="wireproof"' });
  });

  it.each(["nope", `${TOKEN}x`, TOKEN.slice(1), TOKEN.toUpperCase(), `"${TOKEN}"`])(
    "is another than %s: the challenge says so (RFC 6750 §3.1)",
    async (token) => {
      expect(await ask(`Bearer ${token}`)).toEqual({
        ...{ status: 401, challenge: 'Bearer realm="wireproof", error="invalid_token"' },
      });
    },
  );

  it.each([null, ""])("that is not set (%j) opens nothing, whatever is sent", async (token) => {
    for (const authorization of [null, "Bearer undefined", "Bearer ", "Bearer x"])
      expect((await ask(authorization, token)).status).toBe(401);
  });

  it("is asked for with a problem (RFC 9457)", async () => {
    const app = new Hono().use("*", authorize(TOKEN));
    const response = await app.request("/");
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
