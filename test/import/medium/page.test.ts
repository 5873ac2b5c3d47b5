import { describe, expect, it } from "vitest";
import { read, readOne } from "../helpers.ts";

const page = (
  body: string,
  footer = FOOTER,
  head = "",
) => `<!DOCTYPE html><html><head><title>A story</title><style>x{}</style></head>
  <body><article class="h-entry"><header><h1 class="p-name">A story</h1></header>${head}
  <section data-field="body" class="e-content">${body}</section><footer>${footer}</footer></article></body></html>`;

const FOOTER = `<p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Quayle</a> on
  <a href="https://medium.com/p/4fce463790f9"><time class="dt-published" datetime="2019-01-09T06:16:00.766Z">January 9, 2019</time></a>.</p>
  <p><a href="https://medium.com/@ada/a-story-4fce463790f9" class="p-canonical">Canonical link</a></p>
  <p>Exported from <a href="https://medium.com">Medium</a> on April 12, 2019.</p>`;

const TITLED = `<section class="section section--body"><div class="section-divider"><hr class="section-divider"></div>
  <h3 class="graf graf--h3 graf--title">A story</h3><h4 class="graf graf--h4 graf--subtitle">In short</h4><p class="graf graf--p">Text.</p></section>`;

const SUBTITLE = '<section data-field="subtitle" class="p-summary">In short</section>';

describe("a page of Medium's archive", () => {
  it("is a story: its address, its id as Medium's feeds have it, its subtitle, and no line twice", async () => {
    const item = await readOne(page(TITLED, FOOTER, SUBTITLE), { path: "posts/2019-01-09_A-story-4fce463790f9.html" });
    expect(item.article).toMatchObject({
      guid: "https://medium.com/p/4fce463790f9",
      url: "https://medium.com/@ada/a-story-4fce463790f9",
      title: "A story",
      summary: "In short",
      authors: [{ name: "Ada Quayle", url: "https://medium.com/@ada" }],
      published_at: "2019-01-09T06:16:00.766Z",
    });
    expect(
      String(item.article.content_html)
        .replace(/<[^>]*>/g, " ")
        .trim(),
    ).toBe("Text.");
    expect(item.article.content_html).not.toContain("<hr");
    expect(item.withheld).toBeUndefined();
  });

  it("keeps a subtitle that is said nowhere else, and a line that parts the text", async () => {
    const item = await readOne(page(`${TITLED}<section><hr class="section-divider"><p>More.</p></section>`));
    expect(item.article.content_html).toContain("In short");
    expect(item.article.content_html).toContain("<hr");
  });

  it("is withheld where it is a draft, by its name or because it has no date", async () => {
    const draft = page(
      '<p class="graf">Text.</p>',
      '<p><a href="https://medium.com/p/4fce463790f9">View original.</a></p>',
    );
    const named = await read(draft, {
      path: "posts/draft_A-story-4fce463790f9.html",
      date: "2020-01-01T00:00:00Z",
      base: "https://gazette.example/",
    });
    const undated = await read(draft, {
      path: "posts/A-story.html",
      date: "2020-01-01T00:00:00Z",
      base: "https://gazette.example/",
    });
    expect([...named.items, ...named.skipped]).toHaveLength(1);
    expect(named.items.map(({ withheld }) => withheld)).toEqual(["it is a draft"]);
    expect(undated.items.map(({ withheld }) => withheld)).toEqual(["it does not say that it was published"]);
  });

  it("is withheld where it reads like a response", async () => {
    const item = await readOne(page('<p class="graf graf--p">A story I did not know, thank you.</p>'));
    expect(item.withheld).toContain("response");
  });

  it("is read of any site that says by h-entry that it holds one story", async () => {
    const item = await readOne(
      page(
        "<p>Text.</p>",
        '<a href="https://m.example/p/abc"><time class="dt-published" datetime="2024-05-06T08:00:00.000Z">May 6</time></a>',
      ),
    );
    expect(item.article).toMatchObject({ url: "https://m.example/p/abc", content_html: "<p>Text.</p>" });
    expect(item.withheld).toBeUndefined();
  });

  it("is no story where it is a list, says no date, or is what lies beside Medium's posts", async () => {
    const list = page("<p>One</p>") + page("<p>Two</p>");
    const undated = page("<p>Text.</p>", "");
    for (const html of [list, undated, "<!doctype html><p>Text."])
      expect(await read(html)).toMatchObject({ kind: "unknown", skipped: [{ reason: "it is an HTML page" }] });
    const beside = await read("<!DOCTYPE html><p>Claps", { path: "medium-export/claps/claps-0001.html" });
    expect(beside.skipped).toMatchObject([{ isNoStory: true }]);
  });
});
