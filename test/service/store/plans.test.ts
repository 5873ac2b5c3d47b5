import { beforeAll, describe, expect, it } from "vitest";
import { SERVICE } from "../../../src/people/actor.ts";
import { findFile, listFiles, saveFile } from "../../../src/service/store/files.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { encode, FORM, ORIGIN } from "../desk/browser.ts";
import { apiKey, person, signInAs } from "../desk/people/team.ts";
import { publishedHub } from "../hub/subscriber.ts";
import { setScene } from "../hub/subscriptions.ts";
import { article, newsroom } from "../newsroom.ts";
import { PARTNER_FEEDS } from "../partner/syndicate.ts";
import { explain, recordQueries } from "./recording.ts";
import { TRIPS, trips } from "./trips.ts";

/** Tables that grow with the newsroom's life: a query that scans one gets slower every day. */
const GROWING =
  /\bSCAN (article|revision|membership|edition|document|receipt|carried|partner_key|listing|listing_term|audit|words|a|r|m|e|d|b|c|k|s|l|t)\b(?! USING (?:COVERING )?INDEX)/;

const WATCHED = PARTNER_FEEDS.map((definition) =>
  definition.slug === "radio" ? { ...definition, alerts: { silent_after: 60, retraction_within: 10 } } : definition,
);

describe("a query of the publish and poll paths", () => {
  it("finds its rows by an index, never by a scan of what grows", async () => {
    const { db, queries } = recordQueries();
    const desk = await newsroom(WATCHED, SITE, { db });
    await desk.put(article("a", { section: "Politics" }));
    await desk.publish();
    const { headers } = await desk.request("GET", "/feeds/all.rss");
    await desk.request("POST", "/api/partners", { slug: "radio", name: "Radio" });
    const created = await desk.request("POST", "/api/partners/radio/keys", {});
    const { key } = (await created.json()) as { key: string };
    await desk.request("GET", "/partner/radio.rss", undefined, { authorization: `Bearer ${key}` });
    await desk.request("GET", "/api/articles/a/receipts");
    await desk.put(article("b"));
    await desk.sweep();
    await desk.request("GET", "/feeds/all.rss", undefined, {
      "a-im": "feed",
      "if-none-match": headers.get("etag") ?? "",
    });
    await desk.document("/feeds/all.atom");
    await desk.document("/feeds/all");
    await desk.request("DELETE", "/api/articles/a");

    expect(queries.size).toBeGreaterThan(15);
    const plans = await explain(queries);
    const scans = [...plans].filter(([, plan]) => plan.some((step) => GROWING.test(step)));
    expect(scans).toEqual([]);
    const newest = [...plans].find(([sql]) => sql.includes("WITH newest"))?.[1] ?? [];
    expect(newest[newest.findIndex((step) => /newest/.test(step)) + 1]).toMatch(
      /^SEARCH m USING COVERING INDEX membership_newest/,
    );
    // Of the archive, which only grows, a publish reads nothing.
    const states = [...plans].filter(([sql]) => sql.includes("AS overflows"));
    expect(states.length).toBeGreaterThan(0);
    for (const [, plan] of states)
      expect(plan.join("\n")).toMatch(/SEARCH m USING INDEX membership_page \(feed=\? AND page=\? AND/);
    // What is sorted after that is one edition, or, for an article's receipts, as many subscribers as are looked at.
    const sorted = [...plans].filter(
      ([sql, plan]) => !/WITH (newest|asked|wanted) AS/.test(sql) && plan.some((step) => /TEMP B-TREE/.test(step)),
    );
    expect(sorted).toEqual([]);
  });
});

describe("a query of the hub, and of what the sweep does with subscriptions", () => {
  /** Tables that strangers can make grow. */
  const GROWS = /\bSCAN (subscription|subscription_request|callback_host|push|feed|partner_key|s|p|t|f|k)\b/;
  /** One has partners' subscriptions alone; the other is gone along up to the first that nobody has claimed. */
  const FEW = /USING (?:COVERING )?INDEX (?:subscription_key|subscription_request_due)$/;

  it("finds its rows by an index, and sorts nothing", async () => {
    const { db, queries } = recordQueries();
    const hub = await publishedHub({ db }, SITE, WATCHED);
    for (const id of ["a", "b", "c"])
      await hub.subscribe({ "hub.callback": `https://reader.example/${id}`, "hub.secret": "s" });
    await hub.subscribe({ "hub.callback": "https://reader.example/a", "hub.mode": "unsubscribe" });
    hub.subscriber.answer = () => new Response("No.", { status: 404 });
    await hub.subscribe({ "hub.callback": "https://other.example/a" });
    await setScene("UPDATE subscription SET lease_until = 0 WHERE callback LIKE '%/b'");
    await setScene("UPDATE subscription SET feed = 'gone' WHERE callback LIKE '%/c'");
    await setScene("UPDATE feed SET awake_until = 0");
    await hub.sweep();
    await hub.send();
    const asked = [...(await explain(queries))].filter(([sql]) =>
      /\b(subscription|subscription_request|callback_host)\b/.test(sql),
    );
    expect(asked.length).toBeGreaterThan(15);
    const grows = (step: string) => (GROWS.test(step) && !FEW.test(step)) || /TEMP B-TREE/.test(step);
    expect(asked.map(([sql, plan]) => [sql, plan.filter(grows)]).filter(([, steps]) => steps?.length)).toEqual([]);
  });
});

describe("a query of pictures and sound", () => {
  it("finds a file by its name, and the last ones by when they came: never all, and without sorting", async () => {
    const { db, queries } = recordQueries();
    await saveFile(db, { name: "a.jpg", type: "image/jpeg", length: 1, uploadedAt: 1 }, SERVICE);
    await findFile(db, "a.jpg");
    await listFiles(db, 60);
    const asked = [...(await explain(queries))].filter(([sql]) => / FROM file /.test(sql));
    expect(asked.map(([, plan]) => plan)).toEqual([
      ["SEARCH file USING PRIMARY KEY (name=?)"],
      // In its order, as far as the list goes.
      ["SCAN file USING INDEX file_uploaded"],
    ]);
    expect(asked[1]?.[0]).toMatch(/ LIMIT \?$/);
    expect(await growing([...queries].filter((sql) => sql !== asked[1]?.[0]))).toEqual([]);
  });
});

/** What a plan goes through from end to end though it does not grow with the feeds, and why it does not. */
const BOUNDED: [step: RegExp, reason: string][] = [
  [/^SCAN \w+ VIRTUAL TABLE INDEX \d+:$/, "JSON: what the statement was given, or what stands in one edition"],
  [
    /^SCAN (newest|oldest|sized|looked|gone|wanted|asked|candidates|matched|\(subquery-\d+\))$/,
    "what a SELECT within has found, whose own steps are looked at, too",
  ],
  [/^SCAN CONSTANT ROW$/, "the values that the statement was given"],
  [/^SCAN taken_up$/, "one row"],
  [/^SCAN signing_key$/, "a row for each key that statements were ever signed with"],
  [
    /^SCAN family USING INDEX family_reselect$/,
    "the index has the families whose articles are being chosen, and no others",
  ],
  [/^SCAN alert USING INDEX alert_open$/, "the index has the alerts that are open, and no others"],
  [/^SCAN source USING INDEX source_failing$/, "the index has the sources that fail, and no others"],
  [
    /^SCAN subscription_request USING INDEX subscription_request_due$/,
    "in the order of their time, up to the first that nobody has claimed",
  ],
  [/^SCAN endpoint(?: EXISTS)?$/, "the webhooks, fifty at most"],
  [/^SCAN source$/, "a row for each source that was ever defined"],
];

const isUnbounded = (step: string): boolean =>
  /\bSCAN\b|\bAUTOMATIC\b/.test(step) && !BOUNDED.some(([bounded]) => bounded.test(step));

/** Each query with the steps of its plan that grow. */
async function growing(queries: Iterable<string>): Promise<[string, string[]][]> {
  const plans = [...(await explain(queries))];
  return plans
    .map(([sql, plan]): [string, string[]] => [sql, plan.filter(isUnbounded)])
    .filter(([, steps]) => steps.length > 0);
}

describe("a query of what costs the same however many feeds there are", () => {
  const asked = new Map<string, string[]>();
  beforeAll(async () => {
    const { db, queries } = recordQueries();
    const made = await trips(db);
    for (const trip of TRIPS) {
      queries.clear();
      await made[trip]();
      asked.set(trip, [...queries]);
    }
  });

  it.each([
    ["storing", 10],
    ["publishing", 25],
    ["sweeping", 15],
    ["starting", 15],
    ["health", 3],
    ["asking", 7],
  ] as const)("finds its rows by an index: %s", async (trip, least) => {
    const queries = asked.get(trip) ?? [];
    expect(queries.length).toBeGreaterThanOrEqual(least);
    expect(await growing(queries)).toEqual([]);
  });

  it("goes somewhere through each of what is named here: nothing is allowed in vain", async () => {
    const steps = [...(await explain([...asked.values()].flat())).values()].flat();
    expect(BOUNDED.filter(([bounded]) => !steps.some((step) => bounded.test(step)))).toEqual([]);
  });

  it.each([
    ["feed_due", "publishing"],
    ["feed_swept", "sweeping"],
    ["feed_stale", "health"],
    ["feed_unfit", "health"],
    ["edition_superseded", "sweeping"],
    ["membership_article", "storing"],
  ])("would not without an index: %s", async (index, trip) => {
    const made = here.db.prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?").bind(index);
    const { sql = "" } = (await made.first<{ sql: string }>()) ?? {};
    await here.db.prepare(`DROP INDEX ${index}`).run();
    const found = await growing(asked.get(trip) ?? []);
    await here.db.prepare(sql).run();
    expect(found).not.toEqual([]);
  });
});

describe("a query of who comes in", () => {
  /**
   * As many rows as there are people, or links that wait: as many as an owner looks through; and those who made keys with keys. Of keys,
   * the latest, as they stand in the index.
   */
  const FEW =
    /^SCAN (?:p|person|other|maker|invitation|api_key USING INDEX api_key_created)\b|^SCAN CONSTANT ROW$|^SCAN \(subquery/;

  it("finds its rows by an index, but for the few who work here", async () => {
    const { db, queries } = recordQueries();
    const room = await newsroom(undefined, SITE, { db });
    // With the first request, the definitions are taken up.
    await room.request("GET", "/api/feeds");
    queries.clear();
    await room.request("POST", "/api/people/first");
    const owner = await signInAs(room, "owner");
    await owner.post("/desk/people/invite", { name: "Ada", role: "writer" });
    await owner.page("/desk/people");
    const ada = await person("writer");
    await owner.post(`/desk/people/${ada}/role`, { role: "reader" });
    await owner.post(`/desk/people/${ada}/link`, {});
    await owner.post("/desk/people/me/password", { password: "harbour seven lanterns" });
    await owner.post("/desk/people/me/passkeys/options", {});
    await owner.post("/desk/people/me/passkeys/remove", { id: "none" });
    await owner.post(`/desk/people/${ada}/remove`, { sure: "on" });
    const { key } = await apiKey(["feeds:read"]);
    await room.request("GET", "/api/site", undefined, { authorization: `Bearer ${key}` });
    await room.request("GET", "/api/keys");
    const form = { ...FORM, ...ORIGIN };
    await room.request("POST", "/desk/sign-in", encode({ login: "ada", password: "wrong" }), form);
    await room.request("POST", "/desk/join", encode({ link: "none" }), form);
    await room.request("POST", "/desk/sign-in/passkey/options", "", form);
    expect(queries.size).toBeGreaterThan(20);
    const plans = [...(await explain(queries))].map(([sql, plan]) => [
      sql,
      plan.filter((step) => /\bSCAN\b/.test(step)),
    ]);
    expect(
      plans.filter(([, steps = []]) => [...steps].some((step) => !FEW.test(step) && !/VIRTUAL TABLE/.test(step))),
    ).toEqual([]);
  });
});
