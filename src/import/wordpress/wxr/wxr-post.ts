import type { Media } from "../../draft.ts";
import { elements, textOf, type XmlElement } from "../../feeds/xml.ts";
import { parseMediaType } from "../../values/media-type.ts";
import type { Person } from "../../values/people.ts";
import { showBody } from "../body/body.ts";
import { showShortcodes } from "../body/shortcodes.ts";
import type { WordpressPost } from "../post.ts";
import { plainName, type Term } from "../terms.ts";
import { fieldOf, metaOf } from "./wxr-file.ts";
import type { WxrSite } from "./wxr-index.ts";

/** A post as an export has it: what it names by an id is looked up in its site. */
export function wxrPost(item: XmlElement, where: string, site: WxrSite): WordpressPost {
  const notes: string[] = [];
  const meta = metaOf(item);
  const context = { id: fieldOf(item, "wp:post_id") ?? "", library: site, notes };
  const text = fieldOf(item, "content:encoded");
  const excerpt = fieldOf(item, "excerpt:encoded") ?? fieldOf(item, "description");
  const terms = termsOf(item, site);
  return {
    where,
    status: fieldOf(item, "wp:status"),
    hasPassword: hasPassword(item),
    guid: fieldOf(item, "guid"),
    link: fieldOf(item, "link"),
    title: fieldOf(item, "title"),
    body: text && showBody(text, meta.get("footnotes"), context),
    excerpt: excerpt && showShortcodes(excerpt, context),
    date: {
      gmt: fieldOf(item, "wp:post_date_gmt"),
      local: fieldOf(item, "wp:post_date"),
      other: fieldOf(item, "pubdate"),
    },
    modified: { gmt: fieldOf(item, "wp:post_modified_gmt"), local: fieldOf(item, "wp:post_modified") },
    authors: authorsOf(item, terms, site),
    terms,
    primary: PRIMARY.map((key) => meta.get(key)).find(Boolean),
    media: [...pictureOf(meta, site, notes), ...enclosuresOf(item)],
    notes,
  };
}

/** A space is a password, too; a line break is how some program writes an empty element. */
const hasPassword = (item: XmlElement): boolean =>
  elements(item).some(
    (child) => child.name === "wp:post_password" && /[^\r\n\t]/.test(textOf(child).replace(/\n\s*/g, "")),
  );

/** Where plugins keep the category that an editor made the first: Yoast SEO, Rank Math, SEOPress, Primary Category. */
const PRIMARY = [
  "_yoast_wpseo_primary_category",
  "rank_math_primary_category",
  "_seopress_robots_primary_cat",
  "epc_primary_category",
];

/** WXR 1.0 has each term twice, once without its taxonomy. */
function termsOf(item: XmlElement, site: WxrSite): Term[] {
  const categories = elements(item).filter(({ name }) => name === "category");
  const isTold = categories.some(({ attributes }) => attributes.has("domain"));
  return categories
    .filter(({ attributes }) => !isTold || attributes.has("domain"))
    .map((element) => {
      const taxonomy = element.attributes.get("domain") ?? "category";
      const slug = element.attributes.get("nicename") ?? "";
      return {
        taxonomy: taxonomy === "tag" ? "post_tag" : taxonomy,
        slug,
        name: textOf(element),
        id: site.categoryId(slug),
      };
    });
}

/** A post has one author, by login. Several, and guests, are terms of a plugin's, whose slugs Co-Authors Plus starts with `cap-`. */
function authorsOf(item: XmlElement, terms: Term[], site: WxrSite): Person[] {
  const several = terms
    .filter(({ taxonomy }) => taxonomy === "author")
    .map(
      ({ slug, name }) =>
        site.person(slug) ?? site.person(name) ?? site.person(slug.replace(/^cap-/, "")) ?? plainName(name),
    );
  const login = fieldOf(item, "dc:creator");
  const names = several.length > 0 ? several : login === undefined ? [] : [site.person(login) ?? plainName(login)];
  return [...new Set(names)].filter((name) => name !== "").map((name) => ({ name }));
}

function pictureOf(meta: Map<string, string>, site: WxrSite, notes: string[]): Media[] {
  const id = meta.get("_thumbnail_id");
  if (!id || !/^[1-9]/.test(id)) return [];
  const file = site.file(id);
  if (!file) notes.push("its picture is not in the export");
  if (!file) return [];
  const { url, width, height, length, caption, alt, credit } = file;
  return [{ url, medium: "image", width, height, length, caption: caption ?? alt, credit }];
}

/** A recording that a post links to, as WordPress keeps it: address, bytes and type, a line each. */
function enclosuresOf(item: XmlElement): Media[] {
  const values = elements(item)
    .filter((child) => child.name === "wp:postmeta" && fieldOf(child, "wp:meta_key") === "enclosure")
    .map((child) => fieldOf(child, "wp:meta_value") ?? "");
  return values.flatMap((value) => {
    const [url = "", length, type] = value.split(/\r?\n/).map((line) => line.trim());
    return /^https?:/i.test(url) ? [{ url, length: Number(length) || undefined, type: parseMediaType(type) }] : [];
  });
}
