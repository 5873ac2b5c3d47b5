import { expect, it } from "vitest";
import { hubLinks } from "../../src/hub/links.ts";

it("names the hub and the topic, once each", () => {
  expect(hubLinks("https://feeds.example/hub", "https://feeds.example/feeds/all.rss")).toBe(
    '<https://feeds.example/hub>; rel="hub", <https://feeds.example/feeds/all.rss>; rel="self"',
  );
});
