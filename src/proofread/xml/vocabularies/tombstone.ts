import type { Vocabulary } from "../declare.ts";
import { documentOf } from "../examples.ts";
import { ABSOLUTE_IRI } from "../forms/addresses.ts";
import { RFC_3339 } from "../forms/dates.ts";
import { clip, oneOf } from "../forms/form.ts";
import { TOMBSTONE } from "../namespaces.ts";
import { rfc } from "../rfc.ts";

const DELETED = '<at:deleted-entry ref="tag:gazette.example,2026:ship" when="2026-03-13T06:00:00Z"/>';
const SEEN = {};

/** Entries that were taken back (RFC 6721). */
export const TOMBSTONES: Vocabulary = {
  prefix: "at",
  namespace: TOMBSTONE,
  title: "The Atom deleted-entry Element",
  url: "https://www.rfc-editor.org/rfc/rfc6721",
  formats: ["atom", "rss"],
  elements: {
    "deleted-entry": {
      ...rfc(6721, "3"),
      in: ["feed"],
      attributes: {
        ref: { required: true, forms: [ABSOLUTE_IRI] },
        when: { required: true, forms: [RFC_3339] },
      },
      example: DELETED,
    },
    by: {
      ...rfc(6721, "3"),
      in: ["deleted-entry"],
      once: true,
      attributes: {},
      example: "<at:by><name>Ada Quayle</name></at:by>",
    },
    comment: {
      ...rfc(6721, "3"),
      in: ["deleted-entry"],
      once: true,
      attributes: { type: { forms: [oneOf("type", ["text", "html", "xhtml"])] } },
      example: '<at:comment type="text">She never left.</at:comment>',
    },
  },
  rules: [
    {
      ...rfc(6721, "3"),
      name: "at/deleted-entry-unique",
      severity: "error",
      formats: ["atom", "rss"],
      element: "<at:deleted-entry>",
      says: "An entry is taken back once at one time",
      mend: "Keep one of them.",
      on: { names: [`${TOMBSTONE}deleted-entry`] },
      check: ({ attributes }, sheet) => {
        const seen = sheet.remember(SEEN, () => new Set<string>());
        const key = `${attributes.get("ref")} ${attributes.get("when")}`;
        if (seen.has(key)) return `"${clip(attributes.get("ref") ?? "")}" is taken back twice at the same time`;
        seen.add(key);
        return undefined;
      },
      fails: documentOf("atom", { feed: `${DELETED}\n${DELETED}`, namespaces: { at: TOMBSTONE } }),
      passes: documentOf("atom", { feed: DELETED, namespaces: { at: TOMBSTONE } }),
    },
  ],
};
