import { agreement, formatsOfOneFeed, type NamedDocument } from "../../proofread/agreement.ts";
import { proofread } from "../../proofread/proofread.ts";
import { type LoadedDocument, loadDocument } from "./load.ts";
import { type CheckedItem, type DocumentFinding, notRead, type VerifyReport } from "./report.ts";

/** Anybody's feeds, given as URLs or files. */
export async function checkDocuments(names: string[]): Promise<VerifyReport> {
  const loaded = await Promise.all(names.map(loadOrTrouble));
  const documents = loaded.filter((one) => "text" in one);
  const unread = loaded.filter((one) => "troubles" in one);
  const checked = await Promise.all(documents.map(checkDocument));
  return { checked: [...checked, ...unread, ...formatsOfOneFeed(documents).map(checkAgreement)], notes: [] };
}

/** What is wrong with a document by itself: its bytes, and what they say. */
export async function proofreadDocument(loaded: LoadedDocument, document = loaded.name): Promise<DocumentFinding[]> {
  const found = await proofread(loaded.text, { url: loaded.url, contentType: loaded.contentType });
  return [...loaded.findings, ...found].map((finding) => ({ document, ...finding }));
}

/** Where the formats of one feed disagree. */
export const formatFindings = (documents: NamedDocument[]): DocumentFinding[] =>
  agreement(documents).map((finding) => ({ document: "formats", ...finding }));

const loadOrTrouble = (name: string): Promise<LoadedDocument | CheckedItem> =>
  loadDocument(name).catch((error) => notRead(name, error));

const checkDocument = async (loaded: LoadedDocument): Promise<CheckedItem> => ({
  name: loaded.name,
  what: "proofread",
  discrepancies: [],
  findings: await proofreadDocument(loaded),
  troubles: [],
});

const checkAgreement = (documents: NamedDocument[]): CheckedItem => ({
  name: documents.map(({ name }) => name).join(" "),
  what: "formats of one feed, compared with one another",
  discrepancies: [],
  findings: formatFindings(documents),
  troubles: [],
});
