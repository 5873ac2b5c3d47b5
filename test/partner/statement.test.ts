import { verify as verifySignature } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, readSigningKey, signStatement } from "../../src/partner/statement.ts";
import { JWS, RFC_8037_KEY, STATEMENT, signingKey } from "./a-statement.ts";

describe("a statement's bytes", () => {
  it("are canonical JSON (RFC 8785 §3.2)", () => {
    expect(canonicalJson({ b: [1, { d: "é\n", c: undefined }], a: null, "\u{1F600}": true, "\uFB33": 1 })).toBe(
      '{"a":null,"b":[1,{"d":"é\\n"}],"\u{1F600}":true,"\uFB33":1}',
    );
  });

  it("are those of the example in RFC 8785 §3.2.3 and §3.2.4", () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(input))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("do not depend on the order in which fields were set, and say the same as the JSON they were made of", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it.each([
    ["a lone surrogate (RFC 8785 §3.2.2.2)", { title: "\ud800" }],
    ["a lone surrogate in a name", { "\udc00": 1 }],
    ["no number (RFC 8785 §3.2.2.3)", { edition: Number.NaN }],
    ["no end", { edition: Number.POSITIVE_INFINITY }],
    ["nothing at all", undefined],
  ])("cannot be made of %s", (_, value) => expect(() => canonicalJson(value)).toThrow());
});

/** The same value, the fields of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).reverse();
  return Object.fromEntries(fields.map(([name, field]) => [name, reversed(field)]));
}

describe("a signing key", () => {
  const PUBLIC = {
    kty: "OKP",
    crv: "Ed25519",
    x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    kid: "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    use: "sig",
    alg: "EdDSA",
  };

  it("has the public key and thumbprint of RFC 8037 Appendix A.1 to A.3, and no part of the private one", async () =>
    expect((await signingKey()).publicKey).toEqual(PUBLIC));

  it.each([
    ["PEM (RFC 7468 §10)", `-----BEGIN PRIVATE KEY-----\n${RFC_8037_KEY}\n-----END PRIVATE KEY-----\n`],
    [
      "PEM with the line ends of Windows",
      `-----BEGIN PRIVATE KEY-----\r\n${RFC_8037_KEY}\r\n-----END PRIVATE KEY-----`,
    ],
    [
      "PEM that lost its line ends in an environment variable",
      `-----BEGIN PRIVATE KEY----- ${RFC_8037_KEY} -----END PRIVATE KEY-----`,
    ],
    ["base64 alone", RFC_8037_KEY],
    ["base64 in two lines", `${RFC_8037_KEY.slice(0, 32)}\n  ${RFC_8037_KEY.slice(32)}\n`],
  ])("is read from %s", async (_, text) => expect((await readSigningKey(text))?.publicKey).toEqual(PUBLIC));

  it.each([
    ["nothing", ""],
    ["words", "nonsense"],
    ["a part of a key", RFC_8037_KEY.slice(4)],
    ["half a key", RFC_8037_KEY.slice(0, 40)],
    // RFC 8410 §10.1 has this public key; nobody can sign with one.
    ["a public key", "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE="],
    ["a key that only agrees on keys (X25519)", RFC_8037_KEY.replace("K2Vw", "K2Vu")],
  ])("is not read from %s", async (_, text) => expect(await readSigningKey(text)).toBeNull());
});

describe("signing a statement", () => {
  it("gives the same detached JWS for the same key and statement, whichever code signs (RFC 7515 Appendix F)", async () => {
    expect(await signStatement(STATEMENT, await signingKey())).toEqual({ statement: STATEMENT, jws: JWS });
  });

  it("signs header and payload as RFC 7515 §5.1 puts them together, which any program can check", async () => {
    const { publicKey } = await signingKey();
    const [header = "", payload, signature = ""] = JWS.split(".");
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual({ alg: "EdDSA", kid: publicKey.kid });
    expect(payload).toBe("");
    const signed = `${header}.${Buffer.from(canonicalJson(STATEMENT)).toString("base64url")}`;
    const key = { key: { kty: publicKey.kty, crv: publicKey.crv, x: publicKey.x }, format: "jwk" } as const;
    expect(verifySignature(null, Buffer.from(signed), key, Buffer.from(signature, "base64url"))).toBe(true);
  });
});
