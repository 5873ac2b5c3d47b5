import { createPrivateKey, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOfItsTime, signerOf } from "../../src/partner/signed-by.ts";
import { canonicalJson, signStatement } from "../../src/partner/statement.ts";
import { JWS, OTHER_KEY, RFC_8037_KEY, STATEMENT, signingKey } from "./a-statement.ts";

const { publicKey } = await signingKey();
const other = await signingKey(OTHER_KEY);
const [HEADER = "", , SIGNATURE = ""] = JWS.split(".");

const base64url = (text: string): string => Buffer.from(text).toString("base64url");

/** A detached JWS of `STATEMENT` with a header of one's own, signed with the newsroom's key. */
function signedUnder(header: object, payload: string = base64url(canonicalJson(STATEMENT))): string {
  const encoded = base64url(JSON.stringify(header));
  const key = createPrivateKey({ key: Buffer.from(RFC_8037_KEY, "base64"), format: "der", type: "pkcs8" });
  return `${encoded}..${sign(null, Buffer.from(`${encoded}.${payload}`), key).toString("base64url")}`;
}

describe("a signed statement", () => {
  it.each([
    ["the key", [publicKey]],
    ["the key among others", [other.publicKey, publicKey]],
  ])("is recognised by %s", async (_, keys) =>
    expect(await signerOf({ statement: STATEMENT, jws: JWS }, keys)).not.toBeNull(),
  );

  it("is recognised after it went over the wire, its fields in any order", async () => {
    const { statement, jws } = JSON.parse(JSON.stringify(await signStatement(STATEMENT, other)));
    const turned = Object.fromEntries(Object.entries(statement).reverse()) as typeof statement;
    expect(await signerOf({ statement: turned, jws }, [other.publicKey])).not.toBeNull();
  });

  it.each<[string, object]>([
    ["another article", { article: "other" }],
    ["more", { note: "added" }],
    ["less", { waiting: undefined }],
    ["another issuer", { issuer: "The Other Gazette" }],
    ["a lone surrogate, which has no canonical form (RFC 8785 §3.2.2.2)", { issuer: "\ud800" }],
  ])("is nobody's when it says %s", async (_, change) =>
    expect(await signerOf({ statement: { ...STATEMENT, ...change }, jws: JWS }, [publicKey])).toBeNull(),
  );

  it.each([
    ["no key", []],
    ["another key", [other.publicKey]],
    ["another key that took its name", [{ ...other.publicKey, kid: publicKey.kid }]],
    ["its key under another name", [{ ...publicKey, kid: other.publicKey.kid }]],
    ["what is no key", [{ ...publicKey, x: "AAAA" }]],
  ])("is nobody's to a set of %s", async (_, keys) =>
    expect(await signerOf({ statement: STATEMENT, jws: JWS }, keys)).toBeNull(),
  );

  it.each([
    ["nothing", ""],
    ["one part", HEADER],
    ["no signature", `${HEADER}..`],
    ["a payload of its own, attached", `${HEADER}.${base64url(canonicalJson(STATEMENT))}.${SIGNATURE}`],
    ["a fourth part", `${JWS}.`],
    ["a signature cut short", JWS.slice(0, -4)],
    ["a signature with more behind it", `${JWS}AAAA`],
    ["a signature of zeros", `${HEADER}..${"A".repeat(86)}`],
    ["a signature of the same bytes, written otherwise (RFC 4648 §3.5)", `${JWS.slice(0, -1)}B`],
    ["a signature with a line end in it", `${HEADER}..${SIGNATURE.slice(0, 9)}\n${SIGNATURE.slice(9)}`],
    ["a header that is no JSON", `${base64url("{")}..${SIGNATURE}`],
    ["a header that is no object", `${base64url("null")}..${SIGNATURE}`],
  ])("is nobody's with a JWS of %s", async (_, jws) =>
    expect(await signerOf({ statement: STATEMENT, jws }, [publicKey])).toBeNull(),
  );

  const { kid } = publicKey;
  it("is recognised under a header that only writes its fields in another order", async () =>
    expect(
      await signerOf({ statement: STATEMENT, jws: signedUnder({ kid, alg: "EdDSA" }) }, [publicKey]),
    ).not.toBeNull());

  it.each([
    ["no algorithm", { kid }],
    ["no signature's algorithm (RFC 7515 §8.5)", { alg: "none", kid }],
    ["an algorithm of shared secrets", { alg: "HS256", kid }],
    ["no key id", { alg: "EdDSA" }],
    ["an extension nobody knows (RFC 7515 §4.1.11)", { alg: "EdDSA", kid, crit: ["exp"], exp: 1 }],
  ])("is nobody's under a header with %s, though the right key signed it", async (_, header) =>
    expect(await signerOf({ statement: STATEMENT, jws: signedUnder(header) }, [publicKey])).toBeNull(),
  );

  it("is nobody's where a character of its JWS is another, and reading it never throws", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(JWS.length - 1), fc.string({ maxLength: 3, unit: "binary" }), async (at, text) => {
        const jws = JWS.slice(0, at) + text + JWS.slice(at + 1);
        fc.pre(jws !== JWS);
        expect(await signerOf({ statement: STATEMENT, jws }, [publicKey])).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

describe("a key's time", () => {
  const [since, until] = ["2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"];
  const key = { ...publicKey, nbf: Date.parse(since) / 1000, exp: Date.parse(until) / 1000 };

  it.each([
    ["before it", "2026-02-28T23:59:59.999Z", false],
    ["its first moment", since, true],
    ["amid it", "2026-03-15T12:00:00.500Z", true],
    ["its last moment", until, true],
    ["after it", "2026-04-01T00:00:00.001Z", false],
    ["no time", "soon", false],
  ])("covers what was issued then, or not: %s", (_, at, covered) => expect(isOfItsTime(at, key)).toBe(covered));

  it("has no end while it signs, and no beginning where nobody knows it", () => {
    expect(isOfItsTime("2099-01-01T00:00:00Z", { ...key, exp: undefined })).toBe(true);
    expect(isOfItsTime("1999-01-01T00:00:00Z", { ...key, nbf: undefined })).toBe(true);
  });
});
