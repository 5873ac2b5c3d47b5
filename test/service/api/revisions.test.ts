import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom();
});

const first = article("ä/1");
const PATH = `/api/articles/${encodeURIComponent("ä/1")}/revisions`;
const get = async (path: string) => {
  const response = await desk.request("GET", path);
  return { status: response.status, cache: response.headers.get("cache-control"), body: await response.json() };
};

describe("an article's revisions", () => {
  it("say of the first that all of it is new, and of a slip that it was no reason to look again", async () => {
    await desk.put(first);
    await desk.put({ ...first, title: "Another", minor: true });
    const { body, cache } = await get(PATH);
    expect(cache).toBe("no-store");
    expect(body).toMatchObject({
      ...{ id: "ä/1", entry_id: "tag:gazette.example,2026:%C3%A4%2F1", kept_days: 400 },
      revisions: [
        {
          revision: 2,
          by: { kind: "key", id: "publish-token", name: "publish token" },
          significant: false,
          status: "usable",
          changes: [{ path: "/title" }],
          served: [],
        },
        { revision: 1, significant: true, status: "usable" },
      ],
    });
    expect(body).not.toHaveProperty("next");
  });

  it("compare the oldest of a page with the one before it, and say where the page before is", async () => {
    for (let n = 1; n <= 21; n += 1) await desk.put({ ...first, title: `Title ${n}` });
    const { revisions, next } = (await get(PATH)).body as { revisions: { changes: unknown }[]; next: string };
    expect(revisions).toHaveLength(20);
    expect(revisions.at(-1)?.changes).toEqual([{ path: "/title", before: "Title 1", after: "Title 2" }]);
    expect(next).toBe(`${PATH}?up_to=1`);
    expect((await get(next)).body).toMatchObject({ revisions: [{ revision: 1 }] });
  });

  it.each(["0", "-1", "01", "1.5", "x", "", "9999999999"])("up to %j are a problem of the question", async (text) => {
    await desk.put(first);
    expect(await get(`${PATH}?up_to=${text}`)).toMatchObject({
      ...{ status: 422, body: { problems: [{ path: "/up_to", detail: "is no revision" }] } },
    });
  });

  it("are a 404 of an article that is none", async () => {
    expect((await get("/api/articles/nothing/revisions")).status).toBe(404);
  });
});

describe("restoring a revision", () => {
  const restore = (revision: string, headers: Record<string, string> = {}) =>
    desk.request("POST", `${PATH}/${revision}/restore`, undefined, headers);

  beforeEach(async () => {
    await desk.put(first);
    await desk.put({ ...first, title: "Worse" });
  });

  it("makes a new one of it, and unwrites nothing", async () => {
    const restored = await restore("1");
    expect([restored.status, restored.headers.get("etag"), await restored.json()]).toEqual([
      ...[200, '"3"', { status: "changed", id: "ä/1", revision: 3, feeds: ["all"], removed: [] }],
    ]);
    expect((await get(PATH)).body).toMatchObject({ revisions: [{ revision: 3 }, { revision: 2 }, { revision: 1 }] });
  });

  it("drops no correction, and publishes nothing that is withheld", async () => {
    const corrections = [{ at: "2026-01-02T00:00:00Z", note: "It was Tuesday." }];
    await desk.put({ ...first, title: "Worse", status: "withheld", corrections });
    expect((await restore("1")).status).toBe(200);
    const kept = await (await desk.request("GET", PATH.replace("/revisions", ""))).json();
    expect(kept).toMatchObject({ title: first.title, status: "withheld", corrections });
  });

  it("of what is current already changes nothing", async () => {
    expect(await (await restore("2")).json()).toMatchObject({ status: "unchanged", revision: 2 });
  });

  it("follows the revision that the desk has seen, or is not made (RFC 9110 §13.1.1)", async () => {
    expect((await restore("1", { "if-match": '"1"' })).status).toBe(412);
    expect((await restore("1", { "if-match": '"2"' })).status).toBe(200);
  });

  it.each(["3", "0", "x", "1.0"])("that never was is a 404: %s", async (revision) => {
    expect((await restore(revision)).status).toBe(404);
  });

  it("that is no longer kept is a 404", async () => {
    await here.db.prepare("DELETE FROM revision WHERE revision = 1").run();
    expect((await restore("1")).status).toBe(404);
  });
});
