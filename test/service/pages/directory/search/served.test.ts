import { beforeEach, describe, expect, it } from "vitest";
import { SITE } from "../../../../site.ts";
import { article, newsroom } from "../../../newsroom.ts";
import { entry, HOUR, PAGE_FEEDS, type Reader, reader, readerOf } from "../../reader.ts";

let on: Reader;
beforeEach(async () => {
  on = await reader();
});

describe("search", () => {
  it("finds feeds and the stories that stand in them now, whatever their accents and case", async () => {
    await on.publish(article("zoe", { title: "Zoë & the <wind>", tags: ["Storm"] }), article("b", { title: "Other" }));
    const html = await on.page("/?q=ZOE+wind");
    expect(html).toContain("Zoë &amp; the &lt;wind&gt;</a>");
    expect(html).toContain(`href="/feeds/all?${entry("zoe")}"`);
    expect(html).toContain("in The Test Gazette, Storm");
    expect(html).not.toContain("Other");
    expect(await on.page("/?q=votes")).toContain('href="/feeds/politics"');
    expect(await on.page("/?q=nothing-like-it")).toContain("no feeds and no current stories");
  });

  it("shows what was searched for as text", async () => {
    expect(await on.page(`/?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).not.toContain("<script>alert");
  });

  it("finds nothing that is embargoed, withheld, taken back or no longer in a feed", async () => {
    await on.publish(article("first", { title: "Secret first" }));
    expect(await on.page("/?q=secret")).toContain("Secret first");
    await on.publish(
      article("later", { title: "Secret later", embargo_until: new Date(Date.now() + HOUR).toISOString() }),
      article("held", { title: "Secret held", status: "withheld" }),
    );
    await on.desk.request("DELETE", "/api/articles/first");
    // Still in the edition, and already gone for those who search.
    on = readerOf(await newsroom(PAGE_FEEDS, SITE, {}, { keep: true }));
    expect(await on.page("/?q=secret")).toContain("no current stories");
    await on.publish(
      ...Array.from({ length: 5 }, (_, index) => article(`n${index}`)),
      article("z", { section: "Politics" }),
    );
    expect(await on.page("/?q=title+of+n0")).toContain("no current stories");
    expect(await on.page("/?q=title+of+n4")).toContain("1 current story");
  });
});
