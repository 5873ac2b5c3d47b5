import { firstWords } from "../../article/text.ts";
import type { LineDecision } from "../source-reading.ts";
import { RELATED } from "./other-stories.ts";

/** What was left out though it has words of its own: a reader of the page saw them, and a reader of the story will not. */
const WITH_WORDS = [
  RELATED,
  "related teaser, dropped",
  "heading of related stories, dropped",
  "caption, dropped",
  "above the headline, dropped",
];

/** The words that are not in the story, a note for each line, and one for all of the page's tail. */
export function noteDroppedWords(decisions: LineDecision[]): string[] {
  const amid = decisions.filter(({ as }) => WITH_WORDS.includes(as)).map((one) => noteOf(one, one.as));
  const tail = decisions.filter(({ as }) => as === "tail, dropped");
  const [first] = tail;
  if (first === undefined) return amid;
  return [...amid, noteOf(first, `the page's tail of ${tail.length} ${tail.length === 1 ? "line" : "lines"}`)];
}

const noteOf = ({ line, text }: LineDecision, as: string): string =>
  `left out as ${as.replace(/, dropped$/, "").replace(/^(?=related|heading|caption)/, "a ")}: line ${line} “${firstWords(text, 60)}”`;
