import { expect, it } from "vitest";
import { chooseGiven, givenUrl } from "../../../src/service/proofread/given.ts";

it.each([
  ["https://gazette.example/feed.xml#top", "https://gazette.example/feed.xml"],
  ["gazette.example", "https://gazette.example/"],
  ["gazette.example:8080/feed", "https://gazette.example:8080/feed"],
  ["feed://gazette.example/rss", "https://gazette.example/rss"],
  ["feed:https://gazette.example/rss", "https://gazette.example/rss"],
  ["  http://gazette.example/  ", "http://gazette.example/"],
])("an address is read as people write it: %s", (written, url) => {
  expect(givenUrl(written)).toEqual({ status: "given", given: { kind: "url", url } });
});

it.each([
  "",
  "ftp://gazette.example/",
  "javascript:alert(1)",
  "https://",
  "https://a:b@gazette.example/",
  "x".repeat(9_000),
])("what is none is refused: %s", (written) => expect(givenUrl(written)).toMatchObject({ status: "fault", code: 422 }));

it("a pasted text ends its lines as it did before a browser sent it", () => {
  const given = chooseGiven({ url: "", text: "<rss>\r\n</rss>" });
  expect(given).toMatchObject({ given: { bytes: new TextEncoder().encode("<rss>\n</rss>") } });
});
