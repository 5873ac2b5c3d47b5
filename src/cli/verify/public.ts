import { contain } from "../../article/contain.ts";
import { FORMATS } from "../../feed/feed.ts";
import { opmlFeeds } from "../../proofread/discover/opml.ts";
import { parseXmlStrictly } from "../../verify/parse/xml.ts";
import { type FormatDocument, proofreadFormats } from "./check-document.ts";
import { loadFromUrl } from "./load.ts";
import { type CheckedItem, checkedItem, notRead, type VerifyReport } from "./report.ts";

/** The feeds of a service, as anybody sees them: what is stored cannot be read without a token. */
export async function checkPublicFeeds(base: string, most?: number): Promise<VerifyReport> {
  const notes = ["No publish token: documents are proofread and compared with one another, not with what is stored."];
  try {
    const listed = await listFeeds(base);
    const urls = listed.filter((url) => !isOfFamily(url));
    if (urls.length < listed.length)
      notes.push(
        "Feeds of families are left out: most are made when they are polled, and this would be a poll of each.",
      );
    const checked: CheckedItem[] = [];
    for (const url of urls) checked.push(await checkPublicFeed(base, url, most));
    return { checked, notes };
  } catch (error) {
    return { checked: [notRead(base, error)], notes };
  }
}

/** The public feeds' RSS documents, by OPML 2.0. */
async function listFeeds(base: string): Promise<string[]> {
  const { text } = await loadFromUrl(`${base}/feeds.opml`);
  const parsed = parseXmlStrictly(text);
  if (parsed.status === "malformed") throw new Error(`${base}/feeds.opml is not well-formed: ${parsed.faults[0]}`);
  // Another server's page lists no feed, which is not the same as a service whose feeds are all in order.
  if (parsed.root.name !== "opml") throw new Error(`${base}/feeds.opml is no OPML`);
  return opmlFeeds(text).map(({ url }) => url);
}

/** A feed with a definition of its own has no slash in its slug. */
const isOfFamily = (url: string): boolean => /\/feeds\/[^/]+\//.test(new URL(url).pathname);

/** The other formats have the same path with another extension. */
function checkPublicFeed(base: string, url: string, most?: number): Promise<CheckedItem> {
  const stem = url.replace(/\.[a-z]+$/, "");
  return contain<CheckedItem>(
    async () => {
      const documents: FormatDocument[] = [];
      for (const format of FORMATS) {
        const own = `${stem}.${format}`;
        documents.push({ format, ...(await loadFromUrl(atBase(base, own), { url: own })) });
      }
      const what = `${FORMATS.join(", ")} proofread and compared with one another`;
      return checkedItem(stem, what, await proofreadFormats(documents, most));
    },
    (fault) => notRead(stem, fault),
  );
}

/** Where a document is asked for: the service names its public URLs, and may run at another address here. */
export const atBase = (base: string, url: string): string => {
  const { pathname, search } = new URL(url);
  return base + pathname + search;
};
