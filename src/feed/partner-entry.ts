import type { Article } from "../article/article.ts";
import { withoutImages } from "../article/html/images.ts";
import { licensedImages } from "../article/syndication.ts";
import type { Definition, Site } from "./definition.ts";
import { escapeHtml, type StoredArticle, toEntry } from "./entry.ts";
import type { Entry } from "./feed.ts";

/** What a partner sees of an article: what it licensed, in its wording. No clock, so it is the same at every poll. */
export function toPartnerEntry(stored: StoredArticle, definition: Definition, partner: string, site: Site): Entry {
  const article = licensed(stored.article, partner);
  const shortened = definition.content === "full" && article.syndication?.summary_only?.includes(partner);
  const language = definition.language ?? site.language;
  const style = {
    content: shortened ? ("summary" as const) : definition.content,
    kind: definition.profile === "wire" ? ("wire" as const) : ("public" as const),
  };
  const entry = toEntry({ ...stored, article }, style, language);
  const linked = { ...entry, url: withParameters(entry.url, definition.link_parameters) };
  // A notice ends in no credit line: nobody wants to be named under a story that was taken back.
  if (definition.attribution === undefined || article.status === "canceled") return linked;
  return attribute(linked, article.url, definition.attribution, site);
}

/** The article without the images that the partner did not license: they go from the list and the text, their captions too. */
function licensed(article: Article, partner: string): Article {
  const { images, withheld } = licensedImages(article, partner);
  if (withheld.length === 0) return article;
  return {
    ...article,
    images,
    attachments: article.attachments.filter(({ url }) => !withheld.includes(url)),
    content_html: withoutImages(
      article.content_html,
      withheld,
      images.map(({ url }) => url),
    ),
  };
}

/** A link with parameters added. One that the link has already is the newsroom's own, and stays. */
function withParameters(url: string, parameters: Record<string, string> = {}): string {
  const { searchParams } = new URL(url);
  const added = Object.entries(parameters)
    .filter(([name]) => !searchParams.has(name))
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  if (added === "") return url;
  const [address = "", fragment] = url.split("#", 2);
  const joined = `${address}${address.includes("?") ? "&" : "?"}${added}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

/** The credit line ends the body, or the summary where there is no body; the entry names a source in any case. */
function attribute(entry: Entry, canonical: string, template: string, site: Site): Entry {
  const credit = entry.credit ?? { name: site.title, url: site.home };
  const values: Record<string, string> = {
    credit: credit.name,
    site: site.title,
    title: entry.title,
    url: entry.url,
    canonical,
  };
  const fill = (write: (name: string, value: string) => string) =>
    template
      .split(/(\{[a-z]+\})/)
      .map((part, index) => {
        const name = part.slice(1, -1);
        return index % 2 === 0 ? write("", part) : write(name, values[name] ?? "");
      })
      .join("");
  if (entry.content_html === undefined)
    return { ...entry, credit, summary: [entry.summary, fill((_, value) => value)].filter(Boolean).join(" ") };
  const line = fill((name, value) =>
    name === "url" || name === "canonical"
      ? `<a href="${escapeAttribute(value)}">${escapeHtml(value)}</a>`
      : escapeHtml(value),
  );
  return { ...entry, credit, content_html: `${entry.content_html}<p>${line}</p>` };
}

const escapeAttribute = (text: string): string => escapeHtml(text).replaceAll('"', "&#x22;");
