import { describe, expect, it, vi } from "vitest";
import type { SourceInput } from "../../../../src/feed/source.ts";
import { here } from "../../../homes/here.ts";
import { SITE } from "../../../site.ts";
import { FEEDS, type Newsroom, newsroom } from "../../newsroom.ts";
import { PATIENT } from "../../patient.ts";
import { Elsewhere, feedAnswer, rssOf } from "../../sources/a-feed.ts";
import { signIn, text } from "../browser.ts";

const GOOD = "https://other.example/feed";

describe("the sources at the desk", () => {
  it("are shown with what they brought and refused, and those that fail on the first page", async () => {
    const { fetchOut } = new Elsewhere().at(GOOD, feedAnswer(rssOf([{ id: "a" }, { id: "x".repeat(3_000) }])));
    const room = await newsroom(
      FEEDS,
      SITE,
      { fetchOut },
      {
        sources: [
          { kind: "feed", name: "good", url: GOOD },
          { kind: "feed", name: "bad", url: "https://nobody.example/feed" },
        ],
      },
    );
    await room.pollSources();
    const editor = await signIn(room);
    expect(text(await editor.page("/desk"))).toMatch(
      /The source bad fails, 1 time in a row: there is no answer: nobody is at .* See the source/,
    );
    expect(text(await editor.page("/desk"))).not.toContain("source good");
    expect(text(await editor.page("/desk/sources"))).toMatch(/good feed well/);
    const page = text(await editor.page("/desk/sources/good"));
    expect(page).toContain("It last brought 1 new, 0 changed and 0 taken back");
    expect(page).toMatch(/is longer than/);
    expect((await editor.post("/desk/sources/good/poll", {})).headers.get("location")).toBe("/desk/sources/good");
    expect((await editor.get("/desk/sources/none")).status).toBe(404);
  });

  it("let a source's words in again that were kept out for an editor's", async () => {
    const elsewhere = new Elsewhere().at(GOOD, feedAnswer(rssOf([{ id: "a" }])));
    const source: SourceInput = { kind: "feed", name: "good", url: GOOD };
    const room = await newsroom(FEEDS, SITE, { fetchOut: elsewhere.fetchOut }, { sources: [source] });
    await room.pollSources();
    const item = here.db.prepare("SELECT article_id AS id FROM source_item");
    const { id = "" } = (await item.first<{ id: string }>()) ?? {};
    const { edge: _, ...stored } = await json<Record<string, unknown>>(room, `/api/articles/${id}`);
    await room.put({ ...stored, id, title: "An editor's" });
    elsewhere.at(GOOD, feedAnswer(rssOf([{ id: "a", title: "The source's" }])));
    await room.request("POST", "/api/sources/good");
    const keptOut = async () => (await json<{ kept_out: { id: string }[] }>(room, "/api/sources/good")).kept_out;
    await vi.waitFor(async () => expect(await keptOut()).toMatchObject([{ id }]), PATIENT);

    const editor = await signIn(room);
    const page = text(await editor.page("/desk/sources/good"));
    expect(page).toMatch(/changed here, and then at the source.*Let its words in/);
    expect((await editor.post("/desk/sources/good/let-in", { id: "none" })).status).toBe(404);
    expect((await editor.post("/desk/sources/good/let-in", { id })).status).toBe(303);
    await vi.waitFor(
      async () => expect(await json(room, `/api/articles/${id}`)).toMatchObject({ title: "The source's" }),
      PATIENT,
    );
    expect(await keptOut()).toEqual([]);
  });
});

const json = async <T>(room: Newsroom, path: string): Promise<T> =>
  (await room.request("GET", path)).json() as Promise<T>;
