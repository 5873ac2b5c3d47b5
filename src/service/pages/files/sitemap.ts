import { millisecondsInDay } from "date-fns/constants";
import type { Site } from "../../../feed/definition.ts";
import { escapeXml } from "../../http/escape-xml.ts";
import type { News } from "../../store/directory.ts";

/** A news sitemap names articles of the last two days only (Google's rules for news sitemaps). Milliseconds. */
export const NEWS_AGE = 2 * millisecondsInDay;
/** A news sitemap names a thousand articles at most (Google's rules for news sitemaps). */
export const MAX_NEWS = 1_000;

/** A news sitemap (sitemaps.org 0.9, Google's news extension 0.9). */
export function toNewsSitemap(site: Site, news: News[]): string {
  const urls = news.map(
    ({ url, title, published, language }) =>
      `<url><loc>${escapeXml(url)}</loc><news:news><news:publication><news:name>${escapeXml(site.title)}</news:name><news:language>${newsLanguage(language ?? site.language)}</news:language></news:publication><news:publication_date>${published}</news:publication_date><news:title>${escapeXml(title)}</news:title></news:news></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join("")}</urlset>`;
}

/**
 * The language as news sitemaps want it: two or three letters (ISO 639), and for Chinese `zh-cn` or `zh-tw`, by its script,
 * which a tag names, or else its region's usual one.
 */
function newsLanguage(language: string): string {
  const [primary = "en"] = language.toLowerCase().split("-");
  if (primary !== "zh") return primary;
  if (/-hans(-|$)/i.test(language)) return "zh-cn";
  return /-(hant|tw|hk|mo)(-|$)/i.test(language) ? "zh-tw" : "zh-cn";
}

/**
 * `robots.txt` (RFC 9309). Articles live on the newsroom's own site: naming the sitemap here lets it speak for them
 * (sitemaps.org, cross submits).
 */
export const toRobots = (site: Site): string =>
  `User-agent: *\nDisallow: /api/\nDisallow: /desk\nAllow: /\n\nSitemap: ${site.base}/news-sitemap.xml\n`;
