import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportSource } from "../../../../src/import/source.ts";
import { type PastedDraft, readPasted } from "../../../../src/service/desk/preview/pasted-draft.ts";
import { parsedArticle } from "../fixtures.ts";

const SOURCE: ImportSource = { name: "the pasted text", now: "2026-03-03T12:00:00Z" };
const AT = { ...SOURCE, url: "https://gazette.example/ferry" };
const JSON_INPUT = {
  id: "a",
  url: "https://gazette.example/a",
  title: "Title of a",
  published_at: "2026-03-01T08:00:00Z",
};
const PAGE = `The ferry is back

By Ada Quayle
Published 3 March 2026, 08:00 GMT

She left at dawn, with forty people and a dog on board, and was seen off by half the town.`;

const reasonOf = (draft: PastedDraft) => (draft.status === "unreadable" ? draft.reason : draft.status);
const pathsOf = (draft: PastedDraft) =>
  draft.status === "problems" ? draft.problems.map(({ path }) => path) : draft.status;

describe("JSON that is pasted", () => {
  it.each(["", " ", "\n\t"])("is an article, with what was taken out of it, behind %j", async (space) => {
    const text = `${space}${JSON.stringify({ ...JSON_INPUT, content_html: "<p>A</p><script>x()</script>" })}`;
    expect(await readPasted(text, SOURCE)).toEqual({
      status: "article",
      article: parsedArticle({ content_html: "<p>A</p>" }),
      removed: [{ path: "/content_html", what: "script", count: 1 }],
      notes: [],
      decisions: [],
    });
  });

  it("is every problem, with its path", async () => {
    const draft = await readPasted(JSON.stringify({ ...JSON_INPUT, url: "nowhere", title: "", extra: 1 }), SOURCE);
    expect(pathsOf(draft)).toEqual(["/url", "/title", "/extra"]);
    expect(draft.decisions).toEqual([]);
  });

  it.each(["{", '{"id": }', "{}}", "{'id': 1}"])("that is none says where it stops being that: %s", async (text) => {
    expect(reasonOf(await readPasted(text, AT))).toMatch(/^it starts as JSON, but .+/);
  });

  it("is judged by itself: what the form says is for a page's text", async () => {
    const { url: _, ...rest } = JSON_INPUT;
    expect(pathsOf(await readPasted(JSON.stringify(rest), AT))).toEqual(["/url"]);
  });
});

describe("a page's text that is pasted", () => {
  it("is an article, and what each line was taken for", async () => {
    const draft = await readPasted(PAGE, AT);
    expect(draft).toMatchObject({
      status: "article",
      article: {
        url: "https://gazette.example/ferry",
        title: "The ferry is back",
        authors: [{ name: "Ada Quayle" }],
        published_at: "2026-03-03T08:00:00Z",
        content_html:
          "<p>She left at dawn, with forty people and a dog on board, and was seen off by half the town.</p>",
      },
    });
    expect(draft.decisions.map(({ line, as }) => [line, as])).toContainEqual([1, "headline"]);
  });

  it("takes from the form what it does not say itself", async () => {
    const [headline, , , , ...body] = PAGE.split("\n");
    const text = [headline, ...body].join("\n");
    const date = "2026-03-02T06:00:00Z";
    expect(await readPasted(text, { ...AT, date, section: "Weather" })).toMatchObject({
      article: { published_at: date, section: "Weather" },
    });
    const now = await readPasted(text, AT);
    expect(now).toMatchObject({ article: { published_at: AT.now }, notes: ["without a date: it is published now"] });
  });

  it("without an address says where to give it one, in the form's terms", async () => {
    const draft = await readPasted(PAGE, SOURCE);
    expect(reasonOf(draft)).toBe("it has no address: give it one below");
    expect(draft.decisions.length).toBeGreaterThan(2);
  });

  it.each(["", "  \n ", "Subscribe\n\nLog in"])("that is no story says so: %j", async (text) => {
    const draft = await readPasted(text, AT);
    expect(draft.status).toBe("unreadable");
    expect(reasonOf(draft)).not.toMatch(/--|^$/);
  });
});

describe("whatever is pasted", () => {
  it("is read without a throw, and never to an article that could not be stored", async () => {
    const pasted = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ maxLength: 100 }).map((text) => `{${text}`),
      fc.json({ maxDepth: 2 }),
      fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 6 }).map((lines) => lines.join("\n\n")),
    );
    await fc.assert(
      fc.asyncProperty(pasted, async (text) => {
        const draft = await readPasted(text, { ...AT, date: "2026-03-02T06:00:00Z" });
        expect(["article", "problems", "unreadable"]).toContain(draft.status);
        if (draft.status !== "article") return;
        expect(await readPasted(JSON.stringify(draft.article), SOURCE)).toMatchObject({
          status: "article",
          article: draft.article,
          removed: [],
        });
      }),
    );
  });
});
