import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presented } from "../../src/partner/credentials.ts";
import { hashKey, isKey, isSameKey, keyId, mintKey } from "../../src/partner/key-format.ts";

describe("a key", () => {
  it("has 256 bits of chance, tells its id, and is told by its hash alone", () => {
    const [one, other] = [mintKey(), mintKey()];
    expect(one.key).toMatch(/^wp_[0-9a-f]{12}_[A-Za-z0-9_-]{43}$/);
    expect(keyId(one.key)).toBe(one.id);
    expect([isKey(one.key, one.hash), isKey(other.key, one.hash), isKey("", one.hash)]).toEqual([true, false, false]);
    expect(one.hash).not.toContain(one.key.slice(16));
    const others = [other.key, "", one.key.slice(1), `${one.key}A`, `A${one.key.slice(1)}`, `${one.key.slice(0, -1)}!`];
    expect(isSameKey(one.key, `${one.key}`)).toBe(true);
    for (const wrong of others) expect(isSameKey(one.key, wrong)).toBe(false);
  });

  it.each([
    ["Basic dXNlcjpwYXNz", "/", { secret: "pass", inUrl: false }],
    ["basic   dXNlcjpwYTpzcw==", "/", { secret: "pa:ss", inUrl: false }],
    ["Basic OnBhc3M=", "/", { secret: "pass", inUrl: false }],
    ["Bearer abc", "/?key=x", { secret: "abc", inUrl: false }],
    ["Bearer", "/?key=x", { secret: "", inUrl: false }],
    ["Digest abc", "/?key=x", { secret: "", inUrl: false }],
    ["Basic a", "/", { secret: "", inUrl: false }],
    [null, "/a?_=1&key=x%2Dy", { secret: "x-y", inUrl: true }],
    [null, "/a?keys=x", null],
    [null, "/a", null],
  ])("is read from %j and %s", (authorization, url, read) =>
    expect(presented(authorization, `https://feeds.example${url}`)).toEqual(read),
  );

  it("is hashed by SHA-256 over its text (FIPS 180-4)", () =>
    expect(hashKey("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));

  const KEY = `wp_0123456789ab_${"Ab-_".repeat(10)}xyz`;

  it("tells the part of it that may be seen", () => expect(keyId(KEY)).toBe("0123456789ab"));

  it.each([
    ["nothing", ""],
    ["another prefix", KEY.replace("wp_", "wq_")],
    ["an id with capital letters", KEY.replace("ab_", "AB_")],
    ["a shorter id", KEY.replace("0123456789ab", "0123456789a")],
    ["a shorter secret", KEY.slice(0, -1)],
    ["a longer secret", `${KEY}A`],
    ["a character that base64url has not", `${KEY.slice(0, -1)}+`],
    ["a line end behind it", `${KEY}\n`],
    ["white space before it", ` ${KEY}`],
  ])("has no id where it has %s", (_, key) => expect(keyId(key)).toBeNull());

  it("is the same as another one exactly where the two texts are", () => {
    const near = fc
      .tuple(fc.string(), fc.nat(), fc.string({ minLength: 1, maxLength: 1 }))
      .map(([text, at, letter]) => {
        const place = at % (text.length + 1);
        return [text, text.slice(0, place) + letter + text.slice(place + 1)] as const;
      });
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(fc.string(), fc.string())), ([one, other]) => {
        expect(isSameKey(one, other)).toBe(one === other);
        expect(isSameKey(one, one)).toBe(true);
      }),
    );
  });
});
