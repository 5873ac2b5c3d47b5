import { contain } from "../../article/contain.ts";
import { agreement, formatsOfOneFeed, type NamedDocument } from "../../proofread/agreement.ts";
import { proofread } from "../../proofread/proofread.ts";
import { type LoadedDocument, loadDocument } from "./load.ts";
import { type CheckedItem, type DocumentFinding, notRead, type VerifyReport } from "./report.ts";

/** Anybody's feeds, given as URLs or files. */
export async function checkDocuments(names: string[]): Promise<VerifyReport> {
  const loaded = await Promise.all(names.map(loadOrTrouble));
  const documents = loaded.filter((one) => "text" in one);
  const unread = loaded.filter((one) => "troubles" in one);
  const proofreadOnes = await Promise.all(documents.map(checkDocument));
  const readable = documents.filter((_, index) => proofreadOnes[index]?.troubles.length === 0);
  return { checked: [...proofreadOnes, ...unread, ...formatsOfOneFeed(readable).map(checkAgreement)], notes: [] };
}

/** What is wrong with a document by itself: its bytes, and what they say. */
export async function proofreadDocument(loaded: LoadedDocument, document = loaded.name): Promise<DocumentFinding[]> {
  const found = await proofread(loaded.text, { url: loaded.url, contentType: loaded.contentType });
  return [...loaded.findings, ...found.findings].map((finding) => ({ document, ...finding }));
}

/** Where the formats of one feed disagree. */
export const formatFindings = (documents: NamedDocument[]): DocumentFinding[] =>
  agreement(documents).map((finding) => ({ document: "formats", ...finding }));

const loadOrTrouble = (name: string): Promise<LoadedDocument | CheckedItem> =>
  contain<LoadedDocument | CheckedItem>(
    () => loadDocument(name),
    (fault) => notRead(name, fault),
  );

const checkDocument = (loaded: LoadedDocument): Promise<CheckedItem> =>
  contain<CheckedItem>(
    async () => checked(loaded.name, "proofread", await proofreadDocument(loaded)),
    (fault) => notRead(loaded.name, fault),
  );

function checkAgreement(documents: NamedDocument[]): CheckedItem {
  const name = documents.map(({ name }) => name).join(" ");
  return contain(
    () => checked(name, "formats of one feed, compared with one another", formatFindings(documents)),
    (fault) => notRead(name, fault),
  );
}

const checked = (name: string, what: string, findings: DocumentFinding[]): CheckedItem => ({
  ...{ name, what, findings },
  discrepancies: [],
  troubles: [],
});
