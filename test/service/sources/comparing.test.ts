import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SourceInput } from "../../../src/feed/source.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { pass, startClock } from "../clock.ts";
import { FEEDS, type Newsroom, newsroom } from "../newsroom.ts";
import { Elsewhere } from "./a-feed.ts";

const HOME = "https://wp.example/";
const MINUTE = 60_000;
const KEY = "ada:pass word";

interface Post {
  id: number;
  title: string;
  status: "publish" | "draft" | "private" | "trash" | "future";
  password?: string;
  modified: number;
}

/** A WordPress, as far as it is asked: to those who have its key it tells of what it does not show. */
class FakeWordPress {
  readonly posts: Post[] = [];
  readonly elsewhere = new Elsewhere();

  constructor() {
    const api = { namespaces: ["wp/v2"] };
    this.elsewhere.at(
      HOME,
      () => new Response("", { headers: { link: `<${HOME}wp-json/>; rel="https://api.w.org/"` } }),
    );
    this.elsewhere.at(`${HOME}wp-json/`, () => Response.json(api));
    this.elsewhere.at(`${HOME}wp-json/wp/v2/posts`, () => this.#answer());
  }

  set(id: number, change: Partial<Post>): void {
    const post = this.posts.find((one) => one.id === id);
    if (post) Object.assign(post, change, { modified: Date.now() });
    else this.posts.push({ id, title: `Post ${id}`, status: "publish", modified: Date.now(), ...change });
  }

  delete(id: number): void {
    this.posts.splice(
      this.posts.findIndex((post) => post.id === id),
      1,
    );
  }

  #answer(): Response {
    const { url = HOME, headers = {} } = this.elsewhere.asked.at(-1) ?? {};
    const query = new URL(url).searchParams;
    const isEditor = new Headers(headers).get("authorization") === `Basic ${btoa(KEY)}`;
    const statuses = isEditor && query.has("status") ? ["publish", "draft", "private", "trash", "future"] : ["publish"];
    const after = Date.parse(query.get("modified_after") ?? query.get("after") ?? "1970-01-01T00:00:00Z");
    const found = this.posts.filter(({ status, modified }) => statuses.includes(status) && modified > after);
    const offset = Number(query.get("offset") ?? 0);
    const page = found.slice(offset, offset + Number(query.get("per_page")));
    const total = { "x-wp-total": String(found.length) };
    return Response.json(page.map(toJson), { headers: total });
  }
}

const toJson = ({ id, title, status, password, modified }: Post) => ({
  id,
  status,
  guid: { rendered: `${HOME}?p=${id}&#038;x=1` },
  link: `${HOME}${id}/`,
  title: { rendered: title },
  content: { rendered: password ? "" : `<p>Words of ${id}.</p>`, protected: password !== undefined },
  excerpt: { rendered: "" },
  date_gmt: "2026-03-01T08:00:00",
  modified_gmt: new Date(modified).toISOString().slice(0, 19),
});

describe.each([
  ["without a key", undefined],
  ["with a key", "WP_KEY"],
])("a WordPress that stays where it is, %s", (_, key) => {
  let site: FakeWordPress;
  let room: Newsroom;

  beforeEach(async () => {
    startClock(Date.UTC(2026, 2, 10));
    site = new FakeWordPress();
    for (let id = 1; id <= 6; id += 1) site.set(id, {});
    const source: SourceInput = { kind: "wordpress", name: "wp", url: HOME, every: 5, key };
    room = await newsroom(
      FEEDS,
      SITE,
      { fetchOut: site.elsewhere.fetchOut, secrets: { ofSources: { WP_KEY: KEY } } },
      { sources: [source] },
    );
    await room.pollSources();
  });
  afterEach(() => void vi.useRealTimers());

  async function pollLater(minutes = 5): Promise<void> {
    pass(minutes * MINUTE);
    await room.pollSources();
  }

  /** What is current here, by title. */
  async function statuses(): Promise<Record<string, string>> {
    const { results } = await here.db
      .prepare("SELECT r.body FROM article a JOIN revision r ON r.article_id = a.id AND r.revision = a.revision")
      .all<{ body: string }>();
    const articles = results.map(({ body }) => JSON.parse(body) as { title: string; status: string });
    return Object.fromEntries(articles.map(({ title, status }) => [title, status]));
  }

  const told = async () => (await room.request("GET", "/api/sources/wp")).json() as Promise<Record<string, unknown>>;

  it("brings its posts, and the same again as nothing", async () => {
    await pollLater();
    expect(await told()).toMatchObject({ status: "well", created: 6, changed: 0, taken_back: 0, refused: 0 });
  });

  it("brings changes", async () => {
    pass(20 * MINUTE);
    site.set(2, { title: "New" });
    await pollLater();
    expect(await told()).toMatchObject({ created: 6, changed: 1 });
  });

  it("takes back what is deleted or in the trash there, and shows it again once it is back", async () => {
    pass(20 * MINUTE);
    site.delete(1);
    site.set(2, { status: "trash" });
    await pollLater();
    expect(await told()).toMatchObject({ taken_back: 2 });
    expect(await statuses()).toMatchObject({ "Post 1": "canceled", "Post 2": "canceled", "Post 3": "usable" });
    await pollLater();
    expect(await told()).toMatchObject({ taken_back: 2, changed: 0 });
    site.set(2, { status: "publish" });
    await pollLater();
    expect(await statuses()).toMatchObject({ "Post 1": "canceled", "Post 2": "usable" });
  });

  it("withholds what has a password there, and what is a draft or private where it says so", async () => {
    pass(20 * MINUTE);
    site.set(1, { password: "x" });
    site.set(2, { status: "draft" });
    site.set(3, { status: "private" });
    await pollLater();
    const unsaid = key === undefined ? "canceled" : "withheld";
    expect(await statuses()).toMatchObject({
      "Post 1": "withheld",
      "Post 2": unsaid,
      "Post 3": unsaid,
      "Post 4": "usable",
    });
  });

  it("finds within the hour what has gone while as many came", async () => {
    pass(20 * MINUTE);
    site.delete(1);
    site.set(7, {});
    await pollLater();
    await pollLater(60);
    expect(await statuses()).toMatchObject({ "Post 1": "canceled", "Post 7": "usable" });
  });

  it("asks for no list where nothing has gone", async () => {
    await pollLater();
    const before = site.elsewhere.asked.length;
    await pollLater();
    const lists = site.elsewhere.asked.slice(before).filter(({ url }) => url.includes("_fields=id%2Cguid"));
    expect(lists).toEqual([]);
  });

  it("takes nothing back where most is gone at once", async () => {
    for (let id = 10; id < 40; id += 1) site.set(id, {});
    await pollLater();
    site.posts.length = 5;
    await pollLater();
    expect(await told()).toMatchObject({ status: "failing", taken_back: 0, created: 36 });
    expect((await told()).fault).toMatch(/it shows 5 of 36 stories that it showed/);
  });
});
