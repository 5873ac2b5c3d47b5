import { describe, expect, it } from "vitest";
import type { LineDecision } from "../../../../src/import/source-reading.ts";
import { Decisions, fatesIn } from "../../../../src/service/desk/preview/decisions.tsx";
import { render } from "../../render.ts";
import { unlabelled } from "../browser.ts";

const decisions = (list: LineDecision[]) =>
  unlabelled(render(Decisions, { list, said: { 3: "story" }, form: "paste" }));
const rows = (html: string) => html.split("<tr>").slice(2);

describe("what each line was taken for", () => {
  it("is told line by line, what was dropped set apart", () => {
    const html = decisions([
      { line: 1, text: "The <ferry>", as: "headline" },
      { line: 3, text: "Share this", as: "share button, dropped" },
    ]);
    expect(rows(html).map((row) => row.replace(/<td><select.*<\/select><\/td>|<\/tr>.*/g, ""))).toEqual([
      '<td class="number">1</td><td>headline</td><td class="value" dir="auto">The &lt;ferry&gt;</td>',
      '<td class="number">3</td><td class="dropped">share button, dropped</td><td class="value" dir="auto">Share this</td>',
    ]);
    expect(html).not.toContain("not shown");
  });

  it("is put to the editor, who may say otherwise in the form", () => {
    const html = decisions([
      { line: 1, text: "The ferry", as: "headline" },
      { line: 3, text: "It rained", as: "paragraph" },
    ]);
    expect(html).toContain('<select name="line-1" form="paste" aria-label="Line 1 is">');
    const chosen = html.match(/<option[^>]* selected=""[^>]*>[^<]*|<option selected[^>]*>[^<]*/g);
    expect(chosen?.map((option) => option.replace(/.*>/, ""))).toEqual(["story"]);
    expect(html).toContain('<button type="submit" form="paste">Read it again</button>');
  });

  it("is as the editor said, where that can be", () => {
    const fields: [string, unknown][] = [
      ["line-1", "headline"],
      ["line-14", "none"],
      ["line-15", ""],
      ["line-16", "paragraph"],
      ["line-x", "story"],
      ["text", "story"],
    ];
    expect(fatesIn(fields)).toEqual({ 1: "headline", 14: "none" });
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
