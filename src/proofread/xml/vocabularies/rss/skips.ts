import type { ElementDeclaration } from "../../declare.ts";
import { childrenOf, type Element } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { clip, oneOf } from "../../forms/form.ts";
import type { Fault, XmlRule } from "../../rule.ts";
import { bestPractice, SKIPS } from "./sections.ts";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** When nobody needs to ask for the feed. */
export const SKIP_ELEMENTS: Record<string, ElementDeclaration> = {
  skipHours: {
    in: ["feed"],
    once: true,
    attributes: {},
    ...SKIPS,
    example: "<skipHours><hour>0</hour><hour>13</hour></skipHours>",
  },
  hour: {
    in: ["skipHours"],
    attributes: {},
    text: [
      {
        name: "hour",
        says: "an hour of Greenwich Mean Time, from 0 to 23",
        mend: "Write the hour alone, as a number: 0 is midnight.",
        // 24 is midnight as RSS 0.91 wrote it.
        fault: (text) => (/^([01]?\d|2[0-4])$/.test(text) ? undefined : `"${clip(text)}" is not an hour from 0 to 23`),
        good: "23",
        bad: "25",
      },
      {
        name: "midnight",
        says: "0 where it is midnight",
        severity: "warning",
        ...bestPractice("element-channel-skiphours-hour"),
        mend: "Write 0.",
        fault: (text) => (text === "24" ? "midnight is 0 in RSS 2.0, and 24 in RSS 0.91 only" : undefined),
        good: "0",
        bad: "24",
      },
    ],
    ...SKIPS,
    example: "<hour>5</hour>",
  },
  skipDays: { in: ["feed"], once: true, attributes: {}, ...SKIPS, example: "<skipDays><day>Sunday</day></skipDays>" },
  day: {
    in: ["skipDays"],
    attributes: {},
    text: [oneOf("day", DAYS, "a day of the week in English, with a capital")],
    ...SKIPS,
    example: "<day>Monday</day>",
  },
};

/** Rules for a list of hours or days. */
const listRules = (list: string, name: string, most: number, key: (one: Element) => string): XmlRule[] => {
  const rule = {
    severity: "error",
    formats: ["rss"],
    element: `<${list}>`,
    ...SKIPS,
    on: { names: [list] },
  } as const;
  const of = (items: string[]) =>
    documentOf("rss", { feed: `<${list}>${items.map((item) => `<${name}>${item}</${name}>`).join("")}</${list}>` });
  const good = name === "hour" ? ["1", "2"] : ["Monday", "Tuesday"];
  return [
    {
      ...rule,
      name: `rss/${list}-${name}-required`,
      says: `<${list}> lists at least one <${name}>`,
      mend: `List each ${name}, or leave <${list}> out.`,
      check: (element) => (childrenOf(element, name).length === 0 ? `<${list}> lists no <${name}>` : undefined),
      fails: of([]),
      passes: of(good),
    },
    {
      ...rule,
      name: `rss/${list}-most`,
      says: `<${list}> lists at most ${most}`,
      mend: `List each ${name} once.`,
      check: ({ children }) =>
        children.length > most ? `<${list}> lists ${children.length}, and there are ${most}` : undefined,
      fails: of(Array.from({ length: most + 1 }, () => good[0] ?? "")),
      passes: of(good),
    },
    {
      ...rule,
      name: `rss/${list}-${name}-unique`,
      says: `Each <${name}> of <${list}> is another`,
      mend: "Keep one of them.",
      check: (element) => {
        const seen = new Set<string>();
        return childrenOf(element, name).flatMap((one): Fault[] => {
          const what = key(one);
          if (seen.has(what)) return [{ message: `<${name}> ${clip(what)} stands twice`, at: one }];
          seen.add(what);
          return [];
        });
      },
      fails: of([...good, ...good]),
      passes: of(good),
    },
  ];
};

export const SKIP_RULES: XmlRule[] = [
  // 24 and 0 are the same hour.
  ...listRules("skipHours", "hour", 24, ({ text }) =>
    text
      .trim()
      .replace(/^0(?=\d)/, "")
      .replace(/^24$/, "0"),
  ),
  ...listRules("skipDays", "day", 7, ({ text }) => text.trim()),
];
