import type { Format } from "../feed/feed.ts";

/** A feed as `GET /api/feeds` tells it. */
export interface FeedStatus {
  slug: string;
  title: string;
  urls: Record<Format, string>;
  state: "verified" | "refused" | "none";
  edition: number;
  entries: number;
  stale: boolean;
  discrepancies?: unknown[];
}

/** A running worker, over HTTP. */
export interface Service {
  feeds(): Promise<{ feeds: FeedStatus[]; empty: boolean }>;
  /** Articles as NDJSON; the answer's lines. */
  store(ndjson: string): Promise<{ line: number; id?: string; status: string; problems?: unknown }[]>;
  /** What a deployed worker's cron does; a worker that is just stopping does not answer. */
  sweep(): Promise<void>;
}

export function connect(base: string, token: string): Service {
  const headers = { authorization: `Bearer ${token}` };
  return {
    async feeds() {
      const response = await fetch(`${base}/api/feeds`, { headers });
      if (!response.ok) throw new Error(`GET /api/feeds answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as { feeds: FeedStatus[]; empty: boolean };
    },
    async store(ndjson) {
      const response = await fetch(`${base}/api/articles`, { method: "POST", headers, body: ndjson });
      const text = await response.text();
      if (!response.ok) throw new Error(`POST /api/articles answered ${response.status}: ${text}`);
      return text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    },
    async sweep() {
      await fetch(`${base}/cdn-cgi/local/scheduled`)
        .then((response) => response.arrayBuffer())
        .catch(() => undefined);
    },
  };
}
