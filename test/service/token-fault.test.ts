import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenFault } from "../../src/service/token-fault.ts";

describe("a publish token", () => {
  it.each([
    ["that is empty", "", /^has 0 characters, not 24 or more: /],
    ["that is short", "s3cr3t-9", /^has 8 characters/],
    ["that is one character short", "qR7vX2mPz9LkT4wYc8NhB3s", /^has 23 characters/],
    ["that stands in for one", "changeme-changeme-changeme", /^is one that others think of, too/],
    ["that stands in for one, written otherwise", "CHANGE_ME_BEFORE_PRODUCTION_1", /^is one that others/],
    ["of words that all think of", "my-secret-publish-token-password", /^is one that others/],
    ["of an alphabet", "abcdefghijklmnopqrstuvwxyz0123456789", /^is one that others/],
    ["of one character", "a".repeat(64), /^says the same again and again/],
    ["of a few characters", "abcabcabdabcabcaabccbabacabcbab", /^says the same/],
    ["of one piece again and again", "qR7vX2mPz9qR7vX2mPz9qR7vX2mPz9", /^says the same/],
    ["that no header carries", "correct horse battery staple", /^has a character that no Authorization header/],
    ["that no header carries, for its letters", "Zürich-Bahnhofstraße-7f3a91", /^has a character/],
  ])("%s is too weak", (_, token, fault) => expect(tokenFault(token)).toMatch(fault));

  it.each(["hex", "base64", "base64url"] as const)("of %s by chance will do, from 128 bits on", (coding) =>
    fc.assert(
      fc.property(fc.integer({ min: coding === "hex" ? 16 : 18, max: 64 }), (bytes) => {
        expect(tokenFault(randomBytes(bytes).toString(coding))).toBeNull();
      }),
      { numRuns: 2_000 },
    ),
  );

  it("by chance may have a name before it", () =>
    expect(tokenFault(`wireproof_token_${randomBytes(24).toString("hex")}`)).toBeNull());
});
