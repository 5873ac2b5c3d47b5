import { earlierLine } from "../../earlier-line.ts";
import { childrenOf, type Element, firstChild, textOfChild } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import { ATOM } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import type { Fault, Sheet, XmlRule } from "../../rule.ts";
import { ATOM_FORMATS } from "./formats.ts";
import { linksOf } from "./link.ts";
import { contentKindOf } from "./text.ts";

const entry = (markup: string, ...without: string[]) => documentOf("atom", { entry: markup, without });
const ELSEWHERE = '<content type="application/pdf" src="https://gazette.example/boat.pdf"/>';
const ofEntry = { formats: ATOM_FORMATS, element: "<entry>", on: { roles: ["entry"] } } as const;

/** Of fewer entries, one id may be an accident. */
const MANY = 10;

const hasAuthor = (element: Element): boolean =>
  [element, ...childrenOf(element, `${ATOM}source`)].some((one) => firstChild(one, `${ATOM}author`));

/** What holds for an entry as a whole, and among those of a feed (RFC 4287 §4.1.2). */
export const ENTRY_RULES: XmlRule[] = [
  {
    ...rfc(4287, "4.1.2"),
    ...ofEntry,
    name: "atom/entry-author-required",
    severity: "error",
    says: "The author of an entry stands in it, in its source, or on the feed",
    mend: "Add <author><name>…</name></author> to the feed.",
    on: { roles: ["entry", "feed"] },
    check: authorFaults,
    fails: documentOf("atom", { without: ["author"] }),
    passes: entry("<author><name>Ada Quayle</name></author>", "author"),
  },
  {
    ...rfc(4287, "4.1.2"),
    ...ofEntry,
    name: "atom/entry-content-or-alternate",
    severity: "error",
    says: "An entry has content, or a link to it",
    mend: 'Add <link rel="alternate" href="…"/> with the address of the page.',
    check: (element) =>
      firstChild(element, `${ATOM}content`) || linksOf(element, "alternate").length > 0
        ? undefined
        : "there is neither content nor a link to it",
    fails: entry("", "entry/link", "content"),
    passes: entry("<content>She left at dawn.</content>", "entry/link"),
  },
  {
    ...rfc(4287, "4.1.2"),
    ...ofEntry,
    name: "atom/entry-summary-required",
    severity: "error",
    says: "An entry whose content is elsewhere, or in base64, has a summary",
    mend: "Add a <summary> that says what it is.",
    check: (element) => {
      const content = firstChild(element, `${ATOM}content`);
      if (!content || firstChild(element, `${ATOM}summary`)) return undefined;
      if (content.attributes.has("src"))
        return [{ message: "the content is elsewhere, and there is no summary", at: content }];
      return contentKindOf(content) === "base64"
        ? [{ message: "the content is in base64, and there is no summary", at: content }]
        : undefined;
    },
    fails: entry(ELSEWHERE, "summary"),
    passes: entry(ELSEWHERE),
  },
  {
    ...rfc(4287, "4.1.1.1"),
    ...ofEntry,
    name: "atom/entry-text",
    severity: "warning",
    says: "An entry has content or a summary",
    mend: "Add a <summary>, or the whole text as <content>.",
    check: (element) =>
      ["content", "summary"].some((name) => firstChild(element, ATOM + name))
        ? undefined
        : "there is neither content nor a summary",
    fails: entry("", "summary", "content"),
    passes: entry("<content>She left at dawn.</content>", "summary"),
  },
  {
    ...rfc(4287, "4.2.6"),
    ...ofEntry,
    name: "atom/entry-id-unique",
    severity: "warning",
    formats: ["atom"],
    says: "No two entries of a feed have one id",
    mend: "Give each entry an id of its own, and never change it. Of versions of one entry, leave the newest.",
    readers: "Readers that keep entries by their ids show one of them.",
    check: (element, sheet) =>
      repeated(element, sheet, "id", (id, line) => `the id "${clip(id)}" is that of the entry on line ${line}, too`),
    fails: documentOf("atom", { feed: twin("tag:gazette.example,2026:boat", "2026-03-13T07:00:00Z") }),
    passes: documentOf("atom", { feed: twin("tag:gazette.example,2026:ship", "2026-03-13T07:00:00Z") }),
  },
  {
    ...rfc(4287, "4.2.6"),
    ...ofEntry,
    name: "atom/entry-ids-differ",
    severity: "error",
    formats: ["atom"],
    says: "Entries have ids that tell them apart",
    mend: "Give each entry an id of its own, and never change it.",
    readers: "Readers that keep entries by their ids show one entry, and no other ever.",
    on: { roles: ["entry", "feed"] },
    check: sameIdFault,
    fails: documentOf("atom", {
      feed: Array(MANY).fill(twin("tag:gazette.example,2026:boat", "2026-03-13T07:00:00Z")).join(""),
    }),
    passes: documentOf("atom", { feed: twin("tag:gazette.example,2026:ship", "2026-03-13T07:00:00Z") }),
  },
  {
    ...rfc(4287, "4.2.15"),
    ...ofEntry,
    name: "atom/entry-updated-unique",
    severity: "warning",
    formats: ["atom"],
    says: "No two entries of a feed were updated at one instant",
    mend: "Tell them apart by a fraction of the second.",
    readers: "Readers that sort by date show them in any order.",
    check: (element, sheet) =>
      repeated(
        element,
        sheet,
        "updated",
        (updated, line) => `shares its updated, ${clip(updated)}, with the entry on line ${line}`,
      ),
    fails: documentOf("atom", { feed: twin("tag:gazette.example,2026:ship", "2026-03-13T06:00:00Z") }),
    passes: documentOf("atom", { feed: twin("tag:gazette.example,2026:ship", "2026-03-13T07:00:00Z") }),
  },
];

const WITHOUT_AUTHOR = {};

/** An author of the feed may stand after the entries: who lacks one is known at its end. */
function authorFaults(element: Element, sheet: Sheet): Fault[] {
  const lacking = sheet.remember<Element[]>(WITHOUT_AUTHOR, () => []);
  const message = sheet.format === "entry" ? "there is no author" : "there is no author, nor is there one on the feed";
  if (element.role === "feed") return hasAuthor(element) ? [] : lacking.map((at) => ({ message, at }));
  if (hasAuthor(element)) return [];
  // What is in the entry is let go: only its place is told of.
  const at = { ...element, children: [], text: "" };
  if (sheet.format === "entry") return [{ message, at }];
  lacking.push(at);
  return [];
}

const SEEN = { id: {}, updated: {} };

function repeated(
  element: Element,
  sheet: Sheet,
  name: "id" | "updated",
  tell: (text: string, line: number) => string,
): Fault[] {
  const text = textOfChild(element, ATOM + name);
  if (!text) return [];
  const key = name === "updated" ? instantOf(text) : text;
  const line = earlierLine(SEEN[name], key, element.line, sheet);
  return line === undefined ? [] : [{ message: tell(text, line), at: firstChild(element, ATOM + name) }];
}

/** The instant that a date names, whatever its zone, in the digits that it has; what is no date, as it is. */
function instantOf(text: string): string {
  const [, date, fraction = "", zone] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i.exec(text) ?? [];
  const seconds = Date.parse(`${date}${zone}`);
  return Number.isNaN(seconds) ? text : `${seconds} ${fraction.replace(/0+$/, "")}`;
}

const IDS = {};

function sameIdFault(element: Element, sheet: Sheet): string | undefined {
  const ids = sheet.remember(IDS, () => ({ count: 0, first: undefined as string | undefined, differ: false }));
  if (element.role === "entry") {
    const id = textOfChild(element, `${ATOM}id`);
    ids.first ??= id;
    ids.count += 1;
    ids.differ ||= id === undefined || id !== ids.first;
    return undefined;
  }
  return ids.count >= MANY && !ids.differ
    ? `all ${ids.count} entries have the id "${clip(ids.first ?? "")}"`
    : undefined;
}

/** An entry beside the one that every example has. */
function twin(id: string, updated: string): string {
  return `<entry><id>${id}</id><title>The second boat out</title><updated>${updated}</updated><link href="https://gazette.example/two"/><summary>She left at noon.</summary></entry>`;
}
