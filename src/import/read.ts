import { convertFeed } from "./convert-feed.ts";
import { withhold } from "./decide/withhold.ts";
import { decode, looksTwiceEncoded } from "./decode.ts";
import { detect } from "./detect.ts";
import { readAtom } from "./feeds/atom.ts";
import { readJsonFeed } from "./feeds/json-feed.ts";
import { readRdf, readRss } from "./feeds/rss.ts";
import { readGhostExport } from "./ghost/export.ts";
import { readPageText } from "./page-text/read.ts";
import type { ImportSource } from "./source.ts";
import { type SourceReading, skipSource } from "./source-reading.ts";
import { readMarkdown } from "./texts/markdown.ts";
import { readNdjson } from "./texts/ndjson.ts";
import { readWxrText } from "./wordpress/wxr/read-wxr.ts";

/** Bytes of whatever a newsroom has to articles, as JSON for `parseArticle`. The same bytes always give the same articles. */
export async function readSource(bytes: Uint8Array, source: ImportSource): Promise<SourceReading> {
  const { text, notes } = decode(bytes, source.contentType);
  const reading = await readText(text, source);
  const doubts = looksTwiceEncoded(text)
    ? ["its text looks as if it had been encoded twice before it got here; it is kept as it is"]
    : [];
  const items = reading.items.map((item) => withhold(item, source));
  return dropRepeated({ ...reading, items, notes: [...notes, ...doubts, ...reading.notes] });
}

async function readText(text: string, source: ImportSource): Promise<SourceReading> {
  const detected = detect(text, source);
  switch (detected.kind) {
    case "wordpress":
      return readWxrText(text, source);
    case "rss":
      return convertFeed("rss", readRss(detected.root), source);
    case "rdf":
      return convertFeed("rdf", readRdf(detected.root), source);
    case "atom":
      return convertFeed("atom", readAtom(detected.root), source);
    case "json feed":
      return convertFeed("json feed", readJsonFeed(detected.feed), source);
    case "ghost":
      return convertFeed("ghost", readGhostExport(detected.tables, source), source);
    case "ndjson":
      return { kind: "ndjson", notes: [], ...(await readNdjson(text, source)) };
    case "markdown":
      return { kind: "markdown", ...(await readMarkdown(text, source)) };
    case "page text":
      return { kind: "page text", notes: [], ...(await readPageText(text, source)) };
    case "unknown":
      return skipSource(source, detected.reason);
  }
}

/** An id stands for one entry: of two items with the same, readers show the first. */
function dropRepeated(reading: SourceReading): SourceReading {
  const first = new Map<unknown, string>();
  const skipped = [...reading.skipped];
  const items = reading.items.filter(({ where, article }) => {
    const id = article.id ?? where;
    const before = first.get(id);
    if (before !== undefined) skipped.push({ where, reason: `it has the same id as ${before}` });
    else first.set(id, where);
    return before === undefined;
  });
  return { ...reading, items, skipped };
}
