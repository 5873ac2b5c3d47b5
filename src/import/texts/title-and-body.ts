import * as limit from "../../article/limits.ts";
import { firstWords, oneLine } from "../../article/text.ts";
import { TITLE_FROM_TEXT } from "../decide/choose-title.ts";
import { shorten } from "../values/keep.ts";
import { toLine } from "../values/text.ts";
import { MARKDOWN } from "./body/markdown-it.ts";

/**
 * The title that a file gives, else that of the heading that its text begins with, else its first words; and the text without a
 * heading that says the same again.
 *
 * @param name stands for a title where there are no words at all
 */
export function titleAndBody(
  given: unknown,
  body: string,
  name: string,
  notes: string[],
): { title: string; body: string } {
  const heading = firstHeading(body);
  const headline = heading ? toLine({ type: "html", value: MARKDOWN.renderInline(heading.text) }) : "";
  const own = typeof given === "string" || typeof given === "number" ? oneLine(String(given)) : "";
  // A heading that repeats the title would stand twice in every reader.
  if (heading && headline !== "" && (own === "" || own === headline))
    return { title: cut(headline, notes), body: body.slice(heading.length) };
  if (own !== "") return { title: cut(own, notes), body };
  notes.push("untitled: its first words are the title");
  const words = firstWords(toLine({ type: "html", value: MARKDOWN.render(body) }), TITLE_FROM_TEXT);
  return { title: firstWords(words || name, limit.MAX_TITLE - 1), body };
}

const cut = (title: string, notes: string[]): string => shorten(title, limit.MAX_TITLE, "a title", notes) ?? title;

/** A heading of the first rank that a text begins with, and how much of the text it takes (CommonMark 0.31.2 §4.2). */
function firstHeading(body: string): { text: string; length: number } | undefined {
  const match = /^\s*#[ \t]+(\S.*)(?:\r?\n|$)/.exec(body);
  const line = match?.[1]?.trimEnd();
  if (!match || line === undefined) return undefined;
  let end = line.length;
  while (line[end - 1] === "#") end -= 1;
  // Closing signs stand apart from the text: `# C#` ends in none.
  const isClosed = end === 0 || /[ \t]/.test(line[end - 1] ?? "");
  return { text: isClosed ? line.slice(0, end).trimEnd() : line, length: match[0].length };
}
