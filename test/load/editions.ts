export type Format = "rss" | "atom" | "json";
export const FORMATS: Format[] = ["rss", "atom", "json"];

export interface Edition {
  number: number;
  /** When its articles were selected: it can be served only later. Milliseconds. */
  publishedAt: number;
  etags: Record<Format, string>;
}

/** An edition as the store has it. */
export interface EditionRow {
  number: number;
  published_at: number;
  validators: string;
}

/** All editions so far. */
export const EDITIONS = "SELECT number, published_at, validators FROM edition WHERE feed = 'all' ORDER BY number";

export function toEdition({ number, published_at, validators }: EditionRow): Edition {
  const { rss, atom, json } = JSON.parse(validators) as Record<Format, { etag: string }>;
  return { number, publishedAt: published_at, etags: { rss: rss.etag, atom: atom.etag, json: json.etag } };
}
