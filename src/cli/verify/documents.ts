import { agreement, formatsOfOneFeed } from "../../proofread/agreement.ts";
import { proofread } from "../../proofread/proofread.ts";
import type { Checked, DocumentFinding, Report } from "./report.ts";
import { readSource, type Source } from "./source.ts";

/** Anybody's feeds, given as URLs or files. */
export async function checkDocuments(names: string[]): Promise<Report> {
  const read = await Promise.all(names.map(readOrTrouble));
  const sources = read.filter((one) => "text" in one);
  const unread = read.filter((one) => "troubles" in one);
  const checked = await Promise.all(sources.map(checkSource));
  return { checked: [...checked, ...unread, ...formatsOfOneFeed(sources).map(checkAgreement)], notes: [] };
}

/** What is wrong with a document by itself. */
export async function proofreadSource(source: Source, document = source.name): Promise<DocumentFinding[]> {
  const found = await proofread(source.text, { url: source.url, contentType: source.contentType });
  return [...source.findings, ...found].map((finding) => ({ document, ...finding }));
}

/** Where the formats of one feed disagree. */
export const disagreements = (sources: { name: string; text: string }[]): DocumentFinding[] =>
  agreement(sources).map((finding) => ({ document: "formats", ...finding }));

async function readOrTrouble(name: string): Promise<Source | Checked> {
  try {
    return await readSource(name);
  } catch (error) {
    return {
      name,
      what: "",
      discrepancies: [],
      findings: [],
      troubles: [error instanceof Error ? error.message : String(error)],
    };
  }
}

const checkSource = async (source: Source): Promise<Checked> => ({
  name: source.name,
  what: "proofread",
  discrepancies: [],
  findings: await proofreadSource(source),
  troubles: [],
});

const checkAgreement = (sources: { name: string; text: string }[]): Checked => ({
  name: sources.map(({ name }) => name).join(" "),
  what: "formats of one feed, compared with one another",
  discrepancies: [],
  findings: disagreements(sources),
  troubles: [],
});
