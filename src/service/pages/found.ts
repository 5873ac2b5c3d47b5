import type { Catalog } from "../../feed/catalog.ts";
import type { Definition } from "../../feed/definition.ts";
import type { Family } from "../../feed/family.ts";
import { definitionOf, type Located, locate } from "../../feed/locate.ts";
import type { Database } from "../home.ts";
import { type FeedState, findFeedState } from "../store/feeds.ts";
import { findSleeper } from "../store/sleep.ts";

/** A feed that is for everybody. */
export interface FoundFeed {
  status: "feed";
  definition: Definition;
  /** Null: the store has not taken it up yet. */
  state: FeedState | null;
  family?: Family;
}

/** What is at an address below `/feeds/`, for people. */
export type Found = FoundFeed | { status: "family"; family: Family } | Exclude<Located, { status: "feed" }>;

/** Finds what is at an address. A family's feed is there once it has its stories; looking at it does not wake it. */
export async function findAt(db: Database, catalog: Catalog, slug: string, now: number): Promise<Found> {
  const located = locate(catalog, slug, "public");
  if (located.status === "unknown") return familyAt(catalog, slug);
  if (located.status !== "feed") return located;
  const { definition, family } = located;
  if (!family) return { status: "feed", definition, state: await findFeedState(db, slug) };
  const [state, sleeper] = await Promise.all([findFeedState(db, slug), findSleeper(db, slug, family.least, now)]);
  const named = state && definitionOf(catalog, state);
  if (!named || !sleeper || (sleeper.edition === 0 && sleeper.stories < family.least)) return { status: "unknown" };
  return { status: "feed", definition: named, state, family };
}

/** A family's own page is at the path that its feeds share. */
function familyAt({ families, movedFamilies }: Catalog, path: string): Found {
  const now = movedFamilies.get(path) ?? path;
  const family = families.get(now);
  if (family?.access !== "public") return { status: "unknown" };
  if (family.retired) return { status: "ended" };
  return now === path ? { status: "family", family } : { status: "moved", slug: now };
}

/** The families whose feeds are for everybody. */
export const publicFamilies = ({ families }: Catalog): Family[] =>
  [...families.values()].filter(({ access, retired }) => access === "public" && !retired);
