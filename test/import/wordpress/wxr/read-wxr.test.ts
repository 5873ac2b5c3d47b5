import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWxr } from "../../../../src/import/wordpress/wxr/read-wxr.ts";
import { indexWxr, WxrIndex } from "../../../../src/import/wordpress/wxr/wxr-index.ts";
import { NOW, read, readOne, SOURCE, stored } from "../../helpers.ts";
import { cdata, chunksOf, type ItemFields, wxr, wxrItem } from "./wxr.ts";

const AUTHOR = `<wp:author><wp:author_login>${cdata("aquayle")}</wp:author_login><wp:author_email>${cdata("ada@gazette.example")}</wp:author_email>
  <wp:author_display_name>${cdata("Ada Quayle")}</wp:author_display_name></wp:author>`;
const CATEGORY =
  "<wp:category><wp:term_id>7</wp:term_id><wp:category_nicename>courts</wp:category_nicename></wp:category>";
const picture = (id: number, fields: Partial<ItemFields> = {}) =>
  wxrItem({
    ...{ id, type: "attachment", status: "inherit", content: "", excerpt: "The <em>quay</em>" },
    more: `<wp:attachment_url>${cdata("https://gazette.example/quay.jpg")}</wp:attachment_url>`,
    meta: {
      _wp_attachment_image_alt: "A quay",
      _wp_attachment_metadata:
        'a:5:{s:5:"width";i:1200;s:6:"height";i:800;s:8:"filesize";i:999;s:5:"sizes";a:1:{s:5:"thumb";a:2:{s:5:"width";i:150;s:6:"height";i:150;}}s:10:"image_meta";a:1:{s:6:"credit";s:9:"Ben "M" O";s:6:"camera";s:0:"";}}',
    },
    ...fields,
  });
const one = (fields: ItemFields, head = AUTHOR + CATEGORY) => readOne(wxr(wxrItem(fields), head));

describe("an item of WordPress's export", () => {
  it("is a story with all that it says", async () => {
    const more =
      '<category domain="category" nicename="news"><![CDATA[News]]></category><category domain="category" nicename="courts"><![CDATA[Courts &amp; law]]></category>' +
      '<category domain="post_tag" nicename="quay"><![CDATA[Quay]]></category><category domain="post_format" nicename="post-format-aside"><![CDATA[Aside]]></category>';
    const meta = { _thumbnail_id: "12", _yoast_wpseo_primary_category: "7" };
    const fields = { title: "R&amp;D: <em>5</em>", excerpt: "In short.", modified: "2024-05-07 08:00:00", more, meta };
    const reading = await read(wxr(wxrItem(fields) + picture(12), AUTHOR + CATEGORY));
    expect(reading).toMatchObject({ kind: "wordpress", title: "The Gazette", notes: [] });
    expect(JSON.parse(JSON.stringify(reading.items[0]?.article))).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      ...{
        url: "https://gazette.example/story-11/",
        guid: "https://gazette.example/?p=11",
        title: "R&D: 5",
        summary: "In short.",
      },
      ...{
        content_html: "<p>Words of 11.</p>\n",
        authors: [{ name: "Ada Quayle" }],
        section: "Courts & law",
        tags: ["News", "Quay"],
      },
      images: [
        {
          url: "https://gazette.example/quay.jpg",
          width: 1200,
          height: 800,
          length: 999,
          caption: "The quay",
          credit: 'Ben "M" O',
        },
      ],
      ...{
        attachments: [],
        language: "en-GB",
        published_at: "2024-05-06T08:00:00Z",
        updated_at: "2024-05-07T08:00:00Z",
      },
    });
    expect(reading.skipped).toEqual([
      { where: "attachment ×1", reason: expect.stringContaining("library"), isNoStory: true },
    ]);
  });

  it.each([
    [{ status: "draft", gmt: "0000-00-00 00:00:00" }, "it is a draft"],
    [{ password: "hunter2" }, "it has a password"],
    [{ password: " " }, "it has a password"],
    [{ status: "future", gmt: "2031-01-01 08:00:00", password: "x" }, "it has a password"],
    [{ status: "future", gmt: "soon", local: "later" }, "it is scheduled, and its date cannot be read"],
    [{ status: "private" }, "it is private"],
    [{ status: "in-progress" }, "it says status: in-progress, which nobody here understands"],
    [{ status: "trash" }, "it is in the trash"],
  ])("that is %j is withheld", async (fields, why) => {
    const reading = await read(wxr(wxrItem(fields), AUTHOR), { date: NOW });
    expect(reading.items[0]).toMatchObject({ withheld: why, article: { status: "withheld" } });
  });

  it("with an empty password that another program wrote in two lines has none", async () => {
    expect((await one({ password: "\n\t  " })).withheld).toBeUndefined();
  });

  it("that is scheduled comes out at its date", async () => {
    const item = await one({ status: "future", gmt: "2031-01-01 08:00:00" });
    expect(item.withheld).toBeUndefined();
    expect(item.article).toMatchObject({ published_at: "2031-01-01T08:00:00Z" });
    expect(item.article).not.toHaveProperty("status");
  });

  it("in which the export breaks off is withheld: its password would stand near its end", async () => {
    const text = wxr(wxrItem({ password: "hunter2" }));
    const item = await readOne(text.slice(0, text.indexOf("<wp:post_password>")));
    expect(item.withheld).toBe("the export ends inside it");
    expect(item.notes).toContain("the document ends inside it: the rest of its text is missing");
  });

  it("is never shown unless it says publish or a date, and no password", async () => {
    const status = fc.oneof(
      fc.constantFrom("publish", "future", "draft", "pending", "private", "trash", "auto-draft", "inherit"),
      fc.stringMatching(/^[a-z-]{0,12}$/),
    );
    const password = fc.constantFrom("", "", "hunter2", "0", "]]>");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(status, password), { minLength: 1, maxLength: 6 }), async (posts) => {
        const items = posts.map(([status, password], index) => wxrItem({ id: index + 1, status, password }));
        const reading = await read(wxr(items.join("")));
        expect(reading.items).toHaveLength(posts.length);
        for (const [index, [status, password]] of posts.entries()) {
          const isPublic = password === "" && (status === "publish" || status === "future");
          expect(reading.items[index]?.article.status).toBe(isPublic ? undefined : "withheld");
        }
      }),
      { numRuns: 50 },
    );
  });

  it("has the date of the site's own clock where it has no other", async () => {
    const item = await one({ status: "draft", gmt: "0000-00-00 00:00:00", local: "2024-05-06 09:00:00" });
    expect(item.article.published_at).toBe("2024-05-06T09:00:00Z");
  });

  it("of another program may have the date of a feed, and its short text", async () => {
    const item =
      "<item><title>A</title><link>https://x.example/a</link><pubDate>Mon, 06 May 2024 08:00:00 +0000</pubDate><description>Short.</description><wp:status>publish</wp:status></item>";
    expect((await readOne(wxr(item))).article).toMatchObject({
      published_at: "2024-05-06T08:00:00Z",
      summary: "Short.",
    });
  });

  it("has a guest's name, and several authors in their order", async () => {
    const guest = wxrItem({
      id: 90,
      type: "guest-author",
      title: "Carla Sánchez",
      more: "<wp:post_name>cap-carla</wp:post_name>",
    });
    const authors =
      '<category domain="author" nicename="cap-carla"><![CDATA[carla]]></category><category domain="author" nicename="cap-aquayle"><![CDATA[aquayle]]></category>' +
      '<category domain="author" nicename="x"><![CDATA[Ben Moor]]></category>';
    const reading = await read(wxr(wxrItem({ more: authors }) + guest, AUTHOR));
    expect(reading.items[0]?.article).toMatchObject({
      authors: [{ name: "Carla Sánchez" }, { name: "Ada Quayle" }, { name: "Ben Moor" }],
      tags: [],
    });
  });

  it("tells nobody an author's e-mail address", async () => {
    expect(JSON.stringify(await one({}))).not.toContain("ada@");
  });

  it("says which picture is missing", async () => {
    expect((await one({ meta: { _thumbnail_id: "99" } })).notes).toEqual(["its picture is not in the export"]);
  });

  it("has the recording that it links to", async () => {
    const item = await one({ meta: { enclosure: "https://gazette.example/a.mp3\n1234\naudio/mpeg\na:1:{}" } });
    expect(item.article.attachments).toEqual([
      { url: "https://gazette.example/a.mp3", length: 1234, type: "audio/mpeg" },
    ]);
  });

  it("keeps the end of a CDATA section and controls that XML forbids to itself", async () => {
    expect(stored(await one({ content: "a ]]> b \u0001\u000b c" })).content_html).toContain("a ]]&gt; b");
  });

  it.each(["1.0", "1.1", "1.2"])("is read in version %s", async (version) => {
    const text = wxr(wxrItem({ password: "x" }), AUTHOR)
      .replaceAll("/1.2/", `/${version}/`)
      .replace(">1.2<", `>${version}<`);
    expect(await readOne(text)).toMatchObject({
      withheld: "it has a password",
      article: { authors: [{ name: "Ada Quayle" }] },
    });
  });

  it("of version 1.0 has each term twice, and gets it once", async () => {
    const more =
      '<category><![CDATA[News]]></category><category domain="category" nicename="news"><![CDATA[News]]></category><category domain="tag" nicename="q"><![CDATA[Q]]></category>';
    expect((await one({ more })).article).toMatchObject({ section: "News", tags: ["Q"] });
  });
});

describe("what else an export holds", () => {
  it("is left out by kind, unless it is asked for", async () => {
    const kinds = ["page", "review", "nav_menu_item", "wp_block", "revision"];
    const text = wxr(kinds.map((type, index) => wxrItem({ id: index + 1, type })).join(""));
    const reading = await read(text);
    expect(reading.items).toEqual([]);
    expect(reading.skipped.map(({ where, isNoStory }) => [where, isNoStory])).toEqual(
      kinds.map((type) => [`${type} ×1`, true]),
    );
    expect(reading.skipped.slice(0, 2).map(({ reason }) => reason)).toEqual([
      "pages are left out: --pages takes them",
      "another kind of post, left out: --post-type review takes them",
    ]);
    expect((await read(text, { postTypes: ["page", "review"] })).items).toHaveLength(2);
  });
});

describe("an export in several files", () => {
  it("is one: what a post names may stand in another", async () => {
    const files = [wxr(wxrItem({ meta: { _thumbnail_id: "12" }, content: '[gallery ids="12"]' })), wxr(picture(12))];
    const index = new WxrIndex();
    for (const file of files) await indexWxr(() => chunksOf(file, 50), index);
    for await (const { item } of readWxr(() => chunksOf(files[0] as string, 50), index, SOURCE))
      if (item) {
        expect(item.notes).toEqual([]);
        expect(item.article.images).toHaveLength(1);
        expect(item.article.content_html).toContain("<figcaption>The <em>quay</em></figcaption>");
      }
  });
});
