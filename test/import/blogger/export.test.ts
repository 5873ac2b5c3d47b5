import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { read, readOne } from "../helpers.ts";

const KIND = "http://schemas.google.com/blogger/2008/kind";

const feed = (
  entries: string,
  head = "",
) => `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#"
  xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:b="http://schemas.google.com/blogger/2018">
  <id>tag:blogger.com,1999:blog-1.archive</id><title>Old Blog</title>${head}${entries}</feed>`;

const HOME = '<link rel="alternate" type="text/html" href="https://old.example/"/>';

const old = (kind: string, more = "") =>
  `<entry><id>tag:blogger.com,1999:blog-1.post-7</id><published>2024-05-02T10:00:00Z</published><updated>2024-05-03T10:00:00Z</updated>
    <category scheme="http://schemas.google.com/g/2005#kind" term="${KIND}#${kind}"/>
    <category scheme="http://www.blogger.com/atom/ns#" term="Harbour"/><title type="text">Reopened</title>
    <content type="html">&lt;p&gt;Real.&lt;/p&gt;</content><author><name>Ada</name><email>noreply@blogger.com</email></author>
    <link rel="edit" href="https://www.blogger.com/feeds/1/posts/default/7"/>
    <link rel="alternate" type="text/html" href="https://old.example/2024/05/reopened.html"/>${more}</entry>`;

const takeout = (type: string, status: string, more = "") =>
  `<entry><id>tag:blogger.com,1999:blog-1.post-8</id><b:type>${type}</b:type><b:status>${status}</b:status>
    <title>Ada&amp;#39;s harbour</title><content type="html">&lt;p&gt;New.&lt;/p&gt;</content><b:created>2024-04-01T10:00:00Z</b:created>
    <b:filename>/2024/05/harbour.html</b:filename><published>2024-05-02T10:00:00Z</published><link/><enclosure/><b:trashed/>
    <b:metaDescription>In short.</b:metaDescription>${more}</entry>`;

describe("a blog's export from Blogger", () => {
  it("gives a post as a story, without what Blogger keeps of it for itself", async () => {
    const item = await readOne(feed(old("post"), HOME));
    expect(item.article).toMatchObject({
      guid: "tag:blogger.com,1999:blog-1.post-7",
      url: "https://old.example/2024/05/reopened.html",
      title: "Reopened",
      content_html: "<p>Real.</p>",
      authors: [{ name: "Ada" }],
      tags: ["Harbour"],
      published_at: "2024-05-02T10:00:00Z",
    });
    expect(item.notes).toEqual([]);
    expect(item.withheld).toBeUndefined();
  });

  it("gives a post of Takeout's, whose address is a path and whose title is escaped twice", async () => {
    const item = await readOne(feed(takeout("POST", "LIVE")), { base: "https://old.example/" });
    expect(item.article).toMatchObject({
      url: "https://old.example/2024/05/harbour.html",
      title: "Ada's harbour",
      summary: "In short.",
    });
    expect(item.article.status).toBeUndefined();
    const reading = await read(feed(takeout("POST", "LIVE")));
    expect(reading.kind).toBe("blogger");
    expect(reading.notes).toEqual(["it does not say where its blog is: --base URL says it"]);
  });

  it.each(["comment", "template", "settings", "page", "filter"])(
    "skips a %s, which is no story, by name",
    async (kind) => {
      const reading = await read(feed(old("post") + old(kind), HOME));
      expect(reading.items).toHaveLength(1);
      expect(reading.skipped).toMatchObject([{ where: "entry 2 “Reopened”", isNoStory: true }]);
    },
  );

  it("takes what answers another entry for a comment, whatever it says it is", async () => {
    const reading = await read(feed(old("post", '<thr:in-reply-to ref="urn:x"/>'), HOME));
    expect(reading.skipped).toMatchObject([{ reason: "it is no story: Blogger keeps it as comment", isNoStory: true }]);
  });

  it("takes pages where they are asked for", async () => {
    expect((await read(feed(takeout("PAGE", "LIVE"), HOME), { postTypes: ["page"] })).items).toHaveLength(1);
  });

  it.each([
    [old("post", "<app:control><app:draft>yes</app:draft></app:control>"), "it is a draft"],
    [old("post", "<app:control><app:draft>YES</app:draft></app:control>"), "it is a draft"],
    [old("post", "<app:control><app:draft>maybe</app:draft></app:control>"), "it says draft: maybe"],
    [takeout("POST", "DRAFT"), "it is a draft"],
    [takeout("POST", "SOFT_TRASHED"), "it is in the trash"],
    [
      takeout("POST", "LIVE").replace("<b:trashed/>", "<b:trashed>2024-06-01T00:00:00Z</b:trashed>"),
      "it is in the trash",
    ],
    [takeout("POST", "SCHEDULED"), "it was scheduled for a time that has passed"],
    [takeout("POST", "HIDDEN"), "its status is “hidden”, which nobody here understands"],
  ])("withholds what is not live", async (entry, why) => {
    const item = await readOne(feed(entry, HOME));
    expect(item.withheld).toContain(why);
    expect(item.article.status).toBe("withheld");
  });

  it("shows nothing of Takeout's but what is live", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.stringMatching(/^[A-Z_]{1,12}$/), fc.constantFrom("LIVE", "live", "DRAFT")),
        async (status) => {
          const item = await readOne(feed(takeout("POST", status), HOME));
          expect(item.article.status).toBe(status.toLowerCase() === "live" ? undefined : "withheld");
        },
      ),
    );
  });

  it("is not the feed that a blog serves", async () => {
    const served = old("post").replace(/<category scheme="http:\/\/schemas[^>]*>/, "");
    expect((await read(feed(served, HOME))).kind).toBe("atom");
  });
});
