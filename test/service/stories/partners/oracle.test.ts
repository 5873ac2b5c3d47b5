import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import type { ReceiptReport } from "../../../../src/partner/receipt-report.ts";
import { here } from "../../../homes/here.ts";
import { coldPoll, type Poll } from "../../cold-poll.ts";
import { basic, type Desk, type Minted, syndicate } from "../../partner/syndicate.ts";
import {
  CONTRACTS,
  type Contract,
  expected,
  mark,
  may,
  type Seen,
  type Story,
  sees,
  seesOfRetracted,
  takes,
  toArticle,
} from "./newsroom-model.ts";
import { CHANGES, some, writeStory } from "./random-stories.ts";
import { readEntries, readPrevious } from "./read-documents.ts";

const DEFINITIONS: DefinitionInput[] = CONTRACTS.map(({ partner, sportOnly, most, credit }) => ({
  slug: `for-${partner}`,
  title: `For ${partner}`,
  description: "News",
  language: "en-GB",
  access: "partner",
  partner,
  profile: partner,
  entries: most,
  select: sportOnly ? { all: [{ section: "Sport" }] } : undefined,
  attribution: credit ? "From {site}: {url}" : undefined,
  link_parameters: credit ? { ref: partner } : undefined,
}));

const MINUTES = 60;
const STORIES = 200;
const START = Date.UTC(2026, 5, 1, 12);

/** Time goes on as it does, and by a minute at each step. */
let skipped = 0;
const realNow = Date.now.bind(Date);
const began = realNow();
const now = () => START + (realNow() - began) + skipped;

const stories = new Map<string, Story>();
const MARK = /s\d+x\d+r\d+\./;
/** What has come up at all: a partner and what its system would not take, or that it was told of a retraction. */
const met = new Set<string>();
/** Every mark that a partner ever had in its hands, and when it first had. */
const hadFirst = new Map<string, number>();

/** What a poller writes down of a poll that left it with an edition. */
interface Logged {
  feed: string;
  partner: string;
  edition: number;
  key_id: string;
  format: string;
  status: number;
  /** Between these. */
  from: number;
  to: number;
}
const log: Logged[] = [];

let desk: Desk;
const keys = new Map<string, Minted>();
const pollers = new Map<string, { poll: Poll; etag?: string; had: Map<string, Seen> }>();

beforeAll(async () => {
  vi.spyOn(Date, "now").mockImplementation(now);
  vi.spyOn(performance, "now").mockImplementation(now);
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  desk = await syndicate(DEFINITIONS);
  for (const { partner } of CONTRACTS) {
    await desk.partner(partner);
    keys.set(partner, await desk.key(partner));
    pollers.set(partner, { poll: coldPoll(undefined, DEFINITIONS), had: new Map() });
  }
});
afterAll(() => void vi.restoreAllMocks());

async function work(minute: number): Promise<void> {
  const fresh = Array.from({ length: Math.ceil(STORIES / MINUTES) }, (_, index) =>
    writeStory(`s${minute}x${index}`, now()),
  ).slice(0, STORIES - stories.size);
  const changed = new Map<string, Story>();
  for (let index = 0; index < 3 && stories.size > 0; index += 1) {
    const story = some([...stories.values()].filter((one) => one.retracted === undefined));
    if (changed.has(story.id)) continue;
    some(CHANGES)(story, now());
    story.revision += 1;
    story.updated = now() - 500;
    changed.set(story.id, story);
  }
  for (const story of fresh) stories.set(story.id, story);
  for (const story of [...fresh, ...changed.values()]) {
    if (story.retracted === undefined) expect((await desk.put(toArticle(story))).ok).toBe(true);
    else await retract(story);
  }
  await desk.sweep();
}

/** The service says when it was, to the millisecond. */
async function retract(story: Story): Promise<void> {
  const path = `/api/articles/${story.id}`;
  const from = now();
  expect((await desk.request("DELETE", `${path}?reason=wrong`)).status).toBe(200);
  const { body } = await desk.api<{ revisions: { updated: string }[] }>("GET", `${path}/revisions`);
  const updated = Date.parse(body.revisions[0]?.updated ?? "");
  story.unseen = updated < from;
  story.retracted = story.unseen ? from : updated;
  expect(story.retracted).toBeLessThanOrEqual(now());
}

/** A partner's client asks as clients do. */
const MANNERS = ["plain", "conditional", "delta", "delta", "head", "anything"] as const;

async function pollOnce(contract: Contract): Promise<void> {
  const { partner, format } = contract;
  const feed = `for-${partner}`;
  const state = pollers.get(partner);
  const key = keys.get(partner);
  if (!state || !key) throw new Error(partner);
  const manner = some([...MANNERS]);
  const headers: Record<string, string> = basic(key.key);
  if ((manner === "conditional" || manner === "delta") && state.etag) headers["if-none-match"] = state.etag;
  if (manner === "anything") headers["if-none-match"] = "*";
  if (manner === "delta") headers["a-im"] = "feed";
  const edition = (await desk.api<{ edition: number }>("GET", `/api/feeds/${feed}`)).body.edition;
  const from = now();
  const response = await state.poll(`/partner/${feed}.${format}`, headers, manner === "head" ? "HEAD" : "GET");
  const to = now();
  const { status } = response;
  expect([200, 226, 304]).toContain(status);
  const holds = manner !== "head" && manner !== "anything";
  if (holds) log.push({ feed, partner, edition, key_id: key.id, format, status, from, to });
  const text = await response.text();
  if (!holds || status === 304) return;
  for (const { title } of readEntries(text).values()) {
    const known = `${partner} ${MARK.exec(title)?.[0]}`;
    if (!hadFirst.has(known)) hadFirst.set(known, from);
  }
  const whole = status === 226 ? await wholeOf(contract) : text;
  const read = readEntries(whole);
  check(contract, whole, read, from);
  if (status === 226) checkDelta(contract, text, read, state.had, from);
  state.had = read;
  state.etag = response.headers.get("etag") ?? undefined;
}

/** The desk's own reading, of which there is no receipt. */
async function wholeOf({ partner, format }: Contract): Promise<string> {
  const poll = coldPoll(undefined, DEFINITIONS);
  return (
    await poll(`/partner/for-${partner}.${format}`, { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" })
  ).text();
}

/** Every entry, what it says, and in which order; machines' tombstones follow where they like. */
function check(contract: Contract, text: string, read: Map<string, Seen>, at: number): void {
  const wanted = expected([...stories.values()], contract, at);
  const live = wanted.filter(({ retracted }) => retracted === undefined);
  expect([...read.keys()].filter((id) => live.some((story) => story.id === id))).toEqual(live.map(({ id }) => id));
  expect([...read.keys()].sort()).toEqual(wanted.map(({ id }) => id).sort());
  for (const story of wanted) expect([story.id, read.get(story.id)]).toEqual([story.id, entryOf(story, contract)]);
  onlyMarksOf(text, live);
  if (wanted.length > live.length) met.add(`${contract.partner} retracted`);
  for (const story of stories.values())
    if (may(story, contract, at) && !takes(story, contract)) met.add(`${contract.partner} ${story.oddity ?? "short"}`);
}

const entryOf = (story: Story, contract: Contract) =>
  story.retracted === undefined
    ? sees(story, contract)
    : expect.objectContaining({ ...seesOfRetracted(story, contract), pictures: [] });

/** Just what has changed since the document that the client has. */
function checkDelta(
  contract: Contract,
  text: string,
  whole: Map<string, Seen>,
  had: Map<string, Seen>,
  at: number,
): void {
  const changed = [...whole].filter(([id, seen]) => JSON.stringify(had.get(id)) !== JSON.stringify(seen));
  expect([...readEntries(text)]).toEqual(changed);
  onlyMarksOf(text, expected([...stories.values()], contract, at));
}

/** Nothing else is anywhere in the document: no story, no older revision, no picture. */
function onlyMarksOf(text: string, allowed: Story[]): void {
  const marks = new Set(allowed.map(mark));
  for (const [found] of text.matchAll(new RegExp(MARK, "g"))) expect(marks.has(found)).toBe(true);
  const known = new Set(allowed.map(({ id }) => id));
  for (const [, id = ""] of text.matchAll(/(s\d+x\d+)-picture/g)) expect(known.has(id)).toBe(true);
}

it("gives five partners, through an hour of news, just what each is entitled to, and receipts to the edition", async () => {
  for (let minute = 0; minute < MINUTES; minute += 1) {
    skipped += 60_000;
    await work(minute);
    for (const [index, contract] of CONTRACTS.entries()) if (minute % (index + 1) === 0) await pollOnce(contract);
  }
  expect(stories.size).toBe(STORIES);
  expect(log.length).toBeGreaterThan(60);
  expect(new Set(log.map(({ status }) => status))).toEqual(new Set([200, 226, 304]));
  for (const { partner, refuses, fullOnly } of CONTRACTS)
    for (const what of ["retracted", ...refuses, ...(fullOnly ? ["short"] : [])])
      expect(met).toContain(`${partner} ${what}`);
  await checkReceipts();
  await checkArchives();
}, 600_000);

async function checkReceipts(): Promise<void> {
  const { results } = await here.db
    .prepare("SELECT feed, partner, edition, key_id, format, status, served_at FROM receipt ORDER BY feed, edition")
    .all<Omit<Logged, "from" | "to"> & { served_at: number }>();
  const first = new Map<string, Logged>();
  for (const entry of log)
    if (!first.has(`${entry.feed} ${entry.edition}`)) first.set(`${entry.feed} ${entry.edition}`, entry);
  const logged = [...first.values()].sort((a, b) =>
    a.feed === b.feed ? a.edition - b.edition : a.feed < b.feed ? -1 : 1,
  );
  expect(results.map(({ served_at: _, ...rest }) => rest)).toEqual(logged.map(({ from: _, to: __, ...rest }) => rest));
  for (const [index, { served_at }] of results.entries()) {
    expect(served_at).toBeGreaterThanOrEqual(logged[index]?.from ?? Number.NaN);
    expect(served_at).toBeLessThanOrEqual(logged[index]?.to ?? Number.NaN);
  }
  let compared = 0;
  for (const { id } of stories.values()) {
    const { body } = await desk.api<ReceiptReport>("GET", `/api/articles/${id}/receipts`);
    for (const { revision, deliveries } of body.revisions)
      for (const { partner, what, state, received, outdated } of deliveries) {
        expect(outdated).toEqual([]);
        if (what !== "carried") continue;
        const had = hadFirst.get(`${partner} ${id}r${revision}.`);
        compared += 1;
        expect([id, revision, partner, state === "received"]).toEqual([id, revision, partner, had !== undefined]);
        if (had !== undefined) expect(Math.abs(Date.parse(received?.at ?? "") - had)).toBeLessThan(30_000);
      }
  }
  expect(compared).toBeGreaterThan(300);
}

/** A partner that follows every link of its archive has all that it may have, and nothing else. */
async function checkArchives(): Promise<void> {
  let pages = 0;
  for (const contract of CONTRACTS) {
    const key = keys.get(contract.partner)?.key ?? "";
    const all = [...stories.values()].filter((story) => may(story, contract, now()) && takes(story, contract));
    const found = new Set<string>();
    let url: string | undefined = `/partner/for-${contract.partner}.${contract.format}`;
    for (let page = 0; url !== undefined && page < 100; page += 1) {
      const response: Response = await coldPoll(undefined, DEFINITIONS)(url, basic(key));
      expect([url, response.status]).toEqual([url, 200]);
      const text = await response.text();
      onlyMarksOf(text, all);
      for (const [id, seen] of readEntries(text)) {
        const story = stories.get(id) as Story;
        expect([id, seen]).toEqual([id, entryOf(story, contract)]);
        if (story.retracted === undefined) found.add(id);
      }
      url = readPrevious(text)?.replace("https://feeds.example", "");
      pages += 1;
    }
    expect([...found].sort()).toEqual(all.map(({ id }) => id).sort());
  }
  expect(pages).toBeGreaterThan(CONTRACTS.length + 3);
}
