import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../../src/import/decide/article-id.ts";
import { readNdjson } from "../../../src/import/texts/ndjson.ts";
import { read, SOURCE } from "../helpers.ts";

const ID_MADE = "without an id: it got one made from its guid or address";

describe("articles, one JSON object a line", () => {
  it("NDJSON passes as it is, a bad line alone is skipped", async () => {
    const line = { title: "A", url: "https://gazette.example/a", published_at: "2026-03-03T10:00:00Z" };
    const reading = await read(`${JSON.stringify({ ...line, id: "a" })}\n\nnonsense\n[1]\n${JSON.stringify(line)}\n`, {
      tag: "t",
    });
    expect(reading.kind).toBe("ndjson");
    expect(reading.items.map((item) => item.article)).toEqual([
      { ...line, id: "a", tags: ["t"] },
      { ...line, id: expect.stringMatching(/^[0-9a-f]{20}$/), tags: ["t"] },
    ]);
    expect(reading.skipped).toEqual([
      { where: "line 3", reason: "it is no JSON" },
      { where: "line 4", reason: "it is no JSON object" },
    ]);
  });

  it("are called by their line and title", async () => {
    const { items } = await readNdjson('\n{"id":"a","title":"Harbour reopens"}\r\n{"id":"b","title":7}', SOURCE);
    expect(items.map(({ where }) => where)).toEqual(["line 2 “Harbour reopens”", "line 3"]);
  });

  it("are called by the first words of a long title, as all other articles are", async () => {
    const { items } = await readNdjson(JSON.stringify({ id: "a", title: "harbour ".repeat(20) }), SOURCE);
    expect(items[0]?.where).toBe(`line 1 “${"harbour ".repeat(7).trim()}…”`);
  });

  it("may be a single one over several lines", async () => {
    const { items, skipped } = await readNdjson('{\n  "id": "a",\n  "title": "A"\n}\n', SOURCE);
    expect(items).toEqual([{ where: "line 1 “A”", article: { id: "a", title: "A" }, notes: [] }]);
    expect(skipped).toEqual([]);
  });

  it("are not judged: unknown fields and wrong types are for the article's own parser to report", async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (fields) => {
        const article = JSON.parse(JSON.stringify({ ...fields, id: "a" })) as object;
        const { items } = await readNdjson(JSON.stringify(article), SOURCE);
        expect(items.map((item) => item.article)).toEqual([article]);
      }),
    );
  });
});

describe("an article without an id", () => {
  it.each([
    ["gets one made from its guid", { guid: "7", url: "https://g.example/a" }, ["7", "https://g.example/a"]],
    ["gets one made from its address", { url: "https://g.example/a" }, ["https://g.example/a", "https://g.example/a"]],
    [
      "gets one made from its address where the guid is blank",
      { guid: " ", url: "https://g.example/a" },
      ["https://g.example/a", "https://g.example/a"],
    ],
    ["gets one made from a guid alone", { guid: "urn:1" }, ["urn:1", ""]],
  ] as const)("%s", async (_, fields, [guid, url]) => {
    const { items } = await readNdjson(JSON.stringify(fields), SOURCE);
    expect(items).toEqual([
      { where: "line 1", article: { ...fields, id: await articleId(guid, url) }, notes: [ID_MADE] },
    ]);
  });

  it.each([{ title: "A" }, { guid: 7, url: [] }])(
    "or anything to make one from is left as it is: %j",
    async (fields) => {
      const { items } = await readNdjson(JSON.stringify(fields), SOURCE);
      expect(items[0]).toMatchObject({ article: fields, notes: [] });
      expect(items[0]?.article).not.toHaveProperty("id");
    },
  );

  it("is none with an id that is null: that is a problem of its own", async () => {
    const { items } = await readNdjson('{"id":null,"guid":"7"}', SOURCE);
    expect(items[0]?.article).toEqual({ id: null, guid: "7" });
  });
});

describe("a section and a tag from whoever imports", () => {
  const given = { ...SOURCE, section: "World", tag: "imported" };

  it.each([
    ["are put in", {}, { section: "World", tags: ["imported"] }],
    [
      "replace the section and join the tags",
      { section: "Sea", tags: ["a"] },
      { section: "World", tags: ["a", "imported"] },
    ],
    ["stand once", { tags: ["imported", "a"] }, { section: "World", tags: ["imported", "a"] }],
    ["leave tags alone that are no list, for the parser to report", { tags: "a" }, { section: "World", tags: "a" }],
  ])("%s", async (_, fields, expected) => {
    const { items } = await readNdjson(JSON.stringify({ id: "a", ...fields }), given);
    expect(items[0]?.article).toEqual({ id: "a", ...expected });
  });
});
