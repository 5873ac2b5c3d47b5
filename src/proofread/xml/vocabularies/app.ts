import type { Vocabulary } from "../declare.ts";
import { RFC_3339 } from "../forms/dates.ts";
import { oneOf } from "../forms/form.ts";
import { rfc } from "../rfc.ts";

/** What the Atom Publishing Protocol adds to entries (RFC 5023 §10.2 and §13); its other documents are no feeds. */
export const APP: Vocabulary = {
  prefix: "app",
  namespace: "{http://www.w3.org/2007/app}",
  title: "The Atom Publishing Protocol",
  url: "https://www.rfc-editor.org/rfc/rfc5023",
  formats: ["atom", "entry", "rss", "rdf"],
  aliases: ["{http://purl.org/atom/app#}"],
  open: true,
  elements: {
    edited: {
      ...rfc(5023, "10.2"),
      in: ["entry"],
      once: true,
      text: [RFC_3339],
      example: "<app:edited>2026-03-13T06:00:00Z</app:edited>",
    },
    control: {
      ...rfc(5023, "13.1"),
      in: ["entry"],
      once: true,
      example: "<app:control><app:draft>no</app:draft></app:control>",
    },
    draft: {
      ...rfc(5023, "13.1.1"),
      in: ["control"],
      once: true,
      text: [oneOf("yes-no", ["yes", "no"])],
      example: "<app:draft>no</app:draft>",
    },
  },
};
