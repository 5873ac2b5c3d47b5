import type { D1 } from "../bench/workerd.ts";

export type Format = "rss" | "atom" | "json";
export const FORMATS: Format[] = ["rss", "atom", "json"];

export interface Edition {
  number: number;
  /** When its articles were selected: it can be served only later. Milliseconds. */
  publishedAt: number;
  etags: Record<Format, string>;
}

/** All editions so far, as the store has them. */
export async function listEditions(store: D1): Promise<Edition[]> {
  const { results } = await store
    .prepare("SELECT number, published_at, validators FROM edition WHERE feed = 'all' ORDER BY number")
    .all<{ number: number; published_at: number; validators: string }>();
  return results.map(({ number, published_at, validators }) => {
    const { rss, atom, json } = JSON.parse(validators) as Record<Format, { etag: string }>;
    return { number, publishedAt: published_at, etags: { rss: rss.etag, atom: atom.etag, json: json.etag } };
  });
}
