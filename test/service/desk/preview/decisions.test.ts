import { describe, expect, it } from "vitest";
import type { LineDecision } from "../../../../src/import/source-reading.ts";
import { Decisions } from "../../../../src/service/desk/preview/decisions.tsx";
import { render } from "../../render.ts";

const decisions = (list: LineDecision[]) => render(Decisions, { list });
const rows = (html: string) => html.split("<tr>").slice(2);

describe("what each line was taken for", () => {
  it("is told line by line, what was dropped set apart", () => {
    const html = decisions([
      { line: 1, text: "The <ferry>", as: "headline" },
      { line: 3, text: "Share this", as: "share button, dropped" },
    ]);
    expect(rows(html).map((row) => row.replace(/<\/tr>.*/, ""))).toEqual([
      '<td class="number">1</td><td>headline</td><td class="value" dir="auto">The &lt;ferry&gt;</td>',
      '<td class="number">3</td><td class="dropped">share button, dropped</td><td class="value" dir="auto">Share this</td>',
    ]);
    expect(html).not.toContain("not shown");
  });

  it("is told of as much of a line as tells it from others", () => {
    const shown = (length: number) =>
      /dir="auto">(x*…?)</.exec(decisions([{ line: 1, text: "x".repeat(length), as: "paragraph" }]))?.[1];
    expect([shown(300)?.length, shown(301)]).toEqual([300, `${"x".repeat(300)}…`]);
  });

  it("is told of as many lines as one looks through, and how many more there are", () => {
    const many = (count: number) =>
      decisions(Array.from({ length: count }, (_, index) => ({ line: index + 1, text: "x", as: "paragraph" })));
    expect([rows(many(400)).length, many(400).includes("not shown")]).toEqual([400, false]);
    expect(rows(many(450))).toHaveLength(400);
    expect(many(450)).toContain('<p class="meta">50 more are not shown.</p>');
  });
});
