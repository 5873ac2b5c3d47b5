import { Collector } from "./collector.ts";
import { discoverFeeds } from "./discover/discover.ts";
import { binaryName, seemingKindOf } from "./document/kind.ts";
import { DOCUMENT_EMPTY, DOCUMENT_HTML, DOCUMENT_NO_FEED } from "./document/rules.ts";
import { checkXmlDocument } from "./document/xml-document.ts";
import type { Proofreading } from "./finding.ts";
import { checkJson } from "./json/check.ts";
import type { Provenance } from "./xml/check.ts";
import { clip } from "./xml/forms/form.ts";

export interface ProofreadOptions extends Provenance {
  /** How many findings of one rule are kept. */
  most?: number;
}

/**
 * Proofreads anybody's feed, with nothing to compare it with: what the specifications ask of a document, and what readers
 * are known to stumble over. Reads the document once, from its start to its end. Never throws on a document.
 */
export async function proofread(text: string, { most, ...origin }: ProofreadOptions = {}): Promise<Proofreading> {
  const collector = new Collector(most);
  const outline = await check(text, origin, collector);
  return { ...outline, findings: collector.sorted(), counts: collector.counts };
}

async function check(
  text: string,
  origin: Provenance,
  collector: Collector,
): Promise<Pick<Proofreading, "format" | "version" | "entries">> {
  const kind = seemingKindOf(text);
  const binary = binaryName(text);
  if (kind === "json") return checkJson(text, origin, collector);
  if (kind === "xml" && !binary) return checkXmlDocument(text, origin, collector);
  const where = "document";
  if (kind === "empty") collector.add(DOCUMENT_EMPTY, () => ({ where, message: "there is nothing in it" }));
  else if (kind === "html") collector.add(DOCUMENT_HTML, () => ({ where, message: htmlMessage(text, origin.url) }));
  else
    collector.add(DOCUMENT_NO_FEED, () => ({
      where,
      message: `this is ${binary ?? "text"}: RSS, Atom or JSON Feed was expected`,
    }));
  return { entries: 0 };
}

/** Of a page that came from nowhere, what it links to is told as it stands there. */
const NOWHERE = "http://page.invalid";

function htmlMessage(html: string, url = `${NOWHERE}/`): string {
  const feeds = discoverFeeds(html, url).filter(({ how }) => how === "link");
  const named = feeds.slice(0, 5).map((feed) => clip(feed.url.replace(NOWHERE, "")));
  return feeds.length === 0
    ? "this is a page, and no feed; it links to none either"
    : `this is a page, and no feed; it links to ${feeds.length === 1 ? "this one" : `${feeds.length}`}: ${named.join(", ")}`;
}
