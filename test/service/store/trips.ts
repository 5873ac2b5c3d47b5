import type { FeedInput } from "../../../src/feed/catalog.ts";
import type { SourceInput } from "../../../src/feed/source.ts";
import type { Database } from "../../../src/service/home.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { article, newsroom } from "../newsroom.ts";
import { PARTNER_FEEDS } from "../partner/syndicate.ts";
import { newSigningKey } from "../signing-key.ts";
import { Elsewhere, feedAnswer, rssOf } from "../sources/a-feed.ts";

/** Those of two partners, too, one of which is watched; and of a family. */
const DEFINITIONS: FeedInput[] = [
  ...PARTNER_FEEDS.map((definition) =>
    definition.slug === "radio" ? { ...definition, alerts: { silent_after: 60, retraction_within: 10 } } : definition,
  ),
  { by: "tag", slug: "tag/{value}", title: "{value}", description: "On {value}" },
];

const SECRETS = {
  signingKey: newSigningKey(),
  webhook: { url: "https://desk.example/hook", secret: `whsec_${Buffer.alloc(32).toString("base64")}` },
};

const FEED = "https://other.example/feed";

const SOURCES: SourceInput[] = [
  { kind: "feed", name: "other", url: FEED },
  { kind: "feed", name: "none", url: "https://none.example/feed" },
];

/** What costs the same however many feeds there are. */
export const TRIPS = ["storing", "publishing", "sweeping", "starting", "health", "asking"] as const;

export type Trip = (typeof TRIPS)[number];

/**
 * A service that has taken its definitions up, and its trips, to be made in their order: stories are stored, more of them than editions
 * have room for, and one is taken back; they are published, and their archive.
 */
export async function trips(db: Database): Promise<Record<Trip, () => Promise<unknown>>> {
  const elsewhere = new Elsewhere();
  const { fetchOut } = elsewhere;
  const besides: Promise<unknown>[] = [];
  const afterAnswer = (work: Promise<unknown>) => void besides.push(work);
  const start = (keep: boolean) =>
    newsroom(DEFINITIONS, SITE, { db, fetchOut, afterAnswer, secrets: SECRETS }, { keep, sources: SOURCES });
  /** With what is done beside it, which else would count as the next one's. */
  const whole = (trip: () => Promise<unknown>) => async () => {
    await trip();
    while (besides.length > 0) await besides.shift();
  };
  await (await start(false)).request("GET", "/api/feeds");
  const desk = await start(true);
  const store = async (ids: string[]) => {
    const lines = ids.map((id) => JSON.stringify(article(id, { section: "Politics", tags: ["vote", id] })));
    await (await desk.request("POST", "/api/articles", lines.join("\n"))).text();
  };
  return {
    storing: whole(async () => {
      await store(Array.from({ length: 25 }, (_, index) => `n${index}`));
      await desk.put(article("n1", { title: "Another" }));
    }),
    publishing: whole(async () => {
      await desk.request("GET", "/feeds/tag/vote.rss");
      await desk.publish();
      await desk.request("DELETE", "/api/articles/n24");
      await desk.publish();
    }),
    sweeping: whole(() => desk.sweep()),
    starting: whole(async () => (await start(true)).sweep()),
    health: whole(() => desk.request("GET", "/health")),
    asking: whole(async () => {
      const ask = async (...documents: string[]) => {
        for (const document of documents) {
          elsewhere.at(FEED, feedAnswer(document));
          await here.db.prepare("UPDATE source SET due_at = 0").run();
          await desk.pollSources();
        }
      };
      await ask(rssOf([{ id: "a" }, { id: "b" }, { id: "x".repeat(3_000) }]), rssOf([{ id: "a", title: "Another" }]));
      await ask(rssOf([], '<at:deleted-entry ref="b"/>'));
    }),
  };
}
