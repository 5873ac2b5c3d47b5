import { beforeEach, describe, expect, it } from "vitest";
import { type PersonRole, ROLES } from "../../../src/people/roles.ts";
import { apiKey, signInAs } from "../desk/people/team.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { exported, imported } from "./moving.ts";

let desk: Newsroom;
beforeEach(async () => {
  desk = await newsroom();
});

interface Answer {
  deeds: { id: number; at: string; actor: object; action: string; subject: object; detail: Record<string, unknown> }[];
  kept_days: number;
  next?: string;
}

const ask = (query = "") => follow(`/api/log${query}`);
const follow = async (path = ""): Promise<Answer> => (await (await desk.request("GET", path)).json()) as Answer;
const TOKEN = { kind: "key", id: "publish-token", name: "publish token" };

describe("GET /api/log", () => {
  it("says who did what to what, and what else is known, the newest first", async () => {
    await desk.put(article("a"));
    await desk.request("DELETE", "/api/articles/a?reason=Wrong");
    const answer = await desk.request("GET", "/api/log?subject=article:a");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const { deeds, kept_days, next } = (await answer.json()) as Answer;
    expect([kept_days, next]).toEqual([400, undefined]);
    const subject = { kind: "article", id: "a" };
    expect(deeds).toMatchObject([
      {
        actor: TOKEN,
        action: "article.retracted",
        subject,
        detail: { revision: 2, title: "Title of a", reason: "Wrong" },
      },
      { actor: TOKEN, action: "article.created", subject, detail: { revision: 1, title: "Title of a" } },
    ]);
    expect(deeds[0]?.at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it("says which revision was restored", async () => {
    await desk.put(article("a"));
    await desk.put(article("a", { title: "Worse" }));
    await desk.request("POST", "/api/articles/a/revisions/1/restore");
    const { deeds } = await ask("?subject=article:a&limit=1");
    expect(deeds).toMatchObject([{ action: "article.changed", detail: { revision: 3, restored: 1 } }]);
  });

  it("says of a draft that there is one, and not what it is called", async () => {
    await desk.put(article("a", { status: "draft", title: "Secret" }));
    expect((await ask("?subject=article:a")).deeds[0]?.detail).toEqual({ revision: 1 });
  });

  it.each<[string, PersonRole, string[]]>([
    ["everything to an owner", "owner", ["draft", "key", "person", "session"]],
    ["an editor who writes what", "editor", ["draft", "key"]],
    ["a reader nothing of it but what was done to itself", "reader", ["key"]],
  ])("tells %s", async (_, role, kinds) => {
    await signInAs(desk, "writer").then((writer) => writer.get("/desk/articles/new"));
    await desk.request("POST", "/api/people", { name: "Ben Stone", role: "reader" });
    const { id, key } = await apiKey([...ROLES[role]]);
    const answer = await desk.request("GET", "/api/log", undefined, { authorization: `Bearer ${key}` });
    const subjects = ((await answer.json()) as { deeds: { subject: { kind: string; id: string } }[] }).deeds.map(
      ({ subject }) => subject,
    );
    const hidden = subjects.filter(({ kind }) => ["draft", "key", "person", "session"].includes(kind));
    expect([...new Set(hidden.map(({ kind }) => kind))].sort()).toEqual(kinds);
    if (role !== "owner") expect(hidden.filter((one) => one.kind === "key").map((one) => one.id)).toEqual([id]);
  });

  it("goes on at the address that it says, with the same question", async () => {
    for (const id of ["a", "b", "c"]) await desk.put(article(id));
    const first = await ask("?action=article.created&limit=2");
    expect(first.deeds.map(({ subject }) => subject)).toMatchObject([{ id: "c" }, { id: "b" }]);
    expect(first.next).toMatch(/^\/api\/log\?action=article\.created&limit=2&before=\d+$/);
    const second = await follow(first.next);
    expect(second.deeds.map(({ subject }) => subject)).toMatchObject([{ id: "a" }]);
    expect(second.next).toBeUndefined();
  });

  it("tells what is wrong with a question", async () => {
    const answer = await desk.request("GET", "/api/log?actor=nobody");
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ problems: [{ path: "/actor" }] });
  });

  it("knows of definitions that were taken up, by whom but the service", async () => {
    await desk.put(article("a"));
    const { deeds } = await ask("?action=definition.changed");
    expect(deeds.map(({ subject, detail }) => ({ ...subject, ...detail }))).toEqual(
      [
        ["sport", "Sport"],
        ["politics", "Politics"],
        ["all", "Everything"],
      ].map(([id, title]) => ({ kind: "feed", id, title, change: "added" })),
    );
    expect(deeds[0]?.actor).toMatchObject({ kind: "service" });
  });
});

describe("what leaves and comes in", () => {
  it("stands in the log: an export before its first line is read, with what is in it", async () => {
    await desk.put(article("a"));
    await desk.request("POST", "/api/partners", { slug: "radio", name: "Radio" });
    await (await desk.request("GET", "/api/export")).body?.cancel();
    const { deeds } = await ask("?action=export.taken");
    expect(deeds).toMatchObject([{ actor: TOKEN, subject: { kind: "store" }, detail: { articles: 1, partners: 1 } }]);
  });

  it("of the next part of an export, with what is left", async () => {
    for (const id of ["a", "b"]) await desk.put(article(id));
    await (await desk.request("GET", "/api/export?after=b")).text();
    const { deeds } = await ask("?action=export.taken");
    expect(deeds.map(({ detail }) => detail)).toEqual([{ after: "b", articles: 1 }]);
  });

  it("an import with what came of its lines, and each story that it brought", async () => {
    await desk.put(article("a"));
    await desk.put(article("a", { title: "Another" }));
    const lines = await exported(desk);
    desk = await newsroom();
    await imported(desk, `${lines}{"type":"nonsense"}\n`);
    const { deeds } = await ask("?actor=key:publish-token");
    expect(deeds).toMatchObject([
      {
        action: "import.taken",
        subject: { kind: "store" },
        detail: { results: { created: 1, refused: 1 }, whole: true },
      },
      {
        action: "article.brought",
        subject: { kind: "article", id: "a" },
        detail: { title: "Another", revisions: 2 },
      },
    ]);
    expect(JSON.stringify(await ask("?action=article.created"))).toContain('"deeds":[]');
  });
});
