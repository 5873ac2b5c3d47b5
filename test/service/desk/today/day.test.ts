import { beforeEach, describe, expect, it } from "vitest";
import { type FeedInput, parseCatalog } from "../../../../src/feed/catalog.ts";
import { ROLES } from "../../../../src/people/roles.ts";
import { ALL_SCOPES, type Scope } from "../../../../src/people/scopes.ts";
import { findDay } from "../../../../src/service/desk/today/day.ts";
import { startDraft } from "../../../../src/service/store/drafts.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { article, FEEDS, homeOn, newsroom } from "../../newsroom.ts";
import { PARTNER_FEEDS } from "../../partner/syndicate.ts";
import { FAULT, insertSubscription } from "../../store/rows.ts";

const NOW = Date.parse("2999-06-01T20:00:00Z");
const home = homeOn();
const ADA = { kind: "person", id: "ada", name: "Ada Quill" } as const;
const dayIn = (zone: string | undefined, scopes: ReadonlySet<Scope> = ALL_SCOPES, changes = {}) =>
  findDay({ ...home, ...changes }, parseCatalog({ ...SITE, zone }, FEEDS), { actor: ADA, scopes }, NOW);

describe("a newsroom's day", () => {
  beforeEach(async () => {
    const room = await newsroom();
    await room.put(article("evening", { section: "Sport", embargo_until: "2999-06-01T22:30:00Z" }));
    await room.put(article("night", { expires_at: "2999-06-01T23:59:00Z" }));
  });

  it.each([
    [undefined, ["evening"], ["night"]],
    ["Europe/Berlin", [], []],
    ["America/New_York", ["evening"], ["night"]],
    ["Atlantic/Azores", ["evening"], ["night"]],
  ])("ends at midnight by its own clock, here %s", async (zone, embargoes, expiries) => {
    const { day, later } = await dayIn(zone);
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    expect([ids(day.embargoes), ids(day.expiries)]).toEqual([embargoes, expiries]);
    expect(ids(later.embargoes)).toEqual(embargoes.length === 0 ? ["evening"] : []);
    expect(ids(later.expiries)).toEqual(expiries.length === 0 ? ["night"] : []);
  });

  it("names feeds as readers do", async () => {
    expect((await dayIn(undefined)).day.embargoes).toEqual([
      {
        id: "evening",
        title: "Title of evening",
        at: Date.parse("2999-06-01T22:30:00Z"),
        feeds: ["Everything", "Sport"],
      },
    ]);
  });

  it("has the drafts that wait, for those who may publish them", async () => {
    for (const id of ["open", "waiting"])
      await startDraft(here.db, { id, articleId: id, baseRevision: 0, author: ADA, fields: { title: "T" } }, NOW);
    await here.db.prepare("UPDATE draft SET state = 'waiting', updated_at = 5 WHERE id = 'waiting'").run();
    const waits = { id: "waiting", title: expect.any(String), author: "Ada Quill", since: 5 };
    expect((await dayIn(undefined, ROLES.editor)).day.drafts).toEqual([waits]);
    expect((await dayIn(undefined, ROLES.writer)).day.drafts).toEqual([]);
  });

  it("has nothing in it that whoever looks may not see", async () => {
    const refusal = JSON.stringify([FAULT]);
    await here.db.prepare("UPDATE feed SET refusal = ? WHERE slug = 'sport'").bind(refusal).run();
    const address = { hasTakenAddress: true };
    const owner = await dayIn(undefined, ROLES.owner, address);
    expect([owner.day.heldBack.length, owner.day.embargoes.length, owner.day.takenAddress]).toEqual([1, 1, SITE.base]);
    expect((await dayIn(undefined, ROLES.editor, address)).day.takenAddress).toBeNull();
    const nobody = await dayIn(undefined, new Set(), address);
    expect(Object.values(nobody.day).flat().filter(Boolean)).toEqual([]);
    expect(nobody.later).toEqual({ embargoes: [], expiries: [] });
  });

  it("speaks of purges that were refused within a day, where a cache stands in front", async () => {
    const budget = "UPDATE purge_budget SET refused = 2, refused_at = ?";
    await here.db
      .prepare(budget)
      .bind(NOW - 3_600_000)
      .run();
    const purge = async () => "granted" as const;
    expect((await dayIn(undefined)).day.purges).toBeNull();
    expect((await dayIn(undefined, ALL_SCOPES, { purge })).day.purges).toEqual({
      refused: 2,
      at: NOW - 3_600_000,
      copiesEnd: 13_000,
    });
    await here.db
      .prepare(budget)
      .bind(NOW - 2 * 86_400_000)
      .run();
    expect((await dayIn(undefined, ALL_SCOPES, { purge })).day.purges).toBeNull();
  });

  it("speaks of subscribers that fail for an hour, and of those that were not told of a retraction for two minutes", async () => {
    const since = (wanted_since: number) => ({ due_at: 1, wanted_since });
    await insertSubscription(here.db, 1, { host: "a.example", attempts: 3, ...since(NOW - 3_600_001) });
    await insertSubscription(here.db, 2, { host: "b.example", attempts: 3, ...since(NOW - 3_599_999) });
    await insertSubscription(here.db, 3, { host: "c.example", urgent: 1, ...since(NOW - 120_001) });
    await insertSubscription(here.db, 4, { host: "d.example", urgent: 1, ...since(NOW - 119_999) });
    await insertSubscription(here.db, 5, { host: "e.example", attempts: 3, ...since(1), ended_at: 1 });
    const { day } = await dayIn(undefined);
    expect([day.failing, day.untold]).toEqual([
      { count: 1, hosts: 1, host: "a.example", since: NOW - 3_600_001 },
      { count: 1, hosts: 1, host: "c.example", since: NOW - 120_001 },
    ]);
  });

  it("has a writer's own drafts that were handed back, and what was said", async () => {
    const bob = { kind: "person", id: "bob", name: "Bob" } as const;
    for (const author of [ADA, bob])
      for (const id of ["open", "back"]) {
        const draft = { id: `${author.id}-${id}`, articleId: id, baseRevision: 0, author, fields: { title: "T" } };
        await startDraft(here.db, draft, NOW);
      }
    await here.db.prepare("UPDATE draft SET note = 'Who says so?', updated_at = 5 WHERE article_id = 'back'").run();
    const back = { id: "ada-back", title: expect.any(String), note: "Who says so?", since: 5 };
    expect((await dayIn(undefined, ROLES.writer)).day.handedBack).toEqual([back]);
    expect((await dayIn(undefined, ROLES.reader)).day.handedBack).toEqual([]);
  });

  it("has what is stored as a draft, for those who may publish it", async () => {
    const room = await newsroom();
    await room.put(article("kept", { status: "draft" }));
    const kept = { id: "kept", title: "Title of kept", since: expect.any(Number) };
    expect((await dayIn(undefined, ROLES.editor)).day.stored).toEqual([kept]);
    expect((await dayIn(undefined, ROLES.writer)).day.stored).toEqual([]);
  });
});

describe("an embargo that is no public feed's", () => {
  const until = "2999-06-01T22:30:00Z";
  const at = Date.parse(until);
  const embargoes = async (feeds: FeedInput[], story: Record<string, unknown>, scopes: ReadonlySet<Scope>) => {
    const room = await newsroom(feeds);
    expect((await room.put(article("a", story))).status).toBeLessThan(300);
    return (await findDay(home, parseCatalog(SITE, feeds), { actor: ADA, scopes }, NOW)).day.embargoes;
  };
  const title = "Title of a";

  it("is of the day where the story is for one partner later", async () => {
    const story = { syndication: { embargo: { radio: until } } };
    const found = await embargoes(PARTNER_FEEDS, story, ALL_SCOPES);
    expect(found).toEqual([{ id: "a", title, at, feeds: ["For the radio"] }]);
    expect(await embargoes(PARTNER_FEEDS, story, new Set<Scope>(["articles:read"]))).toEqual([]);
  });

  it("is of the day where the story is for partners alone, or in feeds of families, or in none", async () => {
    const family: FeedInput = { by: "tag", slug: "tag/{value}", title: "{value}", description: "On {value}" };
    expect(await embargoes([family], { tags: ["Votes"], embargo_until: until }, ALL_SCOPES)).toEqual([
      { id: "a", title, at, feeds: [] },
    ]);
    const [, ...partners] = PARTNER_FEEDS.filter(({ access }) => access === "partner");
    const [found] = await embargoes(partners, { section: "Sport", embargo_until: until }, ALL_SCOPES);
    expect(found).toEqual({ id: "a", title, at, feeds: ["For the paper", "Sport for the radio"] });
  });
});
