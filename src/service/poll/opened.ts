import type { PollRequest } from "../home.ts";
import { escapeXml } from "../http/escape-xml.ts";

/**
 * Whether a person opens the document itself in a browser (Fetch Metadata §2.1; no feed reader says so). Chromium shows RSS and
 * Atom under their own types as plain text, and with the style sheet that they name only as XML.
 */
export const isOpened = (request: PollRequest): boolean => request.headers.get("sec-fetch-dest") === "document";

/**
 * An RSS or Atom document as a browser is given it. The style sheet can make no link and shows markup as it stands: so a link in XHTML
 * comes first, and descriptions are plain text. Readers never get this: in their documents validators take XHTML there for misplaced.
 *
 * @param page the address of the page for people, as the document names it
 */
export const forBrowser = (document: string, page: string): string =>
  document
    .replace(ROOT, (root) => `${root}<a xmlns="http://www.w3.org/1999/xhtml" href="${escapeXml(page)}">${PAGE}</a>`)
    .replace(DESCRIPTION, (_, sections: string) => `<description>${withoutSections(sections)}</description>`);

const PAGE = "Its page for people, with all ways to follow it";

/** Its attributes are languages and namespaces, in which no `>` stands. */
const ROOT = /<(?:rss|feed)\b[^>]*>/;

/** What stands in its sections is plain text that was escaped as HTML, and the same escaped as XML. */
const DESCRIPTION = /<description>((?:<!\[CDATA\[(?:[^\]]|\](?!\]>))*\]\]>)+)<\/description>/g;

/** The end of a section that stands in a text is parted over two sections. */
const withoutSections = (text: string): string => text.replaceAll("<![CDATA[", "").replaceAll("]]>", "");
