import { convertFeed } from "./convert-feed.ts";
import { withhold } from "./decide/withhold.ts";
import { detectBytes, whyNoSource } from "./detect.ts";
import { readAtom } from "./feeds/atom.ts";
import { readJsonFeed } from "./feeds/json-feed.ts";
import { paceOf } from "./feeds/pace.ts";
import { readRdf, readRss } from "./feeds/rss.ts";
import { deletedEntries } from "./feeds/tombstones.ts";
import type { ImportSource } from "./source.ts";
import { type SourceReading, skipSource } from "./source-reading.ts";

/** A feed as somebody reads it who comes again. */
export interface PolledFeed {
  reading: SourceReading;
  /** The ids of entries that it says it has taken back (RFC 6721). */
  deleted: string[];
  /** Seconds for which it says that it need not be asked again. */
  pace?: number;
}

/** Bytes of a feed to articles, and of nothing else: it has no reader of anything but feeds with it. */
export async function readFeed(bytes: Uint8Array, source: ImportSource): Promise<PolledFeed> {
  const { text, detected, notes } = detectBytes(bytes, source);
  const told = async (reading: Promise<SourceReading>): Promise<SourceReading> => {
    const read = await reading;
    return { ...read, items: read.items.map((item) => withhold(item, source)), notes: [...notes, ...read.notes] };
  };
  switch (detected.kind) {
    case "rss":
    case "rdf":
    case "atom": {
      const { kind, root } = detected;
      const feed = { rss: readRss, rdf: readRdf, atom: readAtom }[kind](root);
      return {
        reading: await told(convertFeed(kind, feed, source)),
        deleted: deletedEntries(root),
        pace: paceOf(root),
      };
    }
    case "json feed":
      return {
        reading: await told(convertFeed("json feed", readJsonFeed(detected.feed, source), source)),
        deleted: [],
      };
    case "html":
      return { reading: skipSource(source, whyNoSource(text)), deleted: [] };
    case "unknown":
      return { reading: skipSource(source, detected.reason), deleted: [] };
    default:
      return { reading: skipSource(source, "it is no feed"), deleted: [] };
  }
}
