import { copied } from "../../copied.ts";
import type { XmlElement } from "../../feeds/xml.ts";
import { elements } from "../../feeds/xml.ts";
import type { Attached, Library } from "../attached.ts";
import { plainName } from "../terms.ts";
import { fieldOf, metaOf, type ReadChunks, readParts } from "./wxr-file.ts";

/** What posts name by an id, which may stand after them, or in another file of the same export. */
export class WxrIndex {
  readonly #sites = new Map<string, WxrSite>();

  /** @param home the site's address: ids are its own */
  site(home = ""): WxrSite {
    const site = this.#sites.get(home) ?? new WxrSite();
    this.#sites.set(home, site);
    return site;
  }
}

export class WxrSite implements Library {
  readonly #files = new Map<string, Attached>();
  readonly #byParent = new Map<string, Attached[]>();
  readonly #blocks = new Map<string, string>();
  readonly #people = new Map<string, string>();
  readonly #categories = new Map<string, string>();

  file(id: string): Attached | undefined {
    return this.#files.get(id);
  }

  filesOf(post: string): Attached[] {
    return (this.#byParent.get(post) ?? []).toSorted((a, b) => a.order - b.order || Number(a.id) - Number(b.id));
  }

  sharedBlock(id: string): string | undefined {
    return this.#blocks.get(id);
  }

  /** The name that a login or a guest's slug stands for. */
  person(login: string): string | undefined {
    return this.#people.get(login.toLowerCase());
  }

  /** The id of a category, by its slug. */
  categoryId(slug: string): string | undefined {
    return this.#categories.get(slug);
  }

  addHead(channel: XmlElement): void {
    for (const child of elements(channel)) {
      if (child.name === "wp:author") this.#addPerson(child);
      const slug = child.name === "wp:category" && fieldOf(child, "wp:category_nicename");
      if (slug) this.#categories.set(slug, fieldOf(child, "wp:term_id") ?? "");
    }
  }

  #addPerson(author: XmlElement): void {
    const login = fieldOf(author, "wp:author_login");
    const names = [fieldOf(author, "wp:author_first_name"), fieldOf(author, "wp:author_last_name")];
    const name = fieldOf(author, "wp:author_display_name") ?? names.filter(Boolean).join(" ");
    if (login && name) this.#people.set(login.toLowerCase(), plainName(name));
  }

  addItem(type: string, item: XmlElement): void {
    const id = fieldOf(item, "wp:post_id");
    if (id === undefined) return;
    if (type === "wp_block") this.#blocks.set(id, fieldOf(item, "content:encoded") ?? "");
    else if (type === "guest-author") this.#addGuest(item);
    else this.#addFile(id, item);
  }

  /** Co-Authors Plus: people who have no account. */
  #addGuest(item: XmlElement): void {
    const meta = metaOf(item);
    const name = meta.get("cap-display_name") || fieldOf(item, "title");
    for (const slug of [fieldOf(item, "wp:post_name"), meta.get("cap-user_login")])
      if (slug && name) this.#people.set(slug.toLowerCase(), plainName(name));
  }

  #addFile(id: string, item: XmlElement): void {
    const url = fieldOf(item, "wp:attachment_url") ?? fieldOf(item, "guid");
    if (url === undefined) return;
    const meta = metaOf(item);
    const parent = fieldOf(item, "wp:post_parent") ?? "0";
    const file: Attached = {
      ...{ id, url, order: Number(fieldOf(item, "wp:menu_order") ?? 0) },
      title: fieldOf(item, "title"),
      caption: fieldOf(item, "excerpt:encoded"),
      alt: meta.get("_wp_attachment_image_alt") || undefined,
      ...imageFacts(meta.get("_wp_attachment_metadata") ?? ""),
    };
    const kept = copied(file);
    this.#files.set(kept.id, kept);
    if (parent === "0") return;
    const siblings = this.#byParent.get(parent);
    if (siblings) siblings.push(kept);
    else this.#byParent.set(copied(parent), [kept]);
  }
}

/** What WordPress keeps of a picture, in PHP's own notation. Its smaller copies stand in the same text, behind `sizes`. */
function imageFacts(serialized: string): Pick<Attached, "width" | "height" | "length" | "credit"> {
  const own = serialized.replace(/s:5:"sizes";.*?(?=s:10:"image_meta";|$)/s, "");
  const count = (name: string): number | undefined =>
    Number(new RegExp(`s:\\d+:"${name}";(?:i:(\\d+)|s:\\d+:"(\\d+)")`).exec(own)?.slice(1).find(Boolean)) || undefined;
  return {
    width: count("width"),
    height: count("height"),
    length: count("filesize"),
    credit: /s:6:"credit";s:\d+:"(.*?)";(?=s:\d+:"|\})/s.exec(own)?.[1] || undefined,
  };
}

/** Notes what a file says of its site. Only the items that posts name are parsed. */
export async function indexWxr(chunks: ReadChunks, index: WxrIndex): Promise<void> {
  let site: WxrSite | undefined;
  for await (const part of readParts(chunks)) {
    if (part.kind === "head") {
      site = index.site(wxrHome(part.channel));
      site.addHead(part.channel);
      continue;
    }
    const type = NAMED.exec(part.text)?.[1];
    const item = type === undefined ? null : part.parse();
    if (item && fieldOf(item, "wp:post_type") === type) site?.addItem(type ?? "", item);
  }
}

const NAMED = /<wp:post_type>\s*(?:<!\[CDATA\[)?\s*(attachment|wp_block|guest-author)\b/;

/** The site's own address: that of its home page. */
export const wxrHome = (channel: XmlElement): string | undefined =>
  fieldOf(channel, "link") ?? fieldOf(channel, "wp:base_blog_url") ?? fieldOf(channel, "wp:base_site_url");
