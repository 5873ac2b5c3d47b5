import type { ElementDeclaration, Vocabulary } from "../declare.ts";
import { documentOf } from "../examples.ts";
import { PLAUSIBLE_ISO, W3CDTF } from "../forms/dates.ts";
import type { Form } from "../forms/form.ts";
import { DCTERMS, localName } from "../namespaces.ts";

const TITLE = "DCMI Metadata Terms";
const URL_OF = "https://www.dublincore.org/specifications/dublin-core/dcmi-terms/";

const term = (
  local: string,
  more: Partial<ElementDeclaration> = {},
  text = "harbour",
): [string, ElementDeclaration] => [
  local,
  {
    in: ["feed", "entry", "image", "textInput", "source"],
    url: `${URL_OF}#http://purl.org/dc/terms/${local}`,
    example: `<dcterms:${local}>${text}</dcterms:${local}>`,
    ...more,
  },
];
const date = (local: string, text?: readonly Form[]) => term(local, { once: true, text }, "2026-03-13");

/** Terms that modules of RSS took over, and readers may know. */
const USUAL = Object.fromEntries([
  ...["alternative", "audience", "spatial", "temporal", "provenance", "rightsHolder", "accessRights", "license"].map(
    (local) => term(local),
  ),
  ...["isVersionOf", "hasVersion", "isReplacedBy", "replaces", "isRequiredBy", "requires", "isPartOf", "hasPart"].map(
    (local) => term(local),
  ),
  ...[
    "isReferencedBy",
    "references",
    "isFormatOf",
    "hasFormat",
    "conformsTo",
    "accrualMethod",
    "accrualPeriodicity",
  ].map((local) => term(local)),
  ...["accrualPolicy", "bibliographicCitation", "educationLevel", "instructionalMethod", "valid", "available"].map(
    (local) => term(local),
  ),
  ...["abstract", "tableOfContents", "extent", "mediator"].map((local) => term(local, { once: true })),
  ...["created", "issued", "modified"].map((local) => date(local, [W3CDTF, PLAUSIBLE_ISO])),
  ...["dateAccepted", "dateCopyrighted", "dateSubmitted"].map((local) => date(local)),
]);
/** Those that say what the 15 elements of Dublin Core say, or nothing of articles. */
const OTHERS = Object.fromEntries(
  (
    "contributor coverage creator date description format identifier language publisher relation rights source subject title type " +
    "medium"
  )
    .split(" ")
    .map((local) => term(local)),
);

/** DCMI Metadata Terms, which Dublin Core grew to. */
export const DUBLIN_CORE_TERMS: Vocabulary = {
  prefix: "dcterms",
  namespace: DCTERMS,
  title: TITLE,
  url: URL_OF,
  formats: ["rss", "rdf", "atom", "entry"],
  elements: { ...USUAL, ...OTHERS },
  // That of the page about the module.
  mistaken: ["{http://purl.org/rss/1.0/modules/dcterms/}"],
  rules: [
    {
      name: "dcterms/usual",
      severity: "advice",
      formats: ["rss", "rdf", "atom", "entry"],
      element: "<dcterms:…>",
      says: "What Dublin Core's 15 elements can say is said by them",
      section: TITLE,
      url: URL_OF,
      mend: "Write the element of the same name with the prefix dc, or the format's own.",
      readers: "The W3C validator takes these elements for errors; readers do not look for them.",
      on: { names: Object.keys(OTHERS).map((local) => DCTERMS + local) },
      check: ({ name }) =>
        `readers look for dc:${localName(name)} or the format's own element, not for dcterms:${localName(name)}`,
      fails: documentOf("rss", { entry: "<dcterms:rights>Harbour Press</dcterms:rights>" }),
      passes: documentOf("rss", { entry: "<dc:rights>Harbour Press</dc:rights>" }),
    },
  ],
};
