import { expect } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import { pass, startClock } from "../../clock.ts";
import { coldPoll } from "../../cold-poll.ts";
import { article } from "../../newsroom.ts";
import { basic, type Desk, syndicate } from "../../partner/syndicate.ts";
import { type Browser, signIn, text } from "../browser.ts";

/** One feed for everybody, one for a partner that there is, and one for a partner that nobody has made. */
export const DEFINITIONS: DefinitionInput[] = [
  { slug: "all", title: "All", description: "Everything" },
  {
    slug: "radio",
    title: "For the radio",
    description: "All the news",
    access: "partner",
    partner: "radio",
    alerts: { silent_after: 60, retraction_within: 30 },
  },
  { slug: "msn", title: "For MSN", description: "All the news", access: "partner", partner: "msn", profile: "msn" },
];
const MINUTE = 60_000;

/** A desk with partners, and a browser at it that is signed in. Its clock stands still. */
export interface PartnerDesk {
  desk: Desk;
  browser: Browser;
  /** The text of a page. */
  page(path: string): Promise<string>;
  publish(...stories: Record<string, unknown>[]): Promise<void>;
}

export async function partnerDesk(): Promise<PartnerDesk> {
  startClock(Date.UTC(2026, 5, 1, 12));
  const desk = await syndicate(DEFINITIONS);
  await desk.partner("radio");
  const browser = await signIn(desk);
  return {
    desk,
    browser,
    page: async (path) => text(await browser.page(path)),
    publish: async (...stories) => {
      for (const story of stories) await desk.put(article(String(story.id), story));
      await desk.publish();
      later(1);
    },
  };
}

export const later = (minutes: number): void => pass(minutes * MINUTE);

/** Polls the radio's feed, from an instance that knows nothing yet. */
export async function poll(key: string): Promise<void> {
  expect((await coldPoll(undefined, DEFINITIONS)("/partner/radio.rss", basic(key))).status).toBe(200);
}
