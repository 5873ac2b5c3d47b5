import { millisecondsInDay } from "date-fns/constants";
import type { Site } from "../../../feed/definition.ts";
import type { News } from "../../store/directory.ts";
import { escapeXml } from "./xml.ts";

/** A news sitemap names the articles of the last two days, a thousand at most (Google's news sitemap rules). */
export const NEWS_AGE = 2 * millisecondsInDay;
export const MAX_NEWS = 1_000;

export function toNewsSitemap(site: Site, news: News[]): string {
  const urls = news.map(
    ({ url, title, published, language }) =>
      `<url><loc>${escapeXml(url)}</loc><news:news><news:publication><news:name>${escapeXml(site.title)}</news:name><news:language>${newsLanguage(language ?? site.language)}</news:language></news:publication><news:publication_date>${published}</news:publication_date><news:title>${escapeXml(title)}</news:title></news:news></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join("")}</urlset>`;
}

/** ISO 639, two or three letters; of Chinese the two scripts are told apart. */
function newsLanguage(language: string): string {
  const [primary = "en"] = language.toLowerCase().split("-");
  if (primary !== "zh") return primary;
  return /-(hant|tw|hk|mo)(-|$)/i.test(language) ? "zh-tw" : "zh-cn";
}

/** Articles live on the newsroom's own site: naming the sitemap here lets it speak for them (sitemaps.org, cross submits). */
export const toRobots = (site: Site): string =>
  `User-agent: *\nDisallow: /api/\nDisallow: /desk\nAllow: /\n\nSitemap: ${site.base}/news-sitemap.xml\n`;
