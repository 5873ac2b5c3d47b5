import Parser from "rss-parser";
import type { Poller, Seen } from "./poller.ts";

/**
 * `rss-parser` keeps nothing, takes every status from 300 on for an error, and shows no response headers: what a program
 * that polls with it does about that stands here.
 *
 * @param etagOf what the program learns of the last answer for a URL
 */
export function rssParser(etagOf: (url: string) => string | undefined): Poller {
  const kept = new Map<string, Map<string, Seen>>();
  return {
    name: "rss-parser",
    missing: null,
    takesDeltas: false,
    unconditional: 1,
    async poll(url) {
      const entries = kept.get(url) ?? new Map<string, Seen>();
      kept.set(url, entries);
      const etag = etagOf(url);
      const parser = new Parser<object, { id?: string }>({
        headers: { "accept-encoding": "identity", ...(etag && { "if-none-match": etag }) },
      });
      try {
        for (const item of (await parser.parseURL(url)).items) entries.set(idOf(item), toSeen(item));
      } catch (error) {
        if (!/^Status code 304$/.test((error as Error).message)) throw error;
      }
      return [...entries.values()];
    },
  };
}

type Item = Parser.Item & { id?: string };

const idOf = (item: Item): string => item.guid ?? item.id ?? "";

const toSeen = (item: Item): Seen => ({
  id: idOf(item),
  title: item.title ?? "",
  link: item.link ?? "",
  published: Math.floor(Date.parse(item.isoDate ?? "") / 1000),
});
