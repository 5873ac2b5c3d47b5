import fc from "fast-check";
import { afterEach, describe, expect, inject, it, vi } from "vitest";
import type { FeedInput } from "../../../../src/feed/catalog.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { pass, startClock } from "../../clock.ts";
import { coldPoll } from "../../cold-poll.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";

const HOUR = 3_600_000;
type Kind = "public" | "wire";
const feedsOf = (kind: Kind): FeedInput[] => {
  const shared = { title: "On the sea", description: "Everything", entries: 3, kind };
  return [
    { ...shared, slug: "always", select: { any: [{ tag: "sea" }] } },
    { ...shared, by: "tag", slug: "tag/{value}" },
  ];
};

/** What happens in a newsroom, and who comes to look. */
type Event =
  | { what: "save"; id: string; tags: string[]; text: number; status: "usable" | "withheld"; embargo: number }
  | { what: "retract"; id: string }
  | { what: "pass"; hours: number }
  | { what: "poll" };

const id = fc.constantFrom("a", "b", "c", "d", "e");
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant("save" as const),
      id,
      tags: fc.subarray(["sea", "Sea", "shore"]),
      text: fc.nat(3),
      status: fc.constantFrom("usable" as const, "usable" as const, "withheld" as const),
      embargo: fc.constantFrom(0, 0, 0, 5, 300),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("retract" as const), id }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("pass" as const), hours: fc.constantFrom(1, 30, 200, 1000) }) },
  { weight: 3, arbitrary: fc.constant<Event>({ what: "poll" }) },
);

const lives = fc.array(event, { minLength: 5, maxLength: 25 });

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lives through events with a newsroom; each poll looks at both feeds. */
async function live(events: Event[], kind: Kind): Promise<number> {
  const feeds = feedsOf(kind);
  startClock(Date.UTC(2026, 5, 1, 12));
  const desk: Newsroom = await newsroom(feeds, SITE, { wait: async (milliseconds) => pass(milliseconds) });
  let polls = 0;
  for (const happening of [...events, { what: "poll" } as const]) {
    if (happening.what === "save") {
      const { id, tags, text, status, embargo } = happening;
      const until = embargo === 0 ? {} : { embargo_until: new Date(Date.now() + embargo * HOUR).toISOString() };
      await desk.put(article(id, { tags, status, content_html: `<p>Text ${text}</p>`, ...until }));
    }
    if (happening.what === "retract")
      await desk.request("DELETE", `/api/articles/${happening.id}`, { reason: "It was wrong." });
    if (happening.what === "pass") {
      pass(happening.hours * HOUR);
      await desk.sweep();
    }
    if (happening.what !== "poll") continue;
    polls += 1;
    // A second later: a feed is published once a second at most.
    pass(1_000);
    await desk.publish();
    await desk.publish();
    const poll = coldPoll(here.db, feeds);
    const [always, lazy] = [await poll("/feeds/always.json"), await poll("/feeds/tag/sea.json")];
    const { items } = (await always.json()) as { items: { content_html?: string }[] };
    if (lazy.status === 404) {
      // No story has it that anybody might see, and of those that were taken back nobody was told here.
      expect(items.filter(({ content_html = "" }) => content_html.includes("Text"))).toEqual([]);
      continue;
    }
    expect(lazy.status).toBe(200);
    expect(((await lazy.json()) as { items: unknown[] }).items).toEqual(items);
  }
  return polls;
}

describe("a feed that sleeps while nobody polls it", () => {
  it("says at each poll what a feed says that was always awake", async () => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    await fc.assert(
      fc.asyncProperty(lives, fc.constantFrom<Kind>("public", "wire"), async (events, kind) => {
        expect(await live(events, kind)).toBeGreaterThan(0);
      }),
      { numRuns: Number(inject("sequences")) },
    );
  });
});
