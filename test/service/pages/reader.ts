import { expect } from "vitest";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { type article, type Newsroom, newsroom } from "../newsroom.ts";

/** A feed of everything, two of a part, one that was renamed and one that has ended. */
export const PAGE_FEEDS: DefinitionInput[] = [
  { slug: "all", title: "The Test Gazette", description: "All the news", entries: 4 },
  {
    slug: "politics",
    title: "The Test Gazette: Politics",
    description: "Votes",
    select: { any: [{ section: "Politics" }] },
  },
  {
    slug: "storm",
    title: "Storm",
    description: "Wind & <water>",
    content: "summary",
    select: { any: [{ tag: "Storm" }] },
  },
  { slug: "old", formerly: ["older"], title: "Old", description: "Renamed", select: { any: [{ tag: "none" }] } },
  { slug: "ended", title: "Ended", description: "Over", retired: true },
];

export const HOUR = 3_600_000;
/** The most that a page may take without its pictures, in bytes. */
export const MAX_PAGE = 30_000;

/** A newsroom, and somebody who reads its pages. */
export interface Reader {
  desk: Newsroom;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** The HTML of a page that is there. */
  page(path: string): Promise<string>;
  publish(...articles: ReturnType<typeof article>[]): Promise<void>;
}

export async function reader(definitions: DefinitionInput[] = PAGE_FEEDS): Promise<Reader> {
  return readerOf(await newsroom(definitions));
}

export function readerOf(desk: Newsroom): Reader {
  const get: Reader["get"] = (path, headers = {}) => desk.request("GET", path, undefined, headers);
  return {
    desk,
    get,
    page: async (path) => {
      const response = await get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("content-type")).toMatch(/^text\/html/);
      return response.text();
    },
    publish: async (...articles) => {
      for (const one of articles) expect((await desk.put(one)).status).toBeLessThan(300);
      await desk.publish();
    },
  };
}

export const ago = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
/** The query that asks for the full text of an article's entry. */
export const entry = (id: string): string => `entry=${encodeURIComponent(`tag:gazette.example,2026:${id}`)}`;
