import { contain } from "../article/contain.ts";
import { readBloggerExport } from "./blogger/export.ts";
import { isBloggerExport } from "./blogger/standing.ts";
import { convertFeed } from "./convert-feed.ts";
import { withhold } from "./decide/withhold.ts";
import { type DetectedText, detectBytes, whyNoSource } from "./detect.ts";
import { readAtom } from "./feeds/atom.ts";
import { readJsonFeed } from "./feeds/json-feed.ts";
import { readRdf, readRss } from "./feeds/rss.ts";
import { withoutDeleted } from "./feeds/tombstones.ts";
import { isBesideMediumPosts, readStoryPage } from "./medium/page.ts";
import { readPageText } from "./page-text/read.ts";
import { isPartOfSite } from "./part-of-site.ts";
import type { ImportSource } from "./source.ts";
import { type ReadItem, type Skip, type SourceReading, skipSource } from "./source-reading.ts";
import { readNdjson } from "./texts/ndjson.ts";
import { readWxrText } from "./wordpress/wxr/read-wxr.ts";

/** Bytes of whatever a newsroom has to articles, as JSON for `parseArticle`. The same bytes always give the same articles. */
export const readSource = async (bytes: Uint8Array, source: ImportSource): Promise<SourceReading> =>
  readDetected(detectBytes(bytes, source), source);

/** As `readSource`, of what was looked at before. */
export async function readDetected(found: DetectedText, source: ImportSource): Promise<SourceReading> {
  const reading = await readText(found, source);
  const items = reading.items.map((item) => withhold(item, source));
  return dropRepeated({ ...reading, items, notes: [...found.notes, ...reading.notes] });
}

/** What reads Markdown comes with libraries of some 40 MB of memory: it is loaded where there is some to read. */
async function readText({ text, detected }: DetectedText, source: ImportSource): Promise<SourceReading> {
  if (isPartOfSite(detected, source)) return skipSource(source, "it is a part of its site, and no story", true);
  switch (detected.kind) {
    case "wordpress":
      return readWxrText(text, source);
    case "rss":
      return convertFeed("rss", withoutDeleted(readRss(detected.root), detected.root), source);
    case "rdf":
      return convertFeed("rdf", withoutDeleted(readRdf(detected.root), detected.root), source);
    case "atom":
      return isBloggerExport(detected.root)
        ? convertFeed("blogger", readBloggerExport(detected.root, source), source)
        : convertFeed("atom", withoutDeleted(readAtom(detected.root), detected.root), source);
    case "json feed":
      return convertFeed("json feed", readJsonFeed(detected.feed, source), source);
    case "ghost": {
      const { readGhostExport } = await import("./ghost/export.ts");
      return convertFeed("ghost", readGhostExport(detected.tables, source), source);
    }
    case "ndjson":
      return { kind: "ndjson", notes: [], ...(await readNdjson(text, source)) };
    case "markdown": {
      const { readMarkdown } = await import("./texts/markdown.ts");
      return { kind: "markdown", ...(await readMarkdown(text, source)) };
    }
    case "page text":
      return { kind: "page text", notes: [], ...(await readPageText(text, source)) };
    case "html":
      return readPage(text, source);
    case "unknown":
      return skipSource(source, detected.reason);
  }
}

/** A page is no source, unless it says that it is one story. */
async function readPage(text: string, source: ImportSource): Promise<SourceReading> {
  const story = readStoryPage(text, source);
  if (story) return convertFeed("medium", story, source);
  if (!isBesideMediumPosts(source)) return skipSource(source, whyNoSource(text));
  const reason = "it is no story: Medium's archive has it beside its posts";
  return { kind: "medium", notes: [], items: [], skipped: [{ where: source.name, reason, isNoStory: true }] };
}

/** An id stands for one entry: of two items with the same, readers show the first. The same item again is none. */
function dropRepeated(reading: SourceReading): SourceReading {
  const first = new Map<unknown, ReadItem>();
  const skipped = [...reading.skipped];
  const items = reading.items.filter((item) => {
    const { where, article } = item;
    const id = article.id ?? where;
    const before = first.get(id);
    if (before) skipped.push(repeated(item, before));
    else first.set(id, item);
    return before === undefined;
  });
  return { ...reading, items, skipped };
}

function repeated({ where, article }: ReadItem, before: ReadItem): Skip {
  const isSame = contain(
    () => JSON.stringify(article) === JSON.stringify(before.article),
    // What cannot be written down cannot be compared.
    () => false,
  );
  return isSame
    ? { where, reason: `it is the same as ${before.where}`, isNoStory: true }
    : { where, reason: `it has the same id as ${before.where}` };
}
