import { describe, expect, it } from "vitest";
import { apiKeyId, mintApiKey } from "../../src/people/api-key.ts";
import { hashSecret } from "../../src/people/secret.ts";

describe("a system's key", () => {
  it("is recognised by a part that may be seen, and kept as a hash", () => {
    const { id, key, hash } = mintApiKey();
    expect(key).toMatch(/^wpa_[0-9a-f]{12}_[\w-]{43}[0-9a-f]{6}$/);
    expect([apiKeyId(key), hash]).toEqual([id, hashSecret(key)]);
    expect(mintApiKey().key).not.toBe(key);
  });

  it("is none with a character another, missing or more, and costs no look into the store", () => {
    const { key } = mintApiKey();
    const bent = [...key].map(
      (character, at) => key.slice(0, at) + (character === "0" ? "1" : "0") + key.slice(at + 1),
    );
    for (const other of [...bent, key.slice(1), key.slice(0, -1), `${key}0`, "", "wp_0123456789ab_x"])
      expect(apiKeyId(other), other).toBeNull();
  });
});
