import * as limit from "../../article/limits.ts";
import { firstWords } from "../../article/text.ts";
import type { Draft } from "../draft.ts";
import { type Text, toHtml, toLine, unlessBlank } from "../values/text.ts";

export interface ChosenBody {
  /** Empty where the item is only a synopsis. */
  html: string;
  summary?: string;
}

/**
 * What stands in the two texts that a feed may have. With a whole text, the other is the summary. One alone is the body
 * when it has markup, or when it stands for an item without a title (RSS 2.0, `item`: then it is the post); plain text
 * below a title is the synopsis that RSS calls it.
 */
export function chooseBody(draft: Draft, notes: string[]): ChosenBody {
  const content = withoutPixels(draft.content, notes);
  const description = withoutPixels(draft.description, notes);
  if (content) return { html: toHtml(content), summary: summaryBeside(description, toLine(content), notes) };
  if (!description) return { html: "" };
  const line = toLine(description);
  if (description.type === "html" || !draft.title || line.length > limit.MAX_SUMMARY)
    return { html: toHtml(description) };
  return { html: "", summary: line };
}

/** What feeds counted their readers with, and asked them to share it with. */
const PIXELS =
  /<img\s[^<>]*?\bsrc\s*=\s*["']?(?:https?:)?\/\/(?:feeds\d*\.feedburner\.com|feedproxy\.google\.com|(?:www\.)?pheedo\.com|\w+\.feedsportal\.com|(?:feeds|stats|pixel)\.wordpress\.com|pixel\.wp\.com)\/[^<>]*>/gi;

function withoutPixels(text: Text | undefined, notes: string[]): Text | undefined {
  if (text?.type !== "html") return text;
  const value = text.value.replace(PIXELS, "");
  if (value === text.value) return text;
  notes.push("a counter's picture is taken out");
  return unlessBlank({ ...text, value });
}

function summaryBeside(description: Text | undefined, body: string, notes: string[]): string | undefined {
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
