import { expect, it, test } from "vitest";
import { type Feed, FORMATS } from "../../../src/feed/feed.ts";
import { render } from "../../../src/render/render.ts";
import { bareFeed, partnerFeed, sampleFeed, wireFeed } from "../../verify/sample.ts";

const FEEDS: Record<string, Feed> = { sample: sampleFeed, bare: bareFeed, wire: wireFeed, partner: partnerFeed };

test("a feed is a document of each format, in the order of formats", () => {
  expect(render(sampleFeed).map(({ format }) => format)).toEqual([...FORMATS]);
});

it.each(Object.entries(FEEDS))("the same feed gives the same bytes: %s", (_, feed) => {
  expect(render(structuredClone(feed))).toEqual(render(feed));
});

it.each(Object.entries(FEEDS))("the order of a feed's keys is not in the bytes: %s", (_, feed) => {
  expect(render(backwards(feed)).map(({ text }) => text)).not.toEqual([]);
  // What JSON Feed has no key for stands in our extension as the model has it.
  for (const [index, { format, text }] of render(backwards(feed)).entries())
    if (format !== "json") expect(text).toBe(render(feed)[index]?.text);
    else expect(JSON.parse(text)).toEqual(JSON.parse(render(feed)[index]?.text ?? ""));
});

it.each(Object.entries(FEEDS))("what is undefined is as if it were absent: %s", (_, feed) => {
  const present = (value: object) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
  const trimmed = { ...(present(feed) as unknown as Feed), entries: feed.entries.map((one) => present(one)) };
  expect(render(trimmed as Feed)).toEqual(render(feed));
});

/** The same data, its keys in the opposite order. */
function backwards<T>(value: T): T {
  if (Array.isArray(value)) return value.map(backwards) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  ) as T;
}
