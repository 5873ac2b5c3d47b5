import { type SourceResult, SourceTally } from "../../../../src/cli/import/result.ts";
import { storeThrough, storing } from "../../../../src/cli/import/store.ts";
import type { LineAnswer } from "../../../../src/cli/service.ts";
import type { ReadItem } from "../../../../src/import/source-reading.ts";

export const item = (id: number | string, article: Record<string, unknown> = {}): ReadItem => ({
  where: `item ${id}`,
  article: {
    id: `a-${id}`,
    url: `https://gazette.example/${id}`,
    title: "Ferries sail",
    content_html: "<p>They sail.</p>",
    published_at: "2026-03-03T00:00:00Z",
    ...article,
  },
  notes: [],
});

export const NOW = "2026-11-24T12:00:00.000Z";

export const tallyOf = (name = "feed.xml"): SourceTally =>
  new SourceTally(name, { dryRun: false, now: NOW, keepItems: false });

/** What a test looks at of what became of a source. */
export const essence = ({ result }: SourceTally): Partial<SourceResult> => {
  const { stored, unchanged, skipped, notes } = result;
  return { stored, unchanged, skipped, notes };
};
export const NOTHING = { stored: 0, unchanged: 0, skipped: [], notes: [] };

/** Stores in a service that answers each request as it is told, or else has created all. */
export async function store(
  read: ReadItem[],
  answer?: (lines: number) => LineAnswer[],
  dates: Record<string, string> = {},
) {
  const sent: string[] = [];
  const asked: string[] = [];
  const progress: [number, number][] = [];
  const service = {
    store: async (ndjson: string) => {
      sent.push(ndjson);
      const lines = ndjson.split("\n").length;
      return answer?.(lines) ?? Array.from({ length: lines }, (_, index) => ({ line: index + 1, status: "created" }));
    },
    publishedAt: async (id: string) => {
      asked.push(id);
      return dates[id];
    },
  };
  const tally = tallyOf();
  const storeItems = storeThrough(storing(service), NOW);
  await storeItems(read, tally, (done, of) => void progress.push([done, of]));
  const articles = sent.flatMap((text) => text.split("\n").map((line) => JSON.parse(line)));
  return { sent, asked, articles, progress, tally, result: essence(tally), storeItems };
}
