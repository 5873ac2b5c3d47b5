import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, readOne } from "../helpers.ts";

const HOME = "https://gazette.example/blog";

const post = (fields: Record<string, unknown> = {}) => ({
  id: "65f0c0ffee0000000000000a",
  title: "Harbour reopens",
  slug: "harbour-reopens",
  html: "<p>Ships.</p>",
  status: "published",
  visibility: "public",
  type: "post",
  published_at: "2024-05-06T08:00:00.000Z",
  updated_at: "2024-05-07T08:00:00.000Z",
  ...fields,
});

const database = (data: Record<string, unknown>) =>
  JSON.stringify({ db: [{ meta: { exported_on: 1, version: "5.80.0" }, data }] });

const one = (fields: Record<string, unknown> = {}, tables: Record<string, unknown> = {}) =>
  readOne(database({ posts: [post(fields)], ...tables }), { base: HOME });

describe("Ghost's export", () => {
  it("is read whole: story, people in the byline's order, primary tag as section, picture and caption", async () => {
    const text = database({
      posts: [
        post({
          html: '<p>See <a href="__GHOST_URL__/about/">us</a>.</p>',
          feature_image: "__GHOST_URL__/content/images/a.jpg",
          custom_excerpt: "In short.",
          codeinjection_head: "<script>1</script>",
        }),
      ],
      posts_meta: [
        { post_id: "65f0c0ffee0000000000000a", feature_image_alt: "A harbour", feature_image_caption: "By <b>Ada</b>" },
      ],
      users: [
        { id: "1", name: "Ada Quayle", email: "ada@gazette.example", website: "https://ada.example/" },
        { id: "2", name: "Bo" },
      ],
      posts_authors: [
        { post_id: "65f0c0ffee0000000000000a", author_id: "2", sort_order: 1 },
        { post_id: "65f0c0ffee0000000000000a", author_id: "1", sort_order: 0 },
      ],
      tags: [
        { id: "t1", name: "Harbour" },
        { id: "t2", name: "#newsletter", visibility: "internal" },
        { id: "t3", name: "Ships" },
      ],
      posts_tags: [
        { post_id: "65f0c0ffee0000000000000a", tag_id: "t3", sort_order: 2 },
        { post_id: "65f0c0ffee0000000000000a", tag_id: "t1", sort_order: 1 },
        { post_id: "65f0c0ffee0000000000000a", tag_id: "t2", sort_order: 0 },
      ],
      settings: [{ key: "locale", value: "en" }],
    });
    const item = await readOne(text, { base: HOME });
    expect(item.article).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{20}$/),
      guid: "65f0c0ffee0000000000000a",
      url: "https://gazette.example/blog/harbour-reopens/",
      title: "Harbour reopens",
      summary: "In short.",
      content_html: '<p>See <a href="https://gazette.example/blog/about/">us</a>.</p>',
      authors: [{ name: "Ada Quayle", url: "https://ada.example/" }, { name: "Bo" }],
      section: "Harbour",
      tags: ["Ships"],
      images: [{ url: "https://gazette.example/blog/content/images/a.jpg", caption: "By Ada" }],
      attachments: [],
      published_at: "2024-05-06T08:00:00Z",
      updated_at: "2024-05-07T08:00:00Z",
    });
    expect(item.notes).toEqual(["codeinjection_head is left out", "feature_image_alt is left out beside its caption"]);
  });

  it("is read in the form that its importer takes, too, and of versions with one author a post", async () => {
    const reading = await read(
      JSON.stringify({
        meta: { version: "0.11.0" },
        data: {
          posts: [post({ author_id: 7, html: undefined, markdown: "One *two*", image: "/content/images/b.png" })],
          users: [
            { id: 6, name: "Cy" },
            { id: 7, name: "Dee" },
          ],
        },
      }),
      { base: HOME },
    );
    expect(reading.kind).toBe("ghost");
    expect(reading.items[0]?.article).toMatchObject({
      authors: [{ name: "Dee" }],
      content_html: "<p>One <em>two</em></p>\n",
      images: [{ url: "https://gazette.example/content/images/b.png" }],
    });
  });

  it("names its only user where it says of no post who wrote it", async () => {
    const item = await one({}, { users: [{ id: "1", name: "Ada Quayle" }] });
    expect(item.article.authors).toEqual([{ name: "Ada Quayle" }]);
  });

  it("says that it does not say where its site is", async () => {
    const reading = await read(database({ posts: [post()] }));
    expect(reading.notes).toEqual(["it does not say where its site is: --base URL says it"]);
  });

  it.each(["page", undefined])("leaves pages out, which are no stories (type %s)", async (type) => {
    const text = database({ posts: [post({ type, page: type === undefined ? 1 : undefined })] });
    const reading = await read(text, { base: HOME });
    expect(reading.items).toEqual([]);
    expect(reading.skipped).toMatchObject([{ isNoStory: true }]);
    expect((await read(text, { base: HOME, postTypes: ["page"] })).items).toHaveLength(1);
  });

  it("keeps a canonical address of the same site, and leaves another's out", async () => {
    expect((await one({ canonical_url: "__GHOST_URL__/2024/harbour/" })).article.url).toBe(`${HOME}/2024/harbour/`);
    const other = await one({ canonical_url: "https://other.example/harbour/" });
    expect(other.article.url).toBe(`${HOME}/harbour-reopens/`);
    expect(other.notes).toContain("canonical_url is left out: it names another site");
  });

  it.each([
    [{ status: "draft" }, "it is a draft"],
    [{ status: "Draft" }, "it is a draft"],
    [{ status: undefined }, "it is a draft"],
    [{ status: "sent" }, "it was for e-mail only"],
    [{ email_only: 1 }, "it was for e-mail only"],
    [{ status: "archived" }, "its status is “archived”, which nobody here understands"],
    [{ visibility: "members" }, "it is for members only"],
    [{ visibility: "paid" }, "it is for paying members only"],
    [{ visibility: "tiers" }, "it is for some tiers of members only"],
    [{ visibility: "filter" }, "it is for some members only"],
    [{ visibility: "label:vip" }, "its visibility is “label:vip”, which nobody here understands"],
    [{ status: "scheduled", published_at: "2025-01-01T00:00:00.000Z" }, "it was scheduled for a time that has passed"],
    [{ status: "scheduled", published_at: null }, "it is scheduled, for no time that can be read"],
    [{ html: "<p>For all.</p><!--members-only--><p>Theirs.</p>" }, "is for members only"],
    [
      { html: '<!--kg-gated-block:begin nonMember:false memberSegment:"status:free" --><p>Theirs.' },
      "does not say where that ends",
    ],
  ])("withholds %j", async (fields, why) => {
    const item = await one(fields);
    expect(item.withheld).toContain(why);
    expect(item.article.status).toBe("withheld");
  });

  it("withholds everything of a site that asks for a password", async () => {
    const item = await one({}, { settings: [{ key: "is_private", value: "true" }] });
    expect(item.withheld).toBe("its site asks for a password");
  });

  it("takes what only members see out of a story for all, and keeps what only strangers see", async () => {
    const item = await one({
      html: '<p>All.</p>\n<!--kg-gated-block:begin nonMember:false memberSegment:"status:free,status:-free" --><p>Theirs.</p><!--kg-gated-block:end-->\n<!--kg-gated-block:begin nonMember:true memberSegment:"" --><p>Join.</p><!--kg-gated-block:end-->',
    });
    expect(item.article.content_html).not.toContain("Theirs.");
    expect(item.article.content_html).toContain("Join.");
    expect(item.article.status).toBeUndefined();
    expect(item.notes).toContain("a part for members only is left out");
  });

  it("shows to all only what says that it is published, and for all", async () => {
    const word = fc.oneof(
      fc.constantFrom("published", "draft", "scheduled", "sent", "public", "members", "paid", "tiers", "PUBLIC", ""),
      fc.string(),
      fc.constantFrom(null, undefined, 0, 1, true, false),
    );
    await fc.assert(
      fc.asyncProperty(word, word, fc.boolean(), async (status, visibility, email_only) => {
        const { items } = await read(database({ posts: [post({ status, visibility, email_only })] }), { base: HOME });
        const isShown = items[0]?.article.status === undefined && items[0]?.article.embargo_until === undefined;
        const said = String(status).trim().toLowerCase() === "published" && !email_only;
        const isForAll =
          String(visibility ?? "public")
            .trim()
            .toLowerCase() === "public";
        expect(isShown).toBe(said && isForAll);
      }),
    );
  });
});
