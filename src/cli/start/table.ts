import Table from "cli-table3";
import { isObject } from "../../import/values/json.ts";
import type { FeedStatus, ServiceClient } from "../service.ts";

/** Milliseconds. */
const PATIENCE = 30_000;

type Service = Pick<ServiceClient, "ask" | "feeds">;

/** Every feed with its URLs, entries and verification, once the publisher has caught up. */
export async function feedTable(service: Service): Promise<string> {
  const feeds = await settled(service);
  const table = new Table({ head: ["feed", "URLs", "entries", "verified"], style: { head: [], border: [] } });
  for (const feed of feeds) table.push([feed.title, Object.values(feed.urls).join("\n"), feed.entries, verdict(feed)]);
  return table.toString();
}

async function settled(service: Service): Promise<FeedStatus[]> {
  for (const end = performance.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const isOver = performance.now() > end;
    if (!isOver && (await isAnyStale(service))) continue;
    const { feeds } = await service.feeds();
    if (isOver || feeds.every((feed) => !feed.stale)) return feeds;
  }
}

/** Whether a public feed waits. To ask that costs the same however many there are; of partners' feeds `/health` says nothing. */
async function isAnyStale(service: Service): Promise<boolean> {
  const { body } = await service.ask("GET", "/health");
  return isObject(body) && Number(body.stale) > 0;
}

function verdict(feed: FeedStatus): string {
  if (feed.stale) return "not yet composed";
  if (feed.state === "refused") return `REFUSED: ${feed.discrepancies?.length} discrepancies`;
  return feed.state === "verified" ? "yes, all formats" : "no edition";
}
