import { describe, expect, it } from "vitest";
import { noSums, type Sums } from "../../../src/audience/count-record.ts";
import { type Summary, summarize } from "../../../src/audience/summary.ts";
import { AudienceReport } from "../../../src/service/audience/report.tsx";
import { text } from "../desk/browser.ts";
import { render } from "../render.ts";

const DAYS = ["2026-03-01", "2026-03-02"];
const count = (product: string, sums: Partial<Sums>, day = "2026-03-01") => ({ day, product, ...noSums(), ...sums });
const reader = (product: string, subscribers: number) => ({
  day: "2026-03-01",
  feed: "all",
  format: "rss",
  product,
  subscribers,
});
const report = (summary: Summary) => render(AudienceReport, { summary });
const figures = (summary: Summary) =>
  [...report(summary).matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map((match) => match.slice(1));
/** The cells of a table, row by row, its head first. */
const table = (html: string, label: string) => {
  const section = html.slice(html.indexOf(`aria-label="${label}, as a table"`));
  const rows = section.slice(0, section.indexOf("</section>")).split("<tr>").slice(1);
  return rows.map((row) => [...row.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, cell]) => cell));
};

describe("the audience's report", () => {
  const summary = summarize(
    DAYS,
    [
      count("Feedly", { polls_200: 1_000, polls_304: 3_000, bytes_sent: 1_500_000, bytes_saved: 4_500_000 }),
      count("curl", { polls_226: 7, polls_other: 1, bytes_sent: 12 }, "2026-03-02"),
    ],
    [reader("Feedly", 12_345)],
  );
  const html = report(summary);

  it("begins with the figures of all days", () => {
    expect(figures(summary)).toEqual([
      ["Polls", "4,008"],
      ["Subscribers, as aggregators report them", "12,345"],
      ["Bytes saved", "75 %"],
    ]);
  });

  it("tells each day's polls by answer, the last day first", () => {
    expect(table(html, "Polls a day, by answer")).toEqual([
      ["Day", "whole (200)", "delta (226)", "unchanged (304)", "other"],
      ["2026-03-02", "0", "7", "0", "1"],
      ["2026-03-01", "1,000", "0", "3,000", "0"],
    ]);
    expect(html).toContain("4,008 polls, of which 75 % needed no document.");
  });

  it("draws nothing while nobody has polled, and says so", () => {
    const none = report(summarize(DAYS, [], []));
    expect(none).not.toContain("<svg");
    expect(text(none)).toContain("Nobody has polled in these days.");
  });

  it("folds days on end without polls into one line", () => {
    const days = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"];
    const quiet = report(summarize(days, [count("curl", { polls_200: 1, bytes_sent: 5 }, "2026-03-04")], []));
    expect(table(quiet, "Polls a day, by answer").slice(1)).toEqual([
      ["2026-03-04", "1", "0", "0", "0"],
      ["3 days without polls, 2026-03-01 to 2026-03-03"],
    ]);
    expect(table(quiet, "Bytes a day: sent, and saved by 304s and deltas")).toHaveLength(3);
    expect(quiet).toContain('<th scope="row" colspan="5">');
  });

  it("says it where nobody polls", () => {
    const html = report(summarize(DAYS, [], []));
    expect(text(html)).toContain("Readers by product Nobody has polled in these days.");
    expect(html).not.toContain("Readers by product, as a table");
  });

  it("tells each day's bytes", () => {
    expect(table(html, "Bytes a day: sent, and saved by 304s and deltas")).toEqual([
      ["Day", "sent", "saved"],
      ["2026-03-02", "12 B", "0 B"],
      ["2026-03-01", "1.5 MB", "4.5 MB"],
    ]);
    expect(html).toContain("1.5 MB sent, 4.5 MB saved.");
  });

  it("tells each product's readers and polls; what reports no readers has a dash", () => {
    expect(table(html, "Readers by product")).toEqual([
      ["Product", "kind", "subscribers", "polls", "unchanged"],
      ["Feedly", "aggregator", "12,345", "4,000", "75 %"],
      ["curl", "library", "–", "8", "0 %"],
    ]);
    expect(html).toContain('<desc id="products-desc">Feedly: 4,000, curl: 8</desc>');
  });

  it("gives every element that is referred to an id of its own", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, refs = ""] of html.matchAll(/aria-labelledby="([^"]+)"/g))
      for (const ref of refs.split(" ")) expect(ids).toContain(ref);
  });
});

describe("the report of an audience", () => {
  it("that does not poll has nothing to divide by", () => {
    const nobody = summarize(DAYS, [], []);
    expect(figures(nobody).map(([, value]) => value)).toEqual(["0", "0", "–"]);
    expect(report(nobody)).not.toMatch(/NaN|Infinity|undefined/);
  });

  it("of many products shows the busiest twelve in the chart, and forty in the table", () => {
    const many = summarize(
      DAYS,
      Array.from({ length: 60 }, (_, index) => count(`P${index}`, { polls_200: index + 1 })),
      [],
    );
    const html = report(many);
    expect([...html.matchAll(/<rect class="c0" [^>]*x="160"/g)]).toHaveLength(12);
    expect(html).toMatch(/<desc id="products-desc">P59: 60, P58: 59, [^<]*P48: 49<\/desc>/);
    expect(table(html, "Readers by product")).toHaveLength(41);
  });

  it("shows a product's name as text", () => {
    expect(report(summarize(DAYS, [count("<script>", { polls_200: 1 })], []))).not.toContain("<script>");
  });

  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1_000, "1 kB"],
    [1_234, "1.23 kB"],
    [999_499, "999 kB"],
    [1_234_567, "1.23 MB"],
    [5_000_000_000, "5 GB"],
    [7.5e12, "7.5 TB"],
    [4e15, "4000 TB"],
  ])("writes %d bytes as %s", (bytes, words) => {
    const sent = summarize(DAYS, [count("curl", { polls_200: 1, bytes_sent: bytes })], []);
    expect(text(report(sent))).toContain(`${words} sent, 0 B saved.`);
  });
});
