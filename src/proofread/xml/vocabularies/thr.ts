import type { Vocabulary } from "../declare.ts";
import { documentOf } from "../examples.ts";
import { ABSOLUTE_IRI, CANONICAL_IRI, IRI_REFERENCE } from "../forms/addresses.ts";
import { RFC_3339 } from "../forms/dates.ts";
import type { Form } from "../forms/form.ts";
import { MEDIA_TYPE } from "../forms/media-types.ts";
import { NON_NEGATIVE } from "../forms/numbers.ts";
import { ATOM } from "../namespaces.ts";
import { rfc } from "../rfc.ts";
import type { XmlRule } from "../rule.ts";
import { relOf } from "./atom/link.ts";

const NAMESPACE = "{http://purl.org/syndication/thread/1.0}";
const replies = (attributes: string, rel = "replies") =>
  documentOf("atom", {
    entry: `<link rel="${rel}" href="https://gazette.example/boat/replies" ${attributes}/>`,
    namespaces: { thr: NAMESPACE },
  });

/** A number or a date on a link to replies. */
const ofLink = (name: string, form: Form): XmlRule => ({
  ...rfc(4685, "4"),
  name: `thr/${name}-${form.name}`,
  severity: "error",
  formats: ["atom", "entry", "rss", "rdf"],
  element: `link thr:${name}`,
  says: `The thr:${name} of a link is ${form.says}`,
  mend: form.mend,
  on: { names: [`${ATOM}link`] },
  check: ({ attributes }) => {
    const value = attributes.get(NAMESPACE + name);
    const wrong = value === undefined ? undefined : form.fault(value);
    return wrong && `thr:${name}: ${wrong}`;
  },
  fails: replies(`thr:${name}="${form.bad}"`),
  passes: replies(`thr:${name}="${form.good}"`),
});

/** Threads: what an entry answers, and where its answers are (RFC 4685). */
export const THR: Vocabulary = {
  prefix: "thr",
  namespace: NAMESPACE,
  title: "Atom Threading Extensions",
  url: "https://www.rfc-editor.org/rfc/rfc4685",
  formats: ["atom", "entry", "rss", "rdf"],
  elements: {
    "in-reply-to": {
      ...rfc(4685, "3"),
      in: ["entry", "feed", "source"],
      attributes: {
        ref: { required: true, forms: [ABSOLUTE_IRI, CANONICAL_IRI] },
        href: { forms: [IRI_REFERENCE] },
        source: { forms: [IRI_REFERENCE] },
        type: { forms: [MEDIA_TYPE] },
      },
      example: '<thr:in-reply-to ref="tag:gazette.example,2026:tide" href="https://gazette.example/tide"/>',
    },
    total: {
      ...rfc(4685, "5"),
      in: ["entry"],
      once: true,
      text: [NON_NEGATIVE],
      attributes: {},
      example: "<thr:total>12</thr:total>",
    },
  },
  rules: [
    ofLink("count", NON_NEGATIVE),
    ofLink("updated", RFC_3339),
    {
      ...rfc(4685, "4"),
      name: "thr/when",
      severity: "error",
      formats: ["atom", "entry", "rss", "rdf"],
      element: "link thr:when",
      says: "The date of the newest reply is thr:updated",
      mend: "Write thr:updated: thr:when was its name in drafts of the specification.",
      on: { names: [`${ATOM}link`] },
      check: ({ attributes }) =>
        attributes.has(`${NAMESPACE}when`) ? "there is thr:when, which no specification has" : undefined,
      fails: replies('thr:when="2026-03-13T06:00:00Z"'),
      passes: replies('thr:updated="2026-03-13T06:00:00Z"'),
    },
    {
      ...rfc(4685, "4"),
      name: "thr/link-rel",
      severity: "warning",
      formats: ["atom", "entry", "rss", "rdf"],
      element: "link thr:count, thr:updated",
      says: "A count of replies stands on the link to them",
      mend: 'Write it on <link rel="replies">.',
      on: { names: [`${ATOM}link`] },
      check: (link) =>
        relOf(link) === "replies"
          ? undefined
          : ["count", "updated"].flatMap((name) =>
              link.attributes.has(NAMESPACE + name) ? [`thr:${name} stands on a link rel="${relOf(link)}"`] : [],
            ),
      fails: replies('thr:count="2"', "related"),
      passes: replies('thr:count="2"'),
    },
  ],
};
