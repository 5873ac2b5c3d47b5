import { describe, expect, it } from "vitest";
import { PreviewPage, type PreviewResult } from "../../../../src/service/desk/preview/preview-page.tsx";
import type { Previewed } from "../../../../src/service/desk/preview/previewed-article.tsx";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deskArticle, discrepancyOf, NOW, parsedArticle, SESSION } from "../fixtures.ts";

const FIELDS = { text: "", url: "", published: "", section: "", lines: {} };
const page = (result?: PreviewResult, pasted = FIELDS) =>
  render(PreviewPage, { site, session: SESSION, pasted, result, now: NOW });
const article = (fields: Partial<Previewed> = {}): Previewed => ({
  status: "article",
  article: parsedArticle(),
  removed: [],
  notes: [],
  decisions: [],
  found: null,
  previews: [{ definitions: [definitionOf()], selected: true, documents: [], discrepancies: [] }],
  partners: [],
  ...fields,
});
const DECISIONS = [{ line: 1, text: "The ferry", as: "headline" }];

describe("the preview's page", () => {
  it("begins with an empty form, and says that nothing is stored", () => {
    const html = page();
    expect(text(html)).toContain("Nothing is stored before you say so.");
    expect(html).toContain('<h2 id="paste" class="unseen">Paste</h2>');
    expect(html).toMatch(/<textarea id="text" name="text" rows="16"[^>]*><\/textarea>/);
    expect(html).not.toContain('role="alert"');
  });

  it("keeps what was sent, as text", () => {
    const pasted = { ...FIELDS, text: "</textarea><b>", url: "https://a.example/?a&b", published: '"', section: "<i>" };
    const html = page({ status: "unreadable", reason: "it is <empty>", decisions: [] }, pasted);
    expect(html).toContain("&lt;/textarea&gt;&lt;b&gt;</textarea>");
    expect(html).toContain('value="https://a.example/?a&amp;b"');
    expect(html).toContain('value="&quot;"');
    expect(html).toContain('value="&lt;i&gt;"');
    expect(html).toContain('<p class="failed" role="alert">Nothing to show: it is &lt;empty&gt;.</p>');
    expect(html).toContain('<h2 id="paste">What was pasted</h2>');
  });

  it("names every problem", () => {
    const html = page({ status: "problems", problems: [{ path: "/url", detail: "is no URL" }], decisions: [] });
    expect(text(html)).toContain("It cannot be stored as it is Where What /url is no URL");
    expect(html).not.toContain("/desk/preview/store");
  });

  it.each([
    ["could not be read", { status: "unreadable", reason: "x", decisions: DECISIONS }],
    ["has problems", { status: "problems", problems: [], decisions: DECISIONS }],
    ["is an article", article({ decisions: DECISIONS })],
  ] as [string, PreviewResult][])("says what each line was taken for, where it %s", (_, result) =>
    expect(text(page(result))).toContain(
      "What each line was taken for Line Taken for It is Text 1 headline as taken headline story subheading caption not of the story The ferry",
    ),
  );
});

describe("an article that is previewed", () => {
  const hidden = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1];

  it("is new, or the next revision of what is stored", () => {
    expect([
      text(page(article())).includes("Store this article It is new: its id is a."),
      hidden(page(article())),
    ]).toEqual([true, "0"]);
    const known = page(article({ found: deskArticle({}, { revision: 7 }) }));
    expect([text(known).includes("Store as revision 8 It is stored already, as revision 7."), hidden(known)]).toEqual([
      true,
      "7",
    ]);
  });

  it("goes whole into the form that stores it", () => {
    const whole = parsedArticle({ title: `"'<b>&amp;` });
    const value = /name="article" value="([^"]*)"/.exec(page(article({ article: whole })))?.[1] ?? "";
    const unescaped = value
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    expect(JSON.parse(unescaped)).toEqual(JSON.parse(JSON.stringify(whole)));
  });

  it.each([
    [
      "reads right in the feeds that take it",
      article(),
      "Reads right : every format comes back from its readers as it would be stored. In Everything.",
    ],
    [
      "is taken by no feed",
      article({ previews: [{ definitions: [definitionOf()], selected: false, documents: [], discrepancies: [] }] }),
      "as it would be stored. No feed takes it.",
    ],
    [
      "would be refused for a field",
      article({
        previews: [{ definitions: [definitionOf()], selected: true, documents: [], discrepancies: [discrepancyOf()] }],
      }),
      "Would be refused : 1 field did not come back as stored. In Everything.",
    ],
    [
      "would be refused for fields of several feeds",
      article({
        previews: [1, 2].map((count) => ({
          definitions: [definitionOf({ title: `F${count}` })],
          selected: true,
          documents: [],
          discrepancies: Array.from({ length: count }, () => discrepancyOf()),
        })),
      }),
      "Would be refused : 3 fields did not come back as stored. In F1, F2.",
    ],
  ])("%s", (_, result, words) => expect(text(page(result))).toContain(words));

  it("shows what was taken out of it", () => {
    const html = page(article({ removed: [{ path: "/content_html", what: "script", count: 2 }] }));
    expect(text(html)).toContain("Taken out Where What Times /content_html script 2");
    expect(page(article())).not.toContain("Taken out");
  });

  it("is compared with what is stored; whether a change is minor is no part of it", () => {
    const same = page(article({ found: deskArticle(), article: { ...parsedArticle(), minor: true } }));
    expect(text(same)).toContain("Against what is stored It is the same.");
    const other = page(article({ found: deskArticle({ title: "Old" }) }));
    expect(text(other)).toMatch(/Against what is stored Field Stored Pasted title Old Title of a/);
    expect(page(article())).not.toContain("Against what is stored");
  });

  it("says which partners get it, and why others do not", () => {
    const finding = { rule: "r", source: "s", severity: "hard", field: "f", message: "m" } as const;
    const partner = (title: string, left_out: boolean) => ({
      definition: definitionOf({ slug: "p", title, access: "partner", partner: "p" }),
      linted: { entry: {} as never, article: "a", left_out, findings: left_out ? [finding] : [] },
    });
    expect(text(page(article({ partners: [partner("A", false), partner("B", true), partner("C", false)] })))).toMatch(
      /For partners It goes out in A, C\. Feed Rule What Says B left out r m s/,
    );
    expect(text(page(article({ partners: [partner("B", true)] })))).toContain("It goes out to none.");
    expect(page(article())).not.toContain("For partners");
  });
});
