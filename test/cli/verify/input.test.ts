import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Input, inputOf } from "../../../src/cli/verify/input.ts";

describe("inputOf", () => {
  it.each<[string, Input]>([
    ["-", { kind: "stdin", name: "standard input" }],
    ["https://gazette.example/feed?x=1#top", { kind: "url", name: "https://gazette.example/feed?x=1" }],
    ["feed://gazette.example/feed", { kind: "url", name: "http://gazette.example/feed" }],
    ["feed:https://gazette.example/feed", { kind: "url", name: "https://gazette.example/feed" }],
    ["gazette.example", { kind: "url", name: "https://gazette.example/" }],
    ["gazette.example/feed.xml", { kind: "url", name: "https://gazette.example/feed.xml" }],
    ["gazette.example:8080/feed", { kind: "url", name: "https://gazette.example:8080/feed" }],
    ["köln.example", { kind: "url", name: "https://xn--kln-sna.example/" }],
    ["localhost:8787/feeds/a.rss", { kind: "url", name: "http://localhost:8787/feeds/a.rss" }],
    ["127.0.0.1:80", { kind: "url", name: "http://127.0.0.1/" }],
    ["feed.xml", { kind: "file", name: "feed.xml" }],
    ["feeds.opml", { kind: "file", name: "feeds.opml" }],
    ["folder/gazette.example", { kind: "file", name: "folder/gazette.example" }],
    ["./gazette.example", { kind: "file", name: "./gazette.example" }],
    ["feed", { kind: "file", name: "feed" }],
    ["", { kind: "file", name: "" }],
    ["gazette.example:99999", { kind: "file", name: "gazette.example:99999" }],
    ["999.999.999.999", { kind: "file", name: "999.999.999.999" }],
    ["ftp://gazette.example/feed", { kind: "file", name: "ftp://gazette.example/feed" }],
  ])("%s", (name, input) => expect(inputOf(name)).toEqual(input));

  it("keeps a password for the server alone", () =>
    expect(inputOf("https://ada:s%C3%A9cret@gazette.example/feed")).toEqual({
      kind: "url",
      name: "https://gazette.example/feed",
      authorization: `Basic ${Buffer.from("ada:sécret").toString("base64")}`,
    }));

  it("takes a password as it was typed, where it is not what a URL says a password is", () =>
    expect(inputOf("https://ada:100%er@gazette.example/feed")).toEqual({
      kind: "url",
      name: "https://gazette.example/feed",
      authorization: `Basic ${Buffer.from("ada:100%er").toString("base64")}`,
    }));

  it("throws nothing, whatever somebody typed", () =>
    fc.assert(
      fc.property(
        fc.constantFrom("", "https://", "feed:", "feed://", "http://a:%@", "https://a%zz@"),
        fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9.:[\]@%/?#-]{1,30}$/)),
        (scheme, rest) => ["stdin", "file", "url"].includes(inputOf(scheme + rest).kind),
      ),
    ));

  describe("of a file that is there", () => {
    let folder = "";
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "wireproof-input-"));
      await writeFile(join(folder, "gazette.example"), "<rss/>");
    });
    afterAll(() => rm(folder, { recursive: true }));

    it("takes the file before a host of its name", () => {
      const before = process.cwd();
      process.chdir(folder);
      try {
        expect(inputOf("gazette.example")).toEqual({ kind: "file", name: "gazette.example" });
        expect(inputOf("other.example").kind).toBe("url");
      } finally {
        process.chdir(before);
      }
    });
  });
});
