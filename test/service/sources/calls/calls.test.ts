import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SourceInput } from "../../../../src/feed/source.ts";
import { here } from "../../../homes/here.ts";
import { TOKEN } from "../../../homes/home.ts";
import { SITE } from "../../../site.ts";
import { FEEDS, type Newsroom, newsroom } from "../../newsroom.ts";
import { PATIENT } from "../../patient.ts";
import { Elsewhere, feedAnswer, rssOf } from "../a-feed.ts";

const SECRET = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
const FEED = "https://other.example/feed";

const SOURCES: SourceInput[] = [
  { kind: "webhook", name: "desk", secret: "DESK_SECRET", section: "Wire", tag: "From the desk" },
  { kind: "feed", name: "other", url: FEED, secret: "DESK_SECRET" },
  { kind: "feed", name: "silent", url: "https://silent.example/feed" },
  { kind: "webhook", name: "unset", secret: "UNSET_SECRET" },
];

const STORY = {
  id: "a",
  url: "https://desk.example/a",
  title: "A story",
  content_html: "<p>Words.</p>",
  published_at: "2026-03-01T08:00:00Z",
};

describe("a source that calls", () => {
  let elsewhere: Elsewhere;
  let room: Newsroom;

  beforeEach(async () => {
    elsewhere = new Elsewhere().at(FEED, feedAnswer(rssOf([{ id: "a" }])));
    const { fetchOut } = elsewhere;
    room = await newsroom(
      FEEDS,
      SITE,
      { fetchOut, wait: async () => undefined, secrets: { ofSources: { DESK_SECRET: SECRET }, publishToken: TOKEN } },
      { sources: SOURCES },
    );
  });
  afterEach(() => void vi.useRealTimers());

  /** A call without the token. */
  const call = (name: string, body: string, headers: Record<string, string>): Promise<Response> =>
    room.request("POST", `/api/sources/${name}`, body, { authorization: "", ...headers });

  function signed(body: string, at = new Date(), secret = SECRET): Record<string, string> {
    const id = `msg_${at.getTime()}`;
    return {
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(at.getTime() / 1_000)),
      "webhook-signature": new Webhook(secret).sign(id, at, body),
    };
  }

  const send = (article: object, at?: Date): Promise<Response> => {
    const body = JSON.stringify({ type: "article.saved", timestamp: new Date().toISOString(), data: article });
    return call("desk", body, signed(body, at));
  };

  const stored = async (id: string) => (await room.request("GET", `/api/articles/${id}`)).json() as Promise<object>;

  it("brings a story that is signed as Standard Webhooks do, with the source's section and tag", async () => {
    const answer = await send(STORY);
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { status: "taken in", source: "desk", created: 1, changed: 0, taken_back: 0 },
    ]);
    expect(await stored("a")).toMatchObject({ title: "A story", section: "Wire", tags: ["From the desk"] });
    expect(await (await send(STORY)).json()).toMatchObject({ created: 0, changed: 0 });
    expect(await (await send({ ...STORY, title: "Another" })).json()).toMatchObject({ changed: 1 });
  });

  it("takes a story back", async () => {
    await send(STORY);
    expect(await (await send({ ...STORY, status: "canceled" })).json()).toMatchObject({ taken_back: 1 });
    expect(await stored("a")).toMatchObject({ status: "canceled", reason: "taken back at desk" });
  });

  it("is not heard with what it said before: what was said later stands", async () => {
    await send({ ...STORY, title: "Later" });
    await send({ ...STORY, title: "Earlier" }, new Date(Date.now() - 60_000));
    expect(await stored("a")).toMatchObject({ title: "Later" });
  });

  it("is told what is wrong with a story", async () => {
    const answer = await send({ ...STORY, url: "nowhere" });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("/url");
    const { refusals } = (await (await room.request("GET", "/api/sources/desk")).json()) as { refusals: object[] };
    expect(refusals).toHaveLength(1);
  });

  const hmac = (text: string, encoding: "hex" | "base64") => createHmac("sha256", SECRET).update(text).digest(encoding);
  const now = () => Date.now();

  it.each<[string, (body: string) => Record<string, string>]>([
    ["Ghost's", (body) => ({ "x-ghost-signature": ghost(body, now()) })],
    ["GitHub's", (body) => ({ "x-hub-signature-256": `sha256=${hmac(body, "hex")}` })],
    ["WP Webhooks'", (body) => ({ "x-wp-webhook-signature": hmac(body, "base64") })],
    ["WooCommerce's", (body) => ({ "x-wc-webhook-signature": hmac(body, "base64") })],
    ["Standard Webhooks'", (body) => signed(body)],
  ])("has the source asked at once: %s", async (_, headers) => {
    const body = '{"action":"published"}';
    const answer = await call("other", body, headers(body));
    expect(answer.status).toBe(202);
    await vi.waitFor(() => expect(elsewhere.asked.filter(({ url }) => url === FEED)).toHaveLength(1), PATIENT);
  });

  function ghost(body: string, t: number, secret = SECRET): string {
    return `sha256=${createHmac("sha256", secret).update(`${body}${t}`).digest("hex")}, t=${t}`;
  }

  it.each([
    ["deleted", { current: {}, previous: { id: "a", url: "https://other.example/a" } }, "canceled"],
    ["unpublished", { current: { id: "a", status: "draft" }, previous: { status: "published" } }, "withheld"],
  ])("has a post taken back at once that Ghost says is %s", async (_, post, status) => {
    await room.pollSources();
    const { article_id: id = "" } =
      (await here.db.prepare("SELECT article_id FROM source_item").first<{ article_id: string }>()) ?? {};
    const body = JSON.stringify({ post });
    const answer = await call("other", body, { "x-ghost-signature": ghost(body, now()) });
    expect(await answer.json()).toMatchObject({ taken_back: 1 });
    expect(await stored(id)).toMatchObject({ status });
  });

  it("brings the post that a Ghost tells of which only calls, its changes, and what becomes of it", async () => {
    const post = (fields: object) => ({
      id: "g1",
      title: "At Ghost",
      url: "https://g.example/at/",
      html: "<p>Words.</p>",
      status: "published",
      visibility: "public",
      published_at: "2026-03-01T08:00:00.000Z",
      authors: [{ name: "Ada" }],
      tags: [{ name: "Ships" }],
      ...fields,
    });
    const tell = async (current: object, previous: object = {}) => {
      const body = JSON.stringify({ post: { current, previous } });
      return (await call("desk", body, { "x-ghost-signature": ghost(body, now()) })).json();
    };
    expect(await tell(post({}))).toMatchObject({ status: "taken in", created: 1 });
    const found = await here.db
      .prepare("SELECT article_id FROM source_item WHERE item = 'g1'")
      .first<{ article_id: string }>();
    const id = found?.article_id ?? "";
    expect(await stored(id)).toMatchObject({
      title: "At Ghost",
      section: "Wire",
      authors: [{ name: "Ada" }],
      guid: "g1",
    });
    expect(await tell(post({ title: "Changed" }))).toMatchObject({ changed: 1 });
    expect(await tell(post({ title: "Changed", visibility: "paid" }))).toMatchObject({ taken_back: 1 });
    expect(await stored(id)).toMatchObject({ status: "withheld" });
    await tell(post({ title: "Changed" }));
    expect(await stored(id)).toMatchObject({ status: "usable" });
    expect(await tell({}, post({}))).toMatchObject({ taken_back: 1 });
    expect(await stored(id)).toMatchObject({ status: "canceled" });
  });

  it.each<[string, (body: string) => Record<string, string>]>([
    ["no signature", () => ({})],
    ["another's secret, Standard Webhooks", (body) => signed(body, new Date(), `whsec_${btoa("x".repeat(32))}`)],
    ["another's secret, Ghost", (body) => ({ "x-ghost-signature": ghost(body, now(), "another") })],
    ["another body, GitHub", () => ({ "x-hub-signature-256": `sha256=${hmac("other", "hex")}` })],
    ["another body, WP Webhooks", () => ({ "x-wp-webhook-signature": hmac("other", "base64") })],
    ["an old time, Standard Webhooks", (body) => signed(body, new Date(now() - 6 * 60_000))],
    ["an old time, Ghost", (body) => ({ "x-ghost-signature": ghost(body, now() - 6 * 60_000) })],
    ["a time to come, Ghost", (body) => ({ "x-ghost-signature": ghost(body, now() + 6 * 60_000) })],
    ["Ghost's of before the time was signed", (body) => ({ "x-ghost-signature": `sha256=${hmac(body, "hex")}` })],
    [
      "Ghost's with a time that is not signed",
      (body) => ({ "x-ghost-signature": `sha256=${hmac(body, "hex")}, t=${now()}` }),
    ],
    ["no time, Standard Webhooks", (body) => ({ ...signed(body), "webhook-timestamp": "" })],
  ])("is refused with %s", async (_, headers) => {
    const body = JSON.stringify({ data: STORY });
    const answer = await call("desk", body, headers(body));
    expect(answer.status).toBe(401);
    expect((await room.request("GET", "/api/articles/a")).status).toBe(404);
  });

  it("is refused where the source has no secret, or there is none of that name, and says so", async () => {
    const answers = await Promise.all(["silent", "unset", "none"].map((name) => call(name, "{}", signed("{}"))));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 404]);
    expect(await answers[1]?.text()).toContain("UNSET_SECRET is not set");
  });

  it("is told to wait after many wrong signatures", async () => {
    const statuses = new Set<number>();
    for (let index = 0; index < 62; index += 1) {
      const request = new Request("https://feeds.example/api/sources/desk", {
        method: "POST",
        body: "{}",
        headers: { "x-hub-signature-256": "sha256=0" },
      });
      statuses.add((await room.fetch(here.from("203.0.113.9", request))).status);
    }
    expect([...statuses]).toEqual([401, 429]);
  });
});
