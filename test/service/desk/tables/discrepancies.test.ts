import { describe, expect, it } from "vitest";
import { Discrepancies } from "../../../../src/service/desk/tables/discrepancies.tsx";
import { site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { unlabelled } from "../browser.ts";
import { discrepancyOf } from "../fixtures.ts";

const table = (list: Parameters<typeof discrepancyOf>, owners?: Map<string, string>) =>
  unlabelled(render(Discrepancies, { site, list: list.map(discrepancyOf), owners }));
const entryCell = (html: string) => /<tbody><tr><td>rss<\/td><td>(.*?)<\/td>/.exec(html)?.[1];

describe("what did not come back as stored", () => {
  it("stands field by field, what is stored beside what was read", () => {
    expect(table([{ entry: undefined, stored: "Votes now", read: "" }])).toContain(
      '<tr><td>rss</td><td>the feed</td><td>title</td><td class="value" dir="auto"><mark>Votes now</mark></td>' +
        '<td class="value">–</td><td>rss-parser</td></tr>',
    );
  });

  it.each([
    [
      "leads to its article, where that is known",
      new Map([["tag:gazette.example,2026:a", "a/b"]]),
      '<a href="/desk/articles/a%2Fb">a/b</a>',
    ],
    ["is named by its id, where it is not", new Map(), "tag:gazette.example,2026:a"],
    ["is named by its id, where nobody looked", undefined, "tag:gazette.example,2026:a"],
  ])("an entry %s", (_, owners, cell) => expect(entryCell(table([{}], owners))).toBe(cell));
});
