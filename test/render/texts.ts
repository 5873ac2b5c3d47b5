import type { Entry, Feed } from "../../src/feed/feed.ts";
import type { Rendered } from "../../src/render/rendered.ts";
import { bareEntry, bareFeed } from "../verify/sample.ts";

type Renderer = (feed: Feed) => Rendered;

/** The text of one entry: `bareEntry`, with some fields changed, in `bareFeed`. */
export function entryText(render: Renderer, fields: Partial<Entry>, feed: Partial<Feed> = {}): string {
  const { text, entries } = render({ ...bareFeed, ...feed, entries: [{ ...bareEntry, ...fields }] });
  const [start, end] = entries[0] ?? [];
  return text.slice(start, end);
}

/** The text of `bareFeed`, with some fields changed, around its one entry. */
export function frameText(render: Renderer, fields: Partial<Feed>): [head: string, foot: string] {
  const { text, entries } = render({ ...bareFeed, ...fields });
  return [text.slice(0, entries[0]?.[0]), text.slice(entries.at(-1)?.[1])];
}
