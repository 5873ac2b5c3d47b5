import { FORMATS } from "../../feed/feed.ts";
import { descendants } from "../../proofread/tree.ts";
import { parseXmlStrictly } from "../../verify/parse/xml.ts";
import { disagreements, proofreadSource } from "./documents.ts";
import type { Checked, Report } from "./report.ts";
import { fetchSource, request, type Source } from "./source.ts";

/** The feeds of a service, as anybody sees them: what is stored cannot be read without a token. */
export async function checkPublicFeeds(base: string): Promise<Report> {
  const notes = ["No publish token: documents are proofread and compared with one another, not with what is stored."];
  try {
    const urls = await listFeeds(base);
    const checked: Checked[] = [];
    for (const url of urls) checked.push(await checkFeed(base, url));
    return { checked, notes };
  } catch (error) {
    return { checked: [trouble(base, error)], notes };
  }
}

/** The public feeds' RSS documents, by OPML 2.0. */
async function listFeeds(base: string): Promise<string[]> {
  const response = await request(`${base}/feeds.opml`);
  if (!response.ok) throw new Error(`GET ${base}/feeds.opml answered ${response.status}`);
  const parsed = parseXmlStrictly(await response.text());
  if (parsed.status === "malformed") throw new Error(`${base}/feeds.opml is not well-formed: ${parsed.faults[0]}`);
  return [...descendants(parsed.root)].flatMap((element) => element.attributes.get("xmlUrl") ?? []);
}

/** The other formats have the same path with another extension. */
async function checkFeed(base: string, url: string): Promise<Checked> {
  const stem = url.replace(/\.[a-z]+$/, "");
  try {
    const sources: Source[] = [];
    for (const format of FORMATS)
      sources.push(await fetchSource(atBase(base, `${stem}.${format}`), `${stem}.${format}`));
    const named = sources.map(({ text }, index) => ({ name: FORMATS[index] as string, text }));
    const findings = await Promise.all(sources.map((source, index) => proofreadSource(source, FORMATS[index])));
    return {
      name: stem,
      what: `${FORMATS.join(", ")} proofread and compared with one another`,
      discrepancies: [],
      findings: [...findings.flat(), ...disagreements(named)],
      troubles: [],
    };
  } catch (error) {
    return trouble(stem, error);
  }
}

/** A service names its public URLs, and is asked here at another. */
export const atBase = (base: string, url: string): string => {
  const { pathname, search } = new URL(url);
  return base + pathname + search;
};

export const trouble = (name: string, error: unknown): Checked => ({
  name,
  what: "",
  discrepancies: [],
  findings: [],
  troubles: [error instanceof Error ? error.message : String(error)],
});
