import { env } from "cloudflare:workers";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { SITE } from "../../site.ts";
import { type Newsroom, newsroom } from "../newsroom.ts";
import { type Clock, stopClock } from "./clock.ts";
import { type Expected, type Known, newest, type Story, save, visible } from "./model.ts";

const START = Date.UTC(2026, 2, 1, 8);
const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "All", description: "Everything", entries: 3 },
  { slug: "politics", title: "Politics", description: "Votes", entries: 2, select: { any: [{ section: "Politics" }] } },
  { slug: "machines", title: "Machines", description: "Everything", entries: 3, kind: "wire" },
];
const feeds = FEEDS.map(({ slug, entries = 0 }) => ({
  slug,
  entries,
  section: slug === "politics" ? "Politics" : null,
}));

type Step =
  | {
      do: "create" | "edit" | "trivial" | "markup" | "move" | "lift" | "correct" | "withhold" | "release" | "retract";
      which: number;
    }
  | { do: "embargo" | "expire"; which: number; inMs: number }
  | { do: "clock"; byMs: number };

const which = fc.nat({ max: 5 });
/** Around now, shorter than a second, and beyond the windows of what is kept. */
const span = fc.oneof(fc.constantFrom(1, 400, 1_000, 60_000), fc.integer({ min: -120_000, max: 120_000 }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("create" as const), which }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom("edit", "trivial", "markup", "move", "lift", "correct", "withhold", "release", "retract"),
      which,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("embargo", "expire"), which, inMs: span }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("clock" as const),
      byMs: fc.oneof(fc.integer({ min: 1, max: 180_000 }), fc.constant(36 * 86_400_000)),
    }),
  },
) as fc.Arbitrary<Step>;

/** A story that readers have seen and that waits again: what lies ahead of it is no date that anybody has seen. */
const waits: Step[] = [
  { do: "create", which: 1 },
  { do: "embargo", which: 1, inMs: 60_000 },
];
const KNOWN: Step[][] = [
  [...waits, { do: "retract", which: 1 }],
  [...waits, { do: "lift", which: 1 }],
  [...waits, { do: "withhold", which: 1 }, { do: "lift", which: 1 }, { do: "release", which: 1 }],
  [...waits, { do: "embargo", which: 1, inMs: 5_000 }, { do: "clock", byMs: 6_000 }],
];

let clock: Clock | undefined;
afterEach(() => clock?.release());

test("random lives of stories: all formats, the archive and deltas show what a simple model says", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), live), {
    numRuns: Number(env.SEQUENCES),
    endOnFailure: false,
    examples: KNOWN.map((steps) => [steps]),
  });
}, 7_200_000);

async function live(steps: Step[]): Promise<void> {
  clock?.release();
  clock = stopClock(START);
  await wipe();
  const desk = await newsroom(FEEDS, SITE, {}, { keep: true });
  const stories = new Map<string, Known>();
  await desk.sweep();
  let had = await look(desk);
  for (const [count, one] of steps.entries()) {
    // Nobody saves twice in a millisecond, and a feed has an edition a second.
    clock.step(1_001 + count);
    await take(one, stories, desk, clock, count);
    await desk.sweep();
    clock.step(1_001);
    await desk.sweep();
    had = await check(desk, stories, clock.now, had, JSON.stringify(steps.slice(0, count + 1)));
  }
}

/** An empty store, faster than a new one. */
async function wipe(): Promise<void> {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*' AND name NOT GLOB 'd1_*' AND name NOT GLOB 'sqlite_*'",
  ).all<{ name: string }>();
  if (results.length > 0)
    await env.DB.batch(
      [...results]
        .sort((a) => (a.name === "article" ? 1 : -1))
        .map(({ name }) => env.DB.prepare(`DELETE FROM ${name}`)),
    );
}

/** What a reader has of a feed, and the tag to ask with. */
type Had = Map<string, { etag: string; entries: Map<string, string> }>;

async function take(one: Step, stories: Map<string, Known>, desk: Newsroom, clock: Clock, count: number) {
  if (one.do === "clock") return clock.step(one.byMs);
  const id = `s${one.which}`;
  const known = stories.get(id);
  if (!known && one.do !== "create" && one.do !== "embargo") return;
  const story = known?.story ?? fresh(id, clock.now, one.which);
  const { changed, trivial = false, minor } = next(one, story, clock.now, count);
  const body = toArticle(changed, one.do === "markup" ? count : 0);
  const same = known !== undefined && JSON.stringify(toArticle(story, 0)) === JSON.stringify(body);
  const response =
    one.do === "retract"
      ? await desk.request("DELETE", `/api/articles/${id}`, {})
      : await desk.put({ ...body, ...(minor ? { minor } : {}) });
  expect(response.status).toBeLessThan(300);
  if (!same && ((await response.json()) as { status: string }).status !== "unchanged")
    stories.set(id, save(known, changed, clock.now, trivial));
}

const fresh = (id: string, now: number, which: number): Story => ({
  id,
  section: which % 2 ? "Politics" : "Sport",
  title: `Title of ${id}`,
  body: `Body of ${id}.`,
  published: now - which * 60_000,
  status: "usable",
  corrections: [],
});

function next(one: Exclude<Step, { do: "clock" }>, story: Story, now: number, count: number) {
  const plain = (fields: Partial<Story>, more: { trivial?: boolean; minor?: boolean } = {}) => ({
    changed: { ...story, ...fields },
    ...more,
    minor: more.minor ?? false,
  });
  switch (one.do) {
    case "create":
      return plain({ status: story.status === "canceled" ? "canceled" : "usable" }, { trivial: true });
    case "edit":
      return plain({ body: `Body of ${story.id}, edit ${count}.` });
    case "trivial":
      return plain({ body: `Body of ${story.id}, slip ${count}.` }, { trivial: true, minor: true });
    case "markup":
      return plain({}, { trivial: true });
    case "move":
      return plain({ section: story.section === "Politics" ? "Sport" : "Politics" }, { trivial: true });
    case "lift":
      return plain({ embargo: undefined }, { trivial: true });
    case "correct":
      return plain({ corrections: [...story.corrections, { at: now - 5, note: `Note ${count}.` }] });
    case "withhold":
      return plain({ status: "withheld" }, { trivial: true });
    case "release":
      return plain({ status: "usable" }, { trivial: true });
    case "retract":
      return plain({ status: "canceled" }, { trivial: true });
    case "embargo":
      return plain({ embargo: now + one.inMs }, { trivial: true });
    case "expire":
      return plain({ expires: now + one.inMs }, { trivial: true });
  }
}

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());

const toArticle = (story: Story, markup: number) => ({
  id: story.id,
  url: `https://gazette.example/${story.id}`,
  title: story.title,
  content_html: `<p>${markup ? `<em data-n="${markup}">${story.body}</em>` : story.body}</p>`,
  section: story.section,
  published_at: iso(story.published),
  embargo_until: iso(story.embargo),
  expires_at: iso(story.expires),
  status: story.status,
  corrections: story.corrections.map(({ at, note }) => ({ at: iso(at), note })),
});

interface Item {
  id: string;
  title: string;
  content_html: string;
  date_published: string;
  date_modified: string;
}

async function check(desk: Newsroom, stories: Map<string, Known>, now: number, had: Had, how: string): Promise<Had> {
  for (const { slug, entries, section } of feeds) {
    const all = visible([...stories.values()], section, now);
    const shown = newest(all, entries, now);
    const machines = slug === "machines";
    await noneAhead(desk, slug, now, how);
    const order = machines ? [...shown.filter((one) => !one.notice), ...shown.filter((one) => one.notice)] : shown;
    const items = await desk.items(slug);
    expect(
      items.map((item) => simple(item as unknown as Item)),
      how,
    ).toEqual(order.map(simplest));

    const atom = await desk.document(`/feeds/${slug}.atom`);
    const rss = await desk.document(`/feeds/${slug}.rss`);
    const live = order.filter((one) => !machines || !one.notice);
    expect(texts(atom, "entry", "id"), how).toEqual(live.map(({ id }) => entryId(id)));
    expect(texts(rss, "item", "guid"), how).toEqual(order.map(({ id }) => entryId(id)));
    expect(
      [...atom.matchAll(/<at:deleted-entry ref="([^"]*)"/g)].map(([, ref]) => ref),
      how,
    ).toEqual(machines ? order.filter((one) => one.notice).map(({ id }) => entryId(id)) : []);

    // The archive and the subscription document together hold everything, each archive entry once.
    const archived = await archiveOf(desk, slug);
    const ids = archived.map((item) => item.id);
    expect(new Set(ids).size, how).toBe(ids.length);
    const together = new Map([...archived, ...(items as unknown as Item[])].map((item) => [item.id, simple(item)]));
    expect([...together.values()].sort(byId), how).toEqual(all.map(simplest).sort(byId));
    for (const item of archived) expect(simple(item), how).toEqual(together.get(item.id));
  }
  const has = await look(desk);
  for (const { slug } of feeds) {
    const [before, after] = [had.get(slug), has.get(slug)];
    if (!before || !after || before.etag === after.etag) continue;
    const response = await desk.request("GET", `/feeds/${slug}.json`, undefined, {
      "a-im": "feed",
      "if-none-match": before.etag,
    });
    const changed = [...after.entries].filter(([id, text]) => before.entries.get(id) !== text).map(([id]) => id);
    expect([response.status, ((await response.json()) as { items: Item[] }).items.map(({ id }) => id)], how).toEqual([
      226,
      changed,
    ]);
  }
  return has;
}

/** No future date is ever served. */
async function noneAhead(desk: Newsroom, slug: string, now: number, how: string): Promise<void> {
  const documents = await Promise.all(
    ["rss", "atom", "json"].map((format) => desk.document(`/feeds/${slug}.${format}`)),
  );
  const times = documents.flatMap(
    (text) => text.match(/\d{4}-\d\d-\d\dT[\d:.]+Z|\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT/g) ?? [],
  );
  for (const time of times) expect(Date.parse(time), `${time}: ${how}`).toBeLessThanOrEqual(now);
}

async function look(desk: Newsroom): Promise<Had> {
  const had: Had = new Map();
  for (const { slug } of feeds) {
    const response = await desk.request("GET", `/feeds/${slug}.json`);
    const { items } = (await response.json()) as { items: Item[] };
    had.set(slug, {
      etag: response.headers.get("etag") ?? "",
      entries: new Map(items.map((item) => [item.id, JSON.stringify(item)])),
    });
  }
  return had;
}

async function archiveOf(desk: Newsroom, slug: string): Promise<Item[]> {
  const items: Item[] = [];
  let next: string | undefined = `/feeds/${slug}.json`;
  for (let first = true; next !== undefined; first = false) {
    const page = JSON.parse(await desk.document(next)) as { items: Item[]; next_url?: string };
    if (!first) items.push(...page.items);
    next = page.next_url && new URL(page.next_url).pathname;
  }
  return items;
}

const entryId = (id: string): string => `tag:gazette.example,2026:${id}`;

const simple = ({ id, title, content_html, date_published, date_modified }: Item) => ({
  id,
  title,
  text: content_html.replace(/<em><b>[^<]*<\/b>/g, "<p>|").replace(/<[^>]*>/g, ""),
  published: Date.parse(date_published),
  updated: Date.parse(date_modified),
});

const simplest = ({ id, title, text, published, updated }: Expected) => ({
  id: entryId(id),
  title,
  text: text.replace(/\|$/, ""),
  published,
  updated,
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

const texts = (xml: string, entry: string, name: string): string[] =>
  xml
    .split(new RegExp(`<${entry}[ >]`))
    .slice(1)
    .map((part) => new RegExp(`<${name}[^>]*>([^<]*)`).exec(part)?.[1] ?? "");
