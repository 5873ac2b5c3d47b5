import { htmlToText } from "../../article/html/text.ts";
import { firstWords } from "../../article/text.ts";
import type { Entry } from "../../feed/feed.ts";
import { hasLanguageOf, lengthOf, lintOf, type Profile, type ProfileRule } from "./rule.ts";

const GUIDELINES = "Apple, RSS guidelines for Apple News";

/** Characters of a description that Apple shows. */
const EXCERPT = 200;
const SHORTEST_TITLE = 15;
const LONGEST_TITLE = 60;

/** Every item needs a description. */
const entry = (entry: Entry): Entry => ({
  ...entry,
  summary: entry.summary ?? (firstWords(htmlToText(entry.content_html ?? ""), EXCERPT) || undefined),
});

const RULES: ProfileRule[] = [
  {
    rule: "description",
    source: `${GUIDELINES}: required elements`,
    severity: "hard",
    field: "summary",
    broken: ({ summary }) =>
      summary === undefined ? "there is neither a summary nor text to take one from" : undefined,
  },
  {
    rule: "title-length",
    source: `${GUIDELINES}: article titles`,
    severity: "advice",
    field: "title",
    broken: ({ title }) =>
      lengthOf(title) < SHORTEST_TITLE || lengthOf(title) > LONGEST_TITLE
        ? `the title has ${lengthOf(title)} characters; ${SHORTEST_TITLE} to ${LONGEST_TITLE} are best`
        : undefined,
  },
  {
    rule: "language",
    source: `${GUIDELINES}: language`,
    severity: "advice",
    field: "language",
    broken: hasLanguageOf("channel"),
  },
];

export const apple: Profile = { entry, ...lintOf(RULES) };
