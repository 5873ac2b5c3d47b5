import type { Vocabulary } from "../declare.ts";
import { ABSOLUTE_IRI } from "../forms/addresses.ts";
import { RFC_3339 } from "../forms/dates.ts";
import { oneOf } from "../forms/form.ts";
import { TOMBSTONE } from "../namespaces.ts";
import { rfc } from "../rfc.ts";

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
      example: '<at:deleted-entry ref="tag:gazette.example,2026:ship" when="2026-03-13T06:00:00Z"/>',
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
};
