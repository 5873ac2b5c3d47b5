import { jsonDocument } from "./json/examples.ts";
import type { Rule, ServedDocument } from "./rule.ts";
import { documentOf } from "./xml/examples.ts";

const ATOM_ID = "<id>https://gazette.example/boat</id>";
const ATOM_AGREES = documentOf("atom", { entry: ATOM_ID });

/** RSS beside another format of the same feed. */
const beside = (text: string): ServedDocument[] => [{ text: documentOf("rss") }, { text }];

const ofAll = {
  ...{ severity: "error", formats: ["rss", "atom", "json"], passes: beside(ATOM_AGREES) },
} as const satisfies Partial<Rule>;

export const SAME_TITLE: Rule = {
  ...ofAll,
  name: "formats/title",
  element: "the feed's title",
  says: "All formats of a feed have the same title",
  section: "RFC 4287 §4.2.14; RSS 2.0, title; JSON Feed 1.1, title",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.14",
  mend: "Write all formats from the same data.",
  fails: beside(documentOf("atom", { feed: "<title>The Gazette</title>", entry: ATOM_ID })),
};

export const SAME_ENTRIES: Rule = {
  ...ofAll,
  name: "formats/entries",
  element: "entries",
  says: "All formats of a feed have the same entries",
  section: "RFC 4287 §4.1.2; RSS 2.0, item; JSON Feed 1.1, items",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.2",
  mend: "Write all formats from the same data, at the same time, with the same number of entries.",
  readers: "Who reads one format misses what is only in another.",
  fails: beside(jsonDocument({ item: { id: "https://gazette.example/tide", url: "https://gazette.example/tide" } })),
};

export const SAME_ID: Rule = {
  ...ofAll,
  name: "formats/entry-id",
  element: "<guid>, <id>, id",
  says: "An entry has the same id in all formats",
  section: "RFC 4287 §4.2.6; RSS 2.0, guid; JSON Feed 1.1, id",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6",
  mend: "Give each entry one id, once and for all, and write it into every format.",
  readers: "Who changes from one format to another sees every entry a second time.",
  fails: beside(documentOf("atom", { entry: "<id>tag:gazette.example,2026:boat</id>" })),
};

export const SAME_ADDRESS: Rule = {
  ...ofAll,
  name: "formats/entry-url",
  element: "<link>, url",
  says: "An entry has the same address in all formats",
  section: "RFC 4287 §4.2.7; RSS 2.0, link; JSON Feed 1.1, url",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7",
  mend: "Write the entry's permanent address, without what counts readers.",
  fails: beside(
    documentOf("atom", {
      entry: `${ATOM_ID}\n<link rel="alternate" type="text/html" href="https://gazette.example/boat?from=atom"/>`,
    }),
  ),
};

export const SAME_ENTRY_TITLE: Rule = {
  ...ofAll,
  name: "formats/entry-title",
  element: "<title>, title",
  says: "An entry has the same title in all formats",
  section: "RFC 4287 §4.2.14; RSS 2.0, title; JSON Feed 1.1, title",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.14",
  mend: "Write all formats from the same data, and look at how each escapes it.",
  fails: beside(documentOf("atom", { entry: `${ATOM_ID}\n<title>The first boat</title>` })),
};

export const SAME_DATE: Rule = {
  ...ofAll,
  name: "formats/entry-date",
  element: "<pubDate>, <published>, <updated>, date_published, date_modified",
  says: "An entry has the same dates in all formats",
  section: "RFC 4287 §4.2.9 and §4.2.15; RSS 2.0, pubDate; JSON Feed 1.1, date_published",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.9",
  mend: "Write all formats from the same data, and look at the zone that each writes.",
  fails: beside(documentOf("atom", { entry: `${ATOM_ID}\n<published>2026-03-13T07:00:00Z</published>` })),
};

export const SAME_TEXT: Rule = {
  ...ofAll,
  name: "formats/entry-text",
  element: "<description>, <content:encoded>, <summary>, <content>, content_html, content_text",
  says: "An entry has the same text in all formats",
  section: "RFC 4287 §4.1.3; RSS 2.0, description; JSON Feed 1.1, content_html and content_text",
  url: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3",
  mend: "Write all formats from the same data: the whole text in each, or the summary in each.",
  fails: beside(documentOf("atom", { entry: `${ATOM_ID}\n<content>She left at noon.</content>` })),
};

/** Rules for the formats of one feed, beside each other. */
export const AGREEMENT_RULES: readonly Rule[] = [
  SAME_TITLE,
  SAME_ENTRIES,
  SAME_ID,
  SAME_ADDRESS,
  SAME_ENTRY_TITLE,
  SAME_DATE,
  SAME_TEXT,
];
