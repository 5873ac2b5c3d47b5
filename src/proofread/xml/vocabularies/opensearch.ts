import type { Vocabulary } from "../declare.ts";
import { clip, type Form } from "../forms/form.ts";
import { LANGUAGE } from "../forms/languages.ts";
import { INTEGER, NON_NEGATIVE } from "../forms/numbers.ts";

const ROLES = ["request", "example", "related", "correction", "subset", "superset"];
const ROLE: Form = {
  name: "role",
  says: `one of ${ROLES.join(", ")}, or a name with a prefix`,
  mend: `Write one of ${ROLES.join(", ")}.`,
  fault: (text) => (ROLES.includes(text) || text.includes(":") ? undefined : `"${clip(text)}" is no role of a query`),
  good: "request",
  bad: "question",
};
const count = (local: string, form: Form) => ({
  in: ["feed"],
  once: true,
  text: [form],
  url: "https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md#opensearch-response-elements",
  example: `<opensearch:${local}>21</opensearch:${local}>`,
});

/** Results of a search, as a feed has them. */
export const OPENSEARCH: Vocabulary = {
  prefix: "opensearch",
  namespace: "{http://a9.com/-/spec/opensearch/1.1/}",
  title: "OpenSearch 1.1",
  url: "https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md",
  formats: ["atom", "rss", "rdf"],
  aliases: ["{http://a9.com/-/spec/opensearchrss/1.0/}"],
  open: true,
  elements: {
    totalResults: count("totalResults", NON_NEGATIVE),
    startIndex: count("startIndex", INTEGER),
    itemsPerPage: count("itemsPerPage", NON_NEGATIVE),
    Query: {
      in: ["feed"],
      text: "none",
      attributes: {
        role: { required: true, forms: [ROLE] },
        title: {},
        totalResults: { forms: [NON_NEGATIVE] },
        searchTerms: {},
        count: { forms: [NON_NEGATIVE] },
        startIndex: { forms: [INTEGER] },
        startPage: { forms: [INTEGER] },
        language: { forms: [LANGUAGE] },
        inputEncoding: {},
        outputEncoding: {},
      },
      example: '<opensearch:Query role="request" searchTerms="boats" startPage="1"/>',
    },
  },
};
