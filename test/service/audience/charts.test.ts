import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bars, Legend, StackedColumns } from "../../../src/service/audience/charts.tsx";
import { render } from "../render.ts";

const TOP = 8;
const BASE = 198;
const LEFT = 70;
const RIGHT = 622;

const named = { id: "c", title: "T & t", description: "D <d>", format: String };

/** The columns of each series: where they stand, and from which height to which. */
function columnsOf(labels: string[], values: number[][]) {
  const html = render(StackedColumns, {
    ...named,
    labels,
    series: values.map((one, index) => ({ name: `${index}`, values: one })),
  });
  return [...html.matchAll(/<path class="c\d"[^>]* d="([^"]*)"/g)].map(([, path = ""]) =>
    [...path.matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)h([\d.]+)V([\d.]+)z/g)].map((match) => {
      const [left = 0, from = 0, to = 0, width = 0, back = 0] = match.slice(1).map(Number);
      expect(back).toBe(from);
      return { left, width, from, to };
    }),
  );
}

/** The text elements of a drawing, by how they are set. */
const texts = (html: string, anchor: string) =>
  [...html.matchAll(new RegExp(`<text [^>]*text-anchor="${anchor}"[^>]*>([^<]*)</text>`, "g"))].map(([, text]) => text);

describe("a chart of columns", () => {
  it("draws each series on top of those before it", () => {
    const [below, above] = columnsOf(["Mon"], [[30], [70]]);
    expect(below).toEqual([{ left: 125.2, width: 441.6, from: BASE, to: 141 }]);
    expect(above).toEqual([{ left: 125.2, width: 441.6, from: 141, to: TOP }]);
  });

  it("draws nothing where nothing was counted", () => {
    expect(
      columnsOf(
        ["Mon", "Tue"],
        [
          [0, 5],
          [0, 0],
        ],
      ).map((columns) => columns.length),
    ).toEqual([1, 0]);
    expect(columnsOf([], [[], []])).toEqual([[], []]);
  });

  it("keeps every column within the drawing, in its own place, as high as its value", () => {
    const days = fc.integer({ min: 1, max: 40 });
    const drawn = days.chain((length) =>
      fc.array(fc.array(fc.nat(1_000_000), { minLength: length, maxLength: length }), { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(drawn, (values) => {
        const labels = (values[0] ?? []).map(String);
        const series = columnsOf(labels, values);
        for (const { left, width, from, to } of series.flat()) {
          expect(left).toBeGreaterThanOrEqual(LEFT);
          expect(left + width).toBeLessThanOrEqual(RIGHT + 0.2);
          expect(from).toBeLessThanOrEqual(BASE);
          expect(to).toBeGreaterThanOrEqual(TOP - 0.1);
          expect(to).toBeLessThanOrEqual(from);
        }
        for (const [index, columns] of series.entries())
          expect(columns).toHaveLength((values[index] ?? []).filter((value) => value > 0).length);
      }),
    );
  });

  it("leaves no gap between the series of a column, and lets none overlap", () => {
    const three = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 }).chain((first) => {
      const more = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: first.length, maxLength: first.length });
      return fc.tuple(fc.constant(first), more, more);
    });
    fc.assert(
      fc.property(three, (values) => {
        const series = columnsOf(values[0].map(String), values);
        for (const place of values[0].keys()) {
          const stack = series.map((columns) => columns[place]);
          expect(stack.map((column) => column?.from)).toEqual([BASE, stack[0]?.to, stack[1]?.to]);
        }
      }),
    );
  });

  it("marks heights that are easily read, up to one that is above all columns", () => {
    const html = render(StackedColumns, { ...named, labels: ["a"], series: [{ name: "x", values: [83] }] });
    expect(texts(html, "end")).toEqual(["0", "20", "40", "60", "80", "100"]);
  });

  it.each([
    [1, ["1"]],
    [8, ["1", "2", "3", "4", "5", "6", "7", "8"]],
    [9, ["1", "3", "5", "7", "9"]],
    [30, ["2", "6", "10", "14", "18", "22", "26", "30"]],
  ])("labels as many of %i places as fit, the last among them", (length, labels) => {
    const names = Array.from({ length }, (_, index) => String(index + 1));
    expect(texts(render(StackedColumns, { ...named, labels: names, series: [] }), "middle")).toEqual(labels);
  });
});

describe("a chart of bars", () => {
  const bars = (values: number[]) => render(Bars, { ...named, labels: values.map((_, index) => `P${index}`), values });

  it("has one for each label, as long as its value", () => {
    const html = bars([200, 100, 0]);
    expect(
      [...html.matchAll(/<rect [^>]*y="(\d+)" width="([\d.]+)"/g)].map((match) => match.slice(1).map(Number)),
    ).toEqual([
      [3, 400],
      [25, 200],
      [47, 0],
    ]);
    expect(texts(html, "end")).toEqual(["P0", "P1", "P2"]);
    expect(html).toMatch(/>200<\/text>.*>100<\/text>.*>0<\/text>/);
    expect(html).toContain('viewBox="0 0 640 66"');
  });

  it("has a height where it has no bar", () => expect(bars([])).toContain('viewBox="0 0 640 22"'));
  it("of nothing but zeros divides by none", () => expect(bars([0, 0])).not.toContain("NaN"));
});

describe("every chart", () => {
  it.each([
    ["columns", render(StackedColumns, { ...named, labels: [], series: [] })],
    ["bars", render(Bars, { ...named, labels: [], values: [] })],
  ])("of %s tells those who do not see it what it shows", (_, html) => {
    expect(html).toContain('role="img" aria-labelledby="c-title c-desc"');
    expect(html).toContain('<title id="c-title">T &amp; t</title><desc id="c-desc">D &lt;d&gt;</desc>');
  });
});

describe("a legend", () => {
  it("shows a series' colour beside its name, in the chart's own order", () => {
    const html = render(Legend, { names: ["whole <200>", "delta", "unchanged", "other", "fifth"] });
    const items = [
      ...html.matchAll(
        /<li><svg [^>]*aria-hidden="true"><rect class="(c\d)" [^>]*fill-opacity="([\d.]+)" [^>]*><\/rect><\/svg>([^<]*)<\/li>/g,
      ),
    ];
    expect(items.map((match) => match.slice(1))).toEqual([
      ["c0", "0.9", "whole &lt;200&gt;"],
      ["c1", "0.55", "delta"],
      ["c2", "0.25", "unchanged"],
      ["c3", "0.75", "other"],
      ["c4", "1", "fifth"],
    ]);
  });
});
