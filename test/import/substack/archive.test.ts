import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convertFeed } from "../../../src/import/convert-feed.ts";
import type { ImportSource } from "../../../src/import/source.ts";
import { isSubstackTable, readSubstackArchive } from "../../../src/import/substack/archive.ts";
import { SOURCE } from "../helpers.ts";

const HEAD = "post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url\n";

const texts: Record<string, string> = {
  "101.harbour": "<p>Ships.</p>",
  "102.gated": '<p>All.</p><div class="paywall-jump" data-component-name="PaywallToDOM"></div><p>Theirs.</p>',
  "103.parts": '<div class="dynamic-content-block" data-dynamic-audiences="paid"><p>Theirs.</p></div>',
};

const readRows = async (rows: string, source: Partial<ImportSource> = {}) => {
  const given = { ...SOURCE, base: "https://gazette.example", ...source };
  const feed = await readSubstackArchive(`\uFEFF${HEAD}${rows}`, async (id) => texts[id], given);
  return convertFeed("substack", feed, given);
};

const row = (fields: Record<string, string> = {}): string => {
  const all = {
    id: "101.harbour",
    date: "2024-03-01T08:00:00.000Z",
    published: "true",
    type: "newsletter",
    audience: "everyone",
    ...fields,
  };
  return `${all.id},${all.date},${all.published},,,${all.type},${all.audience},"Harbour, again","In ""short""",\n`;
};

describe("Substack's archive", () => {
  it("is known by the columns of its table", () => {
    expect(isSubstackTable(`\uFEFF${HEAD}`)).toBe(true);
    expect(isSubstackTable('"title","post_id","audience","is_published"\r\n')).toBe(true);
    expect(isSubstackTable("email,active_subscription\n")).toBe(false);
  });

  it("gives a post with the id that its own feed gives it", async () => {
    const { items, skipped } = await readRows(row().replace(/,\n$/, ",https://cdn.example/a.mp3\n"));
    expect(skipped).toEqual([]);
    expect(items[0]?.article).toMatchObject({
      guid: "https://gazette.example/p/harbour",
      url: "https://gazette.example/p/harbour",
      title: "Harbour, again",
      summary: 'In "short"',
      content_html: "<p>Ships.</p>",
      attachments: [{ url: "https://cdn.example/a.mp3", type: "audio/mpeg" }],
      published_at: "2024-03-01T08:00:00Z",
    });
    expect(items[0]?.withheld).toBeUndefined();
  });

  it.each([
    [{ published: "false" }, "it is a draft"],
    [{ published: "" }, "it is a draft"],
    [{ published: "soon" }, "it says is_published: soon"],
    [{ audience: "only_paid" }, "it is for paying subscribers only"],
    [{ audience: "only_free" }, "it is for some subscribers only"],
    [{ audience: "founding" }, "it is for founding members only"],
    [{ audience: "" }, "it says audience: nothing"],
    [{ type: "adhoc_email" }, "it was for e-mail only"],
    [{ type: "restack" }, "it says type: restack"],
    [{ id: "102.gated" }, "below its paywall"],
    [{ id: "103.parts" }, "for some readers only"],
  ])("withholds %j", async (fields, why) => {
    const { items } = await readRows(row(fields));
    expect(items[0]?.withheld).toContain(why);
  });

  it("shows to all only what says that it is published, and for everyone", async () => {
    const word = fc.oneof(fc.stringMatching(/^[a-z_]{0,10}$/), fc.constantFrom("true", "TRUE", "false", "everyone"));
    await fc.assert(
      fc.asyncProperty(word, word, async (published, audience) => {
        const { items } = await readRows(row({ published, audience }));
        const isPublic = published.toLowerCase() === "true" && audience === "everyone";
        expect(items[0]?.withheld === undefined).toBe(isPublic);
      }),
    );
  });

  it("skips threads and pages, which are no stories, and a post whose text is not there", async () => {
    const { items, skipped } = await readRows(row({ type: "thread" }) + row({ type: "page" }) + row({ id: "9.gone" }));
    expect(items).toEqual([]);
    expect(skipped).toEqual([
      { where: "post 1 “Harbour, again”", reason: "it is no story: a thread is a conversation", isNoStory: true },
      { where: "post 2 “Harbour, again”", reason: "it is a page: --pages takes pages as well", isNoStory: true },
      { where: "post 3 “Harbour, again”", reason: "its text, posts/9.gone.html, is not in the archive" },
    ]);
  });
});
