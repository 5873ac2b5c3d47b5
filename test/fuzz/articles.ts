import { HTML } from "../bench/cost/shapes/html.ts";
import { ARTICLE_FIELDS, JSON_TEXT } from "../bench/cost/shapes/json.ts";
import { MARKDOWN, PAGE_TEXT, YAML } from "../bench/cost/shapes/texts.ts";
import { XML } from "../bench/cost/shapes/xml.ts";
import { chance, mostly, type Next, nastyText, pick, textOf } from "./texts.ts";

/** So many ids there are: a story is changed as often as it is new. */
const IDS = 2_000;
/** Characters of a body: most are short, for a feed holds fifty. */
const MOST_HTML = 6_000;
const MOST_LONG_HTML = 60_000;
const MOST_SOURCE = 20_000;

const SECTIONS = ["Politics", "Business", "Weather", "Sport"];
const LANGUAGES = ["en", "en-GB", "ar", "zh-Hans", "fr"];
const STATUSES = ["usable", "usable", "usable", "usable", "withheld", "canceled"];

const anyId = (next: Next): string => mostly(next, `a-${Math.floor(next() * IDS)}`, () => nastyText(next));

/** A line of a bulk: an article as somebody may send it, or something else. */
export function articleLine(next: Next, now: number): string {
  if (chance(next, 0.02)) return textOf(next, JSON_TEXT, 5_000).replaceAll("\n", " ");
  const line = JSON.stringify(anyArticle(next, now));
  return chance(next, 0.03) ? line.replace("{", `{${textOf(next, ARTICLE_FIELDS, 2_000)}`).replaceAll("\n", " ") : line;
}

function anyArticle(next: Next, now: number): Record<string, unknown> {
  const time = (): unknown => mostly(next, new Date(now - (next() - 0.01) * 3e9).toISOString(), () => nastyText(next));
  const url = (): unknown => mostly(next, `https://gazette.example/${nastyText(next)}`, () => nastyText(next));
  const line = (): unknown => mostly(next, `Story ${nastyText(next)}`, () => nastyText(next));
  const some = <T>(one: () => T): T[] => Array.from({ length: Math.floor(next() * 3) }, one);
  const maybe = <T>(one: () => T, share = 0.2): T | undefined => (chance(next, share) ? one() : undefined);
  return {
    id: anyId(next),
    url: url(),
    title: line(),
    content_html: textOf(next, HTML, chance(next, 0.01) ? MOST_LONG_HTML : MOST_HTML),
    published_at: time(),
    summary: maybe(line),
    authors: maybe(() =>
      some(() => ({
        name: line(),
        url: maybe(url),
        email: maybe(() => mostly(next, "a@b.example", () => nastyText(next))),
      })),
    ),
    section: maybe(() => mostly(next, pick(next, SECTIONS), line), 0.7),
    tags: maybe(() => some(line)),
    language: maybe(() => mostly(next, pick(next, LANGUAGES), () => nastyText(next))),
    dateline: maybe(line),
    credit: maybe(() => ({ name: mostly(next, "Coast Wire", line), url: maybe(url) })),
    images: maybe(() =>
      some(() => ({
        url: url(),
        type: maybe(() => "image/png"),
        width: maybe(() => 10),
        caption: maybe(line),
        credit: maybe(line),
      })),
    ),
    attachments: maybe(() =>
      some(() => ({ url: url(), type: "audio/mpeg", length: maybe(() => 1), duration: maybe(() => next() * 1e4) })),
    ),
    rights: maybe(line),
    updated_at: maybe(time),
    embargo_until: maybe(time, 0.03),
    expires_at: maybe(time, 0.03),
    corrections: maybe(() => some(() => ({ at: time(), note: line() }))),
    status: maybe(() => pick(next, STATUSES)),
    reason: maybe(line, 0.05),
    guid: maybe(() => mostly(next, `urn:a:${Math.floor(next() * IDS)}`, () => nastyText(next)), 0.05),
    [nastyText(next)]: maybe(line, 0.02),
  };
}

/** A file that somebody may import. */
export function sourceFile(next: Next): { name: string; text: string } {
  const html = (): string => textOf(next, HTML, MOST_SOURCE);
  const xml = (): string => textOf(next, XML, MOST_SOURCE);
  const link = `<link>https://gazette.example/${Math.floor(next() * IDS)}</link><pubDate>Tue, 03 Mar 2026 10:15:00 GMT</pubDate>`;
  const title = `<title>${nastyText(next)}</title>`;
  const rss = (item: string): string =>
    `<rss version="2.0"><channel><title>a</title><item>${title}${link}${item}</item></channel></rss>`;
  return pick(next, [
    () => ({ name: "a.rss", text: rss(xml()) }),
    () => ({ name: "a.rss", text: rss(`<description><![CDATA[${html()}]]></description>`) }),
    () => ({ name: "a.rss", text: `<rss><channel>${xml()}` }),
    () => ({ name: "a.atom", text: `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${xml()}</entry></feed>` }),
    () => ({ name: "a.xml", text: xml() }),
    () => ({ name: "a.json", text: textOf(next, JSON_TEXT, MOST_SOURCE) }),
    () => ({ name: "a.md", text: textOf(next, MARKDOWN, MOST_SOURCE) }),
    () => ({ name: "a.md", text: `---\n${textOf(next, YAML, MOST_SOURCE)}\n---\n${textOf(next, MARKDOWN, 2_000)}` }),
    () => ({ name: "a.txt", text: textOf(next, PAGE_TEXT, MOST_SOURCE) }),
  ])();
}
