import { firstWords } from "../../article/text.ts";
import { type Taker, take } from "../feeds/take.ts";
import { attribute, elements, type XmlElement } from "../feeds/xml.ts";
import { parseDate } from "../values/dates.ts";

/** How GData says what an entry is, among its categories. */
const KIND_SCHEME = "http://schemas.google.com/g/2005#kind";

export const isKind = (category: XmlElement): boolean => attribute(category, "scheme") === KIND_SCHEME;

/** `post`, `page`, `comment`, `template`, `settings`; undefined where an entry does not say. */
export function entryKind(entry: XmlElement): string | undefined {
  const children = take(entry);
  const kind = children.all("atom:category").find(isKind);
  const said = children.text("blogger:type") ?? (kind && attribute(kind, "term")?.replace(/^.*#/s, ""));
  return children.one("thr:in-reply-to") ? "comment" : said?.toLowerCase();
}

/** An export of a whole blog, older ones (`…/blogger/2008/kind#post`) and Takeout's (`<blogger:type>POST`); not a feed that it serves. */
export const isBloggerExport = (root: XmlElement): boolean =>
  root.name === "atom:feed" &&
  elements(root).some(
    (entry) =>
      entry.name === "atom:entry" &&
      elements(entry).some(
        (child) => child.name === "blogger:type" || (child.name === "atom:category" && isKind(child)),
      ),
  );

/** What keeps a post from being public: a draft, one in the trash, one whose time has not come. */
export function keptBackBy(entry: XmlElement, now: string): { withheld?: string; embargo?: string } {
  const children = take(entry);
  const published = children.text("atom:published");
  const at = parseDate(published ?? "");
  const isAhead = at !== null && Date.parse(at) > Date.parse(now);
  const withheld = byDraft(take(children.all("app:control"))) ?? byStatus(children, isAhead);
  return { withheld, embargo: isAhead ? published : undefined };
}

/** RFC 5023 §13.1.1: `yes` or `no`. */
function byDraft(control: Taker): string | undefined {
  const draft = control.text("app:draft")?.toLowerCase();
  if (draft === undefined || draft === "no") return undefined;
  return draft === "yes" ? "it is a draft" : `it says draft: ${firstWords(draft, 40)}, which nobody here understands`;
}

function byStatus(children: Taker, isAhead: boolean): string | undefined {
  const status = children.text("blogger:status")?.toLowerCase();
  if (children.text("blogger:trashed") || status?.includes("trashed")) return "it is in the trash";
  if (status === undefined || status === "live") return undefined;
  if (status === "draft") return "it is a draft";
  if (status !== "scheduled") return `its status is “${firstWords(status, 40)}”, which nobody here understands`;
  return isAhead ? undefined : "it was scheduled for a time that has passed, and does not say that it went out";
}
