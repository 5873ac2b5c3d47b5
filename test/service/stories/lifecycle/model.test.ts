import fc from "fast-check";
import { afterEach, expect, inject, test } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { type Newsroom, newsroom } from "../../newsroom.ts";
import { type Clock, stopClock } from "./clock.ts";
import { type Expected, type Known, newest, save, visible } from "./model.ts";
import { changeStory, freshStory, type Step, step, toArticle } from "./steps.ts";

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

/** A story that readers have seen and that waits again: what lies ahead of it is no date that anybody has seen. */
const waits: Step[] = [
  { do: "create", which: 1 },
  { do: "embargo", which: 1, inMs: 60_000 },
];
const KNOWN: Step[][] = [
  // What is saved of a story that was taken back is not seen.
  [
    { do: "create", which: 1 },
    { do: "markup", which: 1 },
    { do: "retract", which: 1 },
    { do: "create", which: 1 },
    { do: "edit", which: 1 },
  ],
  [...waits, { do: "retract", which: 1 }],
  [...waits, { do: "lift", which: 1 }],
  [...waits, { do: "withhold", which: 1 }, { do: "lift", which: 1 }, { do: "release", which: 1 }],
  [...waits, { do: "embargo", which: 1, inMs: 5_000 }, { do: "clock", byMs: 6_000 }],
];

let clock: Clock | undefined;
afterEach(() => clock?.release());

test("random lives of stories: all formats, the archive and deltas show what a simple model says", async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), live), {
    numRuns: Number(inject("sequences")),
    endOnFailure: false,
    examples: KNOWN.map((steps) => [steps]),
  });
}, 7_200_000);

async function live(steps: Step[]): Promise<void> {
  clock?.release();
  clock = stopClock(START);
  await wipe();
  const desk = await newsroom(FEEDS, SITE, { wait: clock.wait }, { keep: true });
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
  const { results } = await here.db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_cf*' AND name NOT GLOB 'd1_*' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'words_*' AND name NOT IN ('audit', 'listing_fill')",
    )
    .all<{ name: string }>();
  if (results.length > 0)
    await here.db.batch(
      [...results]
        .sort((a) => (a.name === "article" ? 1 : -1))
        .map(({ name }) => here.db.prepare(`DELETE FROM ${name}`)),
    );
}

/** What a reader has of a feed, and the tag to ask with. */
type Had = Map<string, { etag: string; entries: Map<string, string> }>;

async function take(one: Step, stories: Map<string, Known>, desk: Newsroom, clock: Clock, count: number) {
  if (one.do === "clock") return clock.step(one.byMs);
  const id = `s${one.which}`;
  const known = stories.get(id);
  if (!known && one.do !== "create" && one.do !== "embargo") return;
  const story = known?.story ?? freshStory(id, clock.now, one.which);
  const { changed, trivial = false, minor } = changeStory(one, story, clock.now, count);
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
