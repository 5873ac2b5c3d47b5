import { beforeEach, describe, expect, it } from "vitest";
import { type PersonRole, ROLES } from "../../../src/people/roles.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import type { Browser } from "./browser.ts";
import { Window } from "./editor/writing.ts";
import { apiKey, signInAs } from "./people/team.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

/** The story of a form that would do. */
const STORY = {
  title: "Votes are counted",
  url: "https://gazette.example/votes",
  content_html: "<p>They are.</p>",
};

describe("a stored draft is there for those who see everybody's drafts, and for nobody else", () => {
  const OF_API = ["", "/revisions", "/receipts", "/receipts/statement"].map((rest) => `/api/articles/secret${rest}`);
  const OF_DESK = ["", "/statement", "/edit"].map((rest) => `/desk/articles/secret${rest}`);
  beforeEach(async () => void (await room.put(article("secret", { status: "draft" }))));

  it.each(Object.keys(ROLES) as PersonRole[])("at the desk: %s", async (role) => {
    const desk = await signInAs(room, role);
    const may = ROLES[role].has("articles:write");
    for (const path of OF_DESK) {
      const { status } = await desk.get(path);
      if (path.endsWith("/edit")) expect(status, path).toBe(may ? 303 : role === "writer" ? 404 : 403);
      // Nothing is signed here, and that is said of what is there.
      else expect(status === 404 && !(may && path.endsWith("/statement")), path).toBe(!may);
    }
  });

  it.each([
    ["articles:read", false],
    ["articles:write", true],
  ] as const)("by the API: a key with %s", async (scope, may) => {
    const { key } = await apiKey(["articles:read", scope]);
    for (const path of OF_API) {
      const { status } = await room.request("GET", path, undefined, { authorization: `Bearer ${key}` });
      expect(status === 404, path).toBe(!may);
    }
  });

  it("opens to no writer whose form says that it was begun with it", async () => {
    await room.put(article("20260101-0123abcd", { status: "draft", title: "Secret" }));
    await room.put(article("b"));
    const desk = await signInAs(room, "writer");
    const send = (id: string, fields: Record<string, string>) =>
      desk.post(`/desk/drafts/${id}/save`, { ...STORY, whole: "1", draft_version: "1", ...fields });
    const forms: [id: string, fields: Record<string, string>][] = [
      ["20260101-0123abcd", { article: "20260101-0123abcd", base_revision: "0" }],
      ["20260101-0123abcd", { article: "20260101-0123abcd", base_revision: "1" }],
      // It would tell that they had begun it.
      ["20260101-0123abcd", { article: "b", base_revision: "1" }],
      ["20260101-ffffffff", { article: "secret", base_revision: "1" }],
    ];
    for (const [id, fields] of forms) expect((await send(id, fields)).status, JSON.stringify(fields)).toBe(404);
    expect((await desk.get("/desk/articles/20260101-0123abcd/edit")).status).toBe(404);
  });
});

describe("what a story was as a draft", () => {
  beforeEach(async () => {
    await room.put(article("a", { status: "draft", title: "Unsaid" }));
    await room.put(article("a", { title: "Said" }));
  });

  it.each([
    ["reader", false],
    ["editor", true],
  ] as const)("stands among its revisions for an editor alone: %s", async (role, seen) => {
    const { key } = await apiKey([...ROLES[role]]);
    const header = { authorization: `Bearer ${key}` };
    const list = await room.request("GET", "/api/articles/a/revisions", undefined, header);
    const pages = [await list.text(), await (await signInAs(room, role)).page("/desk/articles/a")];
    for (const page of pages) expect([page.includes("Said"), page.includes("Unsaid")]).toEqual([true, seen]);
  });
});

describe("a draft that an editor has kept", () => {
  let [writer, editor]: Browser[] = [];
  let [id, form]: [string, Window | undefined] = ["", undefined];
  beforeEach(async () => {
    writer = await signInAs(room, "writer");
    editor = await signInAs(room, "editor");
    form = (await Window.open(writer, "/desk/articles/new")).type(STORY);
    await form.send("save");
    id = form.path.split("/").at(-1) ?? "";
    const kept = await (await Window.open(editor, form.path)).send("keep");
    expect(kept.headers.get("location")).toBe(`/desk/articles/${id}?done=created`);
  });

  it("is still its writer's to write on, and no other's", async () => {
    const again = await writer?.get(`/desk/articles/${id}/edit`);
    expect(again?.status).toBe(303);
    expect(await writer?.page(again?.headers.get("location") ?? "")).toContain("Votes are counted");
    expect((await (await signInAs(room, "writer")).get(`/desk/articles/${id}/edit`)).status).toBe(404);
  });

  it("takes what its writer sends late", async () => {
    const late = await form?.type({ title: "Votes are counted twice" }).send("autosave");
    expect(late?.status).toBe(200);
  });
});
