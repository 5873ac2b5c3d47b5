import * as limit from "../../article/limits.ts";
import { firstWords } from "../../article/text.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import { toHtml, toLine } from "../values/text.ts";

/** As much as a list of headlines shows in one line. */
const TITLE_FROM_TEXT = 80;

/** The title, or the item's first words, or, where there are none, the feed's name and the last part of the address. */
export function chooseTitle(draft: Draft, feed: FeedFacts, url: string | undefined, notes: string[]): string {
  const own = draft.title ? toLine(draft.title) : "";
  if (own !== "" && draft.title?.type === "html" && own !== draft.title.value.replace(/\s+/g, " ").trim()) {
    if (/<[a-z/]/i.test(draft.title.value)) notes.push("markup in the title is taken out");
  }
  if (own.length > limit.MAX_TITLE) notes.push(`a title longer than ${limit.MAX_TITLE} characters is cut`);
  if (own !== "") return own.length > limit.MAX_TITLE ? firstWords(own, limit.MAX_TITLE - 1) : own;
  const text = [draft.content, draft.description].map((body) => (body ? toLine(body) : "")).find((line) => line !== "");
  notes.push(
    text
      ? "untitled: its first words are the title"
      : "untitled and without words: its feed's name and its address are the title",
  );
  return text ? firstWords(text, TITLE_FROM_TEXT) : nameOf(feed, url);
}

function nameOf(feed: FeedFacts, url: string | undefined): string {
  const last = URL.parse(url ?? "")
    ?.pathname.split("/")
    .findLast((part) => part !== "");
  return firstWords(
    [feed.title ?? "Untitled", last].filter((part) => part !== undefined).join(": "),
    limit.MAX_TITLE - 1,
  );
}

export interface Body {
  html: string;
  summary?: string;
}

/**
 * What stands in the two texts that a feed may have. With a whole text, the other is the summary. One alone is the body
 * when it has markup, or when it stands for an item without a title (RSS 2.0, `item`: then it is the post); plain text
 * below a title is the synopsis that RSS calls it.
 */
export function chooseBody(draft: Draft, notes: string[]): Body {
  const { content, description } = draft;
  if (content) return { html: toHtml(content), summary: summaryBeside(draft, toLine(content), notes) };
  if (!description) return { html: "" };
  const line = toLine(description);
  if (description.type === "html" || !draft.title || line.length > limit.MAX_SUMMARY)
    return { html: toHtml(description) };
  return { html: "", summary: line };
}

function summaryBeside({ description }: Draft, body: string, notes: string[]): string | undefined {
  if (!description) return undefined;
  const line = toLine(description);
  // The same text twice: readers would show it twice.
  if (line === body) notes.push("a summary that repeats the whole text is left out");
  if (line === body || line === "") return undefined;
  if (description.type === "html" && /<[a-z]/i.test(description.value))
    notes.push("markup in the summary is taken out");
  if (line.length <= limit.MAX_SUMMARY) return line;
  notes.push(`a summary longer than ${limit.MAX_SUMMARY} characters is cut`);
  return firstWords(line, limit.MAX_SUMMARY - 1);
}
