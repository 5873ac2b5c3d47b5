import type { FeedInput } from "../../../src/feed/catalog.ts";
import type { Database } from "../../../src/service/home.ts";
import { SITE } from "../../site.ts";
import { article, newsroom } from "../newsroom.ts";
import { PARTNER_FEEDS } from "../partner/syndicate.ts";
import { newSigningKey } from "../signing-key.ts";

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

/** What costs the same however many feeds there are. */
export const TRIPS = ["storing", "publishing", "sweeping", "starting", "health"] as const;

export type Trip = (typeof TRIPS)[number];

/**
 * A service that has taken its definitions up, and its trips, to be made in their order: stories are stored, more of them than editions
 * have room for, and one is taken back; they are published, and their archive.
 */
export async function trips(db: Database): Promise<Record<Trip, () => Promise<unknown>>> {
  const start = (keep: boolean) => newsroom(DEFINITIONS, SITE, { db, secrets: SECRETS }, { keep });
  await (await start(false)).request("GET", "/api/feeds");
  const desk = await start(true);
  const store = async (ids: string[]) => {
    const lines = ids.map((id) => JSON.stringify(article(id, { section: "Politics", tags: ["vote", id] })));
    await (await desk.request("POST", "/api/articles", lines.join("\n"))).text();
  };
  return {
    async storing() {
      await store(Array.from({ length: 25 }, (_, index) => `n${index}`));
      await desk.put(article("n1", { title: "Another" }));
    },
    async publishing() {
      await desk.request("GET", "/feeds/tag/vote.rss");
      await desk.publish();
      await desk.request("DELETE", "/api/articles/n24");
      await desk.publish();
    },
    sweeping: () => desk.sweep(),
    starting: async () => (await start(true)).sweep(),
    health: () => desk.request("GET", "/health"),
  };
}
