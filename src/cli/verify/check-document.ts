import { contain } from "../../article/contain.ts";
import { counted } from "../../article/counted.ts";
import type { Format } from "../../feed/feed.ts";
import { agreement, type NamedDocument } from "../../proofread/agreement.ts";
import type { FeedFormat, Proofreading } from "../../proofread/finding.ts";
import { proofreadDecoded } from "../../proofread/proofread-bytes.ts";
import type { AskingAs } from "./ask.ts";
import type { LoadedDocument } from "./load.ts";
import { type CheckedItem, checkedItem, type DocumentFinding, type FindingCount, notRead } from "./report.ts";

/** How what is given is asked for and proofread. */
export interface CheckingAs extends AskingAs {
  /** How many findings of one rule are kept. */
  most?: number;
  /** What `-` stands for; the process's own, if nothing else. */
  stdin?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A feed in one of its formats. */
export type FormatDocument = LoadedDocument & { format: Format };

/** What came of one name, and the documents that may be formats of one feed. */
export interface InputCheck {
  items: CheckedItem[];
  documents: NamedDocument[];
  notes?: string[];
}

export async function checkOne(loaded: LoadedDocument, as: CheckingAs): Promise<InputCheck> {
  const item = await checkLoaded(loaded, as);
  return { items: [item], documents: item.troubles.length === 0 ? [loaded] : [] };
}

export const checkLoaded = (loaded: LoadedDocument, { most }: CheckingAs): Promise<CheckedItem> =>
  contain<CheckedItem>(
    async () => {
      const { proofreading, ...found } = await proofreadDocument(loaded, { most });
      const { name, received } = loaded;
      return checkedItem(name, describe(proofreading), { ...found, received });
    },
    (fault) => notRead(loaded.name, fault),
  );

/** What is wrong with the documents of one feed, each by itself, and one beside the other. */
export async function proofreadFormats(
  documents: FormatDocument[],
  most?: number,
): Promise<Required<Pick<CheckedItem, "findings" | "counts">>> {
  const read = await Promise.all(
    documents.map((document) => proofreadDocument(document, { document: document.format, most })),
  );
  return {
    findings: [
      ...read.flatMap(({ findings }) => findings),
      ...formatFindings(documents.map(({ format, text }) => ({ name: format, text }))),
    ],
    counts: read.flatMap(({ counts }) => counts),
  };
}

/** What is wrong with a document by itself: its bytes, and what they say. */
export async function proofreadDocument(
  { name, url, contentType, ...decoded }: LoadedDocument,
  { document = name, most }: { document?: string; most?: number } = {},
): Promise<{ proofreading: Proofreading; findings: DocumentFinding[]; counts: FindingCount[] }> {
  const proofreading = await proofreadDecoded(decoded, { url, contentType, most, now: Date.now() });
  return {
    proofreading,
    findings: proofreading.findings.map((finding) => ({ document, ...finding })),
    counts: [...proofreading.counts].map(([rule, count]) => ({ document, rule, count })),
  };
}

const FORMAT_NAMES: Record<FeedFormat, string> = {
  rss: "RSS",
  rdf: "RSS 1.0",
  atom: "Atom",
  entry: "an Atom entry",
  json: "JSON Feed",
};

/** As `RSS 2.0, 12 entries, proofread`. */
function describe({ format, version = "", entries }: Proofreading): string {
  if (format === undefined) return "no feed, or none that can be read";
  const name = `${FORMAT_NAMES[format]}${format === "rss" || format === "json" ? ` ${version}` : ""}`.trim();
  return format === "entry" ? `${name}, proofread` : `${name}, ${counted(entries, "entry", "entries")}, proofread`;
}

/** Where the formats of one feed disagree. */
export const formatFindings = (documents: NamedDocument[]): DocumentFinding[] =>
  agreement(documents).map((finding) => ({ document: "formats", ...finding }));
