import Table from "cli-table3";
import { folderOf, pageUrl } from "../../feed/addresses.ts";
import type { Catalog } from "../../feed/catalog.ts";
import type { Family } from "../../feed/family.ts";
import { isObject } from "../../import/values/json.ts";
import { familyName } from "../../service/pages/frame/family-words.ts";
import type { FeedStatus, ServiceClient } from "../service.ts";

/** Milliseconds. */
const PATIENCE = 30_000;

type Service = Pick<ServiceClient, "ask" | "feeds">;

/** Every feed with its URLs, entries and verification, once the publisher has caught up; a family is one line. */
export async function feedTable(service: Service, catalog: Catalog): Promise<string> {
  const feeds = await settled(service, catalog);
  const table = new Table({ head: ["feed", "URLs", "entries", "verified"], style: { head: [], border: [] } });
  for (const feed of feeds) table.push([feed.title, Object.values(feed.urls).join("\n"), feed.entries, verdict(feed)]);
  for (const family of catalog.families.values())
    if (!family.retired) table.push([familyName(family), familyUrl(catalog, family), "", "each when it is polled"]);
  return table.toString();
}

/** A public family has a page of its feeds. */
const familyUrl = ({ site }: Catalog, family: Family): string =>
  family.access === "public"
    ? pageUrl(site, family.slug)
    : `${site.base}/${folderOf(family)}/${family.slug}/{value}.rss`;

/** Families' feeds wait for whoever polls them. */
async function settled(service: Service, { all }: Catalog): Promise<FeedStatus[]> {
  for (const end = performance.now() + PATIENCE; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const isOver = performance.now() > end;
    if (!isOver && (await isAnyStale(service))) continue;
    const feeds = (await service.feeds()).feeds.filter(({ slug }) => all.has(slug));
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
