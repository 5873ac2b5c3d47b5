import { expect, it } from "vitest";
import { hubLinks } from "../../src/hub/links.ts";

it("name the hub, and exactly one self: the topic (WebSub §4)", () => {
  expect(hubLinks("https://feeds.example/hub", "https://feeds.example/feeds/tag/a,b;c.rss")).toBe(
    '<https://feeds.example/hub>; rel="hub", <https://feeds.example/feeds/tag/a,b;c.rss>; rel="self"',
  );
});
