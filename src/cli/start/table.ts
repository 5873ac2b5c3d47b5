import Table from "cli-table3";
import type { FeedStatus, ServiceClient } from "../service.ts";

/** Milliseconds. */
const PATIENCE = 30_000;

/** Every feed with its URLs, entries and verification, once the publisher has caught up. */
export async function feedTable(service: Pick<ServiceClient, "feeds">): Promise<string> {
  const feeds = await settled(service);
  const table = new Table({ head: ["feed", "URLs", "entries", "verified"], style: { head: [], border: [] } });
  for (const feed of feeds) table.push([feed.title, Object.values(feed.urls).join("\n"), feed.entries, verdict(feed)]);
  return table.toString();
}

async function settled(service: Pick<ServiceClient, "feeds">): Promise<FeedStatus[]> {
  for (const end = performance.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { feeds } = await service.feeds();
    if (feeds.every((feed) => !feed.stale) || performance.now() > end) return feeds;
  }
}

function verdict(feed: FeedStatus): string {
  if (feed.stale) return "not yet composed";
  if (feed.state === "refused") return `REFUSED: ${feed.discrepancies?.length} discrepancies`;
  return feed.state === "verified" ? "yes, all formats" : "no edition";
}
