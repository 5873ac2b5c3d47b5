import { describe, expect, it } from "vitest";
import { readParts } from "../../../../src/import/wordpress/wxr/wxr-file.ts";
import { WxrSite } from "../../../../src/import/wordpress/wxr/wxr-index.ts";
import { wxrPost } from "../../../../src/import/wordpress/wxr/wxr-post.ts";
import { cdata, chunksOf, type ItemFields, wxr, wxrItem } from "./wxr.ts";

const AUTHOR = `<wp:author><wp:author_login>aquayle</wp:author_login><wp:author_display_name>${cdata("Ada Quayle")}</wp:author_display_name></wp:author>`;

async function read(fields: ItemFields, head = AUTHOR) {
  const site = new WxrSite();
  for await (const part of readParts(() => chunksOf(wxr(wxrItem(fields), head), 10_000))) {
    if (part.kind === "head") site.addHead(part.channel);
    const item = part.kind === "item" ? part.parse() : null;
    if (item) return wxrPost(item, "item 1", site);
  }
  throw new Error("there is no item");
}

const term = (domain: string, nicename: string, name: string) =>
  `<category domain="${domain}" nicename="${nicename}">${cdata(name)}</category>`;

describe("a post of an export", () => {
  it("has its author by the name that is shown, else by the login", async () => {
    expect((await read({})).authors).toEqual([{ name: "Ada Quayle" }]);
    expect((await read({}, "")).authors).toEqual([{ name: "aquayle" }]);
  });

  it("has the several authors that a plugin keeps as terms", async () => {
    const more = term("author", "cap-aquayle", "aquayle") + term("author", "cap-bmoor", "B. Moor");
    expect((await read({ more })).authors).toEqual([{ name: "Ada Quayle" }, { name: "B. Moor" }]);
  });

  it.each([
    ["", false],
    ["\n\t\t", false],
    [" ", true],
    ["secret", true],
  ])("has a password where one was set: %j", async (password, has) => {
    expect((await read({ password })).hasPassword).toBe(has);
  });

  it("knows which category its editor made the first", async () => {
    expect((await read({ meta: { _yoast_wpseo_primary_category: "7" } })).primary).toBe("7");
  });

  it("takes each term once where an old export has it twice, with its taxonomy and without", async () => {
    const more = `<category>${cdata("News")}</category>${term("category", "news", "News")}${term("tag", "quay", "Quay")}`;
    expect((await read({ more })).terms.map(({ taxonomy, name }) => `${taxonomy} ${name}`)).toEqual([
      "category News",
      "post_tag Quay",
    ]);
  });

  it("says that its picture is missing, and has the recording that it links", async () => {
    const enclosure = "https://gazette.example/a.mp3\n1234\naudio/mpeg\n";
    const { media, notes } = await read({ meta: { _thumbnail_id: "12", enclosure } });
    expect(notes).toEqual(["its picture is not in the export"]);
    expect(media).toEqual([{ url: "https://gazette.example/a.mp3", length: 1234, type: "audio/mpeg" }]);
  });
});
