import { describe, expect, it } from "vitest";
import { archiveKey, cacheTag } from "../../../src/service/store/shelf-key.ts";

describe("the key of an archive's page", () => {
  it("is one of its own for each page of each feed", () => {
    const keys = ["a", "a-archive", "a-1"].flatMap((slug) => [1, 11].map((page) => archiveKey(slug, page)));
    expect(new Set(keys).size).toBe(6);
    expect(keys[0]).toBe("a/archive/1");
  });

  it("has a tag that the cache in front takes: letters, digits and hyphens alone", () => {
    expect([cacheTag("all"), cacheTag(archiveKey("all", 2))]).toEqual(["feed-all", "feed-all/archive/2"]);
  });
});
