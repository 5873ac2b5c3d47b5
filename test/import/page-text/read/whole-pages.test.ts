import { describe, expect, it } from "vitest";
import { read, readOne, stored } from "../../helpers.ts";
import { GIVEN, HARBOUR } from "../harbour.ts";

describe("a page of news", () => {
  it("becomes an article, and says what it took each line for", async () => {
    const item = await readOne(HARBOUR, GIVEN);
    expect(item).toEqual({
      where: "“Harbour reopens after three-day storm”",
      article: {
        id: expect.stringMatching(/^[0-9a-f]{20}$/),
        url: "https://gazette.example/news/harbour-reopens-after-three-day-storm",
        title: "Harbour reopens after three-day storm",
        content_html:
          "<p>Ferries sailed again on Tuesday, the harbour master said.</p>\n<p>“We are not out of it – not yet,” she told reporters.</p>\n<h2>Storm by the numbers: what we know</h2>\n<p>About 40 boats were damaged …</p>",
        authors: [],
        section: "Weather",
        tags: [],
        dateline: "PORT ELLIS (Coast Wire)",
        credit: { name: "Coast Wire" },
        published_at: "2026-03-03T10:00:00Z",
      },
      notes: [
        "left out as the page's tail of 1 line: line 15 “You may also like”",
        "without an address: it got one under the site's home, made of its headline",
      ],
      decisions: [
        { line: 1, text: "Home Weather Harbour reopens after three-day storm", as: "breadcrumb → section Weather" },
        { line: 3, text: "Harbour reopens after three-day storm", as: "headline" },
        { line: 5, text: "by", as: "byline: empty" },
        {
          line: 7,
          text: "PORT ELLIS (Coast Wire) — Ferries sailed again on Tuesday, the harbour master said.",
          as: "dateline PORT ELLIS (Coast Wire) → credit Coast Wire → paragraph",
        },
        { line: 9, text: "“We are not out of it – not yet,” she told reporters.", as: "paragraph" },
        { line: 11, text: "Storm by the numbers: what we know", as: "subheading" },
        { line: 13, text: "About 40 boats were damaged …", as: "paragraph" },
        { line: 15, text: "You may also like", as: "tail, dropped" },
      ],
    });
    stored(item);
  });

  it("is read through all that stands around a story", async () => {
    const text = `https://gazette.example/2026/tram
Skip to main content
Menu

News / Politics / Council backs new tram line despite doubts

Council backs new tram line despite doubts | The Gazette

Council backs new tram line despite doubts

By Jane Doe and John Roe, Transport correspondent | Published 3 March 2026 | 4 min read

Updated 4 March 2026, 09:30 GMT

SAN LORENZO, Italy (AP) - The council on Tuesday backed a new tram line by 31 votes
to 9, and nobody was surprised by it, least of all the mayor who had asked
for it.

Photo: Jane Smith / Coast Wire

What happens next

The first rails are laid in autumn. “A d--n good day – at l–st,” the mayor said.

Read more: How the tram line was planned

Five charts that explain the budget

Mayor wins third term after long night

Works are expected to last two years.

- Line A runs to the port.
- Line B runs to the station.

Related stories

A ferry runs aground

The ferry was full of people, and all were saved.

Why the lighthouse is dark

© 2026 The Gazette`;
    const { article, decisions } = await readOne(text, { name: "page.txt" });
    expect(article).toMatchObject({
      url: "https://gazette.example/2026/tram",
      title: "Council backs new tram line despite doubts",
      section: "Politics",
      authors: [{ name: "Jane Doe" }, { name: "John Roe" }],
      dateline: "SAN LORENZO, Italy (AP)",
      credit: { name: "AP" },
      published_at: "2026-03-03T00:00:00Z",
      updated_at: "2026-03-04T09:30:00Z",
      content_html: `<p>The council on Tuesday backed a new tram line by 31 votes to 9, and nobody was surprised by it, least of all the mayor who had asked for it.</p>
<h2>What happens next</h2>
<p>The first rails are laid in autumn. “A d--n good day – at l–st,” the mayor said.</p>
<p>Works are expected to last two years.</p>
<ul><li>Line A runs to the port.</li>
<li>Line B runs to the station.</li></ul>`,
    });
    expect(decisions?.map(({ as }) => as)).toEqual([
      "address https://gazette.example/2026/tram",
      "page furniture, dropped",
      "page furniture, dropped",
      "breadcrumb → section Politics",
      "page title, dropped",
      "headline",
      "byline: Jane Doe, John Roe; published 2026-03-03T00:00:00Z; page furniture, dropped",
      "updated 2026-03-04T09:30:00Z",
      "dateline SAN LORENZO, Italy (AP) → credit AP → paragraph",
      "caption, dropped",
      "subheading",
      "paragraph",
      "related headline, dropped",
      "related headline, dropped",
      "related headline, dropped",
      "paragraph",
      "list item",
      "list item",
      "tail, dropped",
      "tail, dropped",
      "tail, dropped",
      "tail, dropped",
      "tail, dropped",
    ]);
  });

  it.each([
    ["Home > World > Ice melts faster than ever before", "World", "Ice melts faster than ever before"],
    ["Home » Ice melts faster than ever before", undefined, "Ice melts faster than ever before"],
    [
      "Home Sport Football Ice melts faster than ever before\n\nIce melts faster than ever before",
      "Sport Football",
      "Ice melts faster than ever before",
    ],
    ["Home World Ice melts faster than ever before", "World", "Ice melts faster than ever before"],
    ["Home / Science\n\nIce melts faster than ever before", "Science", "Ice melts faster than ever before"],
    ["Ice melts faster than ever before", undefined, "Ice melts faster than ever before"],
    ['Ice melts “faster” than ever\n\nIce melts "faster" than ever', undefined, "Ice melts “faster” than ever"],
  ])("the way there: %j", async (head, section, title) => {
    const { article } = await readOne(`${head}\n\nThe ice melts, scientists said.`, GIVEN);
    expect(article).toMatchObject({ title, content_html: "<p>The ice melts, scientists said.</p>" });
    expect(article.section).toBe(section);
  });

  it("keeps a headline that quotes, and a quote", async () => {
    const story = "Ice melts faster than ever\n\nThe ice melts, they said.\n\n";
    const text = `${story}‘We lost everything’: islanders on the storm\n\n“It is gone,” he said\n\n“Gone – all of it”\n\nThat was all.`;
    const { decisions } = await readOne(text, GIVEN);
    expect(decisions?.map(({ as }) => as)).toEqual([
      "headline",
      "paragraph",
      "subheading",
      "paragraph",
      "paragraph",
      "paragraph",
    ]);
  });

  it("is read the same with one line a block, and with any line ends", async () => {
    const { decisions, article } = await readOne(HARBOUR, GIVEN);
    for (const text of [HARBOUR.replace(/\n\n/g, "\n"), HARBOUR.replaceAll("\n", "\r\n"), `\uFEFF${HARBOUR}`]) {
      const other = await readOne(text, GIVEN);
      expect(other.article).toEqual(article);
      expect(other.decisions?.map(({ as }) => as)).toEqual(decisions?.map(({ as }) => as));
    }
  });

  it("keeps a story that goes on after a box of other stories", async () => {
    const story = "Ice melts faster than ever\n\nThe ice melts, scientists said on Tuesday, and it melts fast.\n\n";
    const text = `${story}Related stories\n\nWhy the sea is rising\n\nNobody knows how long it will last, they said in a report.\n\nThe report was written by forty people from nine countries.\n\nMost read\n\nA dog bites a man`;
    const { article } = await readOne(text, GIVEN);
    expect(article.content_html).toContain("Nobody knows");
    expect(article.content_html).not.toMatch(/Related|sea|Most|dog/);
  });

  it.each([
    ["", "it is empty"],
    ["One headline and nothing else", "it has no paragraph"],
    ["by\n\n2026-03-03", "it has no headline"],
  ])("%j is none, and says why", async (text, reason) => {
    expect((await read(text, GIVEN)).skipped[0]?.reason).toBe(reason);
  });

  it("keeps the paragraph below a pointer to another story", async () => {
    const text = "Ice melts faster\n\nThe ice melts, they said.\n\nRelated: Why the sea is rising\n\nIt melts fast.";
    const { article, notes } = await readOne(text, GIVEN);
    expect(article.content_html).toBe("<p>The ice melts, they said.</p>\n<p>It melts fast.</p>");
    expect(notes[0]).toBe("left out as a related headline: line 5 “Related: Why the sea is rising”");
  });

  it("without an address or a home asks for one, and shows what it decided all the same", async () => {
    expect((await read(HARBOUR, { name: "page.txt" })).skipped[0]).toMatchObject({
      reason: "it has no address: --base gives one",
      decisions: { length: 8 },
    });
  });
});
