import type { Draft, FeedDraft } from "../draft.ts";
import { readAtom } from "../feeds/atom.ts";
import { relationOf } from "../feeds/atom-links.ts";
import { type ReadDraft, readEach } from "../feeds/read-each.ts";
import { take } from "../feeds/take.ts";
import { attribute, elements, type XmlElement } from "../feeds/xml.ts";
import type { ImportSource } from "../source.ts";
import { looksLikeHtml } from "../values/looks-like-html.ts";
import { entryKind, isKind, keptBackBy } from "./standing.ts";

/** Blogger writes this where an author's own address would stand. */
const NOBODY = /^noreply@blogger\.com$/i;

/** A whole blog, with its comments, settings and template, of which only the posts are stories. */
export function readBloggerExport(root: XmlElement, source: ImportSource): FeedDraft {
  const isEntry = (child: XmlElement | string) => typeof child !== "string" && child.name === "atom:entry";
  const { facts, notes } = readAtom({ ...root, children: root.children.filter((child) => !isEntry(child)) });
  // Takeout's does not say where the blog is.
  const home = facts.home || source.base || source.home;
  const entries = elements(root).filter(isEntry);
  const read = readEach(entries, "entry", (entry, where): ReadDraft => {
    const kind = entryKind(entry);
    if (kind !== "post" && !(kind === "page" && source.postTypes?.includes("page")))
      return { skip: { where: nameOf(entry, where), reason: whyNoStory(kind), isNoStory: true } };
    return readStory({ ...root, children: [withoutKeeping(entry)] }, entry, where, source);
  });
  const nowhere = home ? [] : ["it does not say where its blog is: --base URL says it"];
  return { facts: { ...facts, home }, ...read, notes: [...notes, ...nowhere] };
}

function whyNoStory(kind: string | undefined): string {
  if (kind === "page") return "it is a page: --pages takes pages as well";
  return kind === undefined ? "it does not say that it is a post" : `it is no story: Blogger keeps it as ${kind}`;
}

function nameOf(entry: XmlElement, where: string): string {
  const title = take(entry).text("atom:title");
  return title ? `${where} “${title.slice(0, 60).toWellFormed()}”` : where;
}

function readStory(alone: XmlElement, entry: XmlElement, where: string, { now }: ImportSource): ReadDraft {
  const { drafts, skipped } = readAtom(alone);
  const [draft] = drafts;
  if (!draft) return { skip: { where, reason: skipped[0]?.reason ?? "it is empty" } };
  const own = take(entry);
  return {
    draft: {
      ...draft,
      where,
      link: draft.link || own.text("blogger:filename"),
      title: titleOf(draft),
      description: draft.description ?? descriptionOf(own.text("blogger:metaDescription")),
      authors: draft.authors.map((person) =>
        NOBODY.test(person.email ?? "") ? { ...person, email: undefined } : person,
      ),
      published: draft.published ?? own.text("blogger:created"),
      ...keptBackBy(entry, now),
    },
  };
}

/** Takeout escapes titles twice. */
const titleOf = ({ title }: Draft): Draft["title"] =>
  title?.type === "text" && looksLikeHtml(title.value) ? { type: "html", value: title.value } : title;

const descriptionOf = (value: string | undefined): Draft["description"] =>
  value === undefined ? undefined : { type: "text", value };

/** An entry without what Blogger notes for its own keeping, so that only what a story loses is told. */
function withoutKeeping(entry: XmlElement): XmlElement {
  const children = entry.children.filter((child) => {
    if (typeof child === "string") return true;
    if (child.name === "atom:link")
      return ["alternate", "enclosure"].includes(relationOf(child)) && attribute(child, "href");
    if (child.name === "atom:category") return !isKind(child);
    return !/^(?:blogger:(?!location)|app:|thr:|gd:)/.test(child.name);
  });
  return { ...entry, children };
}
