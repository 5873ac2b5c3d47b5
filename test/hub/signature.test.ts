import { describe, expect, it } from "vitest";
import { hubSignature } from "../../src/hub/signature.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("a signature of what is sent", () => {
  it.each([
    // RFC 4231 §4.3 and RFC 2202 §3, the second case of each.
    ["sha256", "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
    ["sha1", "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"],
  ] as const)("is the HMAC by %s, in hexadecimal, with its method before it", (algorithm, signature) => {
    expect(hubSignature(bytes("what do ya want for nothing?"), "Jefe", algorithm)).toBe(signature);
  });

  it("is over bytes: a letter outside ASCII counts as it is sent", () => {
    expect(hubSignature(bytes("é"), "s", "sha256")).not.toBe(hubSignature(bytes("e"), "s", "sha256"));
    expect(hubSignature(bytes("é"), "ß", "sha256")).toBe(hubSignature(Uint8Array.of(0xc3, 0xa9), "ß", "sha256"));
  });
});
