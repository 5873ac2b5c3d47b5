import * as limit from "../../article/limits.ts";
import { firstWords } from "../../article/text.ts";
import type { Draft, FeedFacts } from "../draft.ts";
import { toLine } from "../values/text.ts";

/** As much as a list of headlines shows in one line. */
export const TITLE_FROM_TEXT = 80;

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
