import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../../src/import/decide/article-id.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 20);

describe("an article's id", () => {
  it.each(["https://gazette.example/a", "urn:uuid:1", "tag:gazette.example,2026:1", "mailto:a@b"])(
    "of an id that means the same everywhere depends on it alone: %s",
    async (guid) => {
      expect(await articleId(guid, "https://one.example/a")).toBe(sha256(guid));
      expect(await articleId(guid, "https://two.example/b")).toBe(sha256(guid));
    },
  );

  it.each(["763276", "a b", "a:", ": a", "7:1", "/news/a", ""])(
    "of an id that is only its own feed's depends on the site, too: %j",
    async (guid) => {
      expect(await articleId(guid, "https://gazette.example:8443/a")).toBe(sha256(`gazette.example:8443 ${guid}`));
      expect(await articleId(guid, "https://times.example/a")).toBe(sha256(`times.example ${guid}`));
    },
  );

  it("of an id without an address is still one", async () => {
    expect(await articleId("7", "")).toBe(sha256(" 7"));
  });

  it("is the same for an id in one line or wrapped", async () => {
    expect(await articleId("\n urn:\n1 ", "https://gazette.example/")).toBe(
      await articleId("urn: 1", "https://gazette.example/"),
    );
  });

  it("never changes: ids that were minted once are in the archive", async () => {
    expect(await articleId("tag:gazette.example,2026:1", "https://gazette.example/a")).toBe("fa87f2280b72608b2dc2");
    expect(await articleId("7", "https://gazette.example/a")).toBe("e971b87ad575bcf37ea2");
  });

  it("is 20 hexadecimal digits, whatever the id", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), fc.oneof(fc.webUrl(), fc.string()), async (guid, url) => {
        expect(await articleId(guid, url)).toMatch(/^[0-9a-f]{20}$/);
      }),
    );
  });
});
