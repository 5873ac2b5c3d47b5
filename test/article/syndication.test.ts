import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Allowance, Article, Image, Syndication } from "../../src/article/article.ts";
import { allows, isLicensed, licensedImages, licensedSpan } from "../../src/article/syndication.ts";
import { anArticle } from "./an-article.ts";

const DAY = (day: number) => Date.UTC(2026, 2, day);
const at = (day: number) => new Date(DAY(day)).toISOString();

describe("an allowance", () => {
  it.each<[string, Allowance | undefined, boolean]>([
    ["that nobody wrote", undefined, true],
    ["for all", "all", true],
    ["for none", "none", false],
    ["for a list with the partner", ["paper", "radio"], true],
    ["for a list without it", ["paper"], false],
    ["for an empty list", [], false],
    ["for one whose name only begins alike", ["radio-two"], false],
  ])("%s lets a partner have it: %j %s", (_, allowance, expected) => {
    expect(allows(allowance, "radio")).toBe(expected);
    expect(isLicensed({ syndication: allowance && { allow: allowance } }, "radio")).toBe(expected);
  });
});

describe("the time in which a partner may have an article", () => {
  const span = (syndication: Partial<Syndication> | undefined, until?: number) =>
    licensedSpan(
      anArticle({ syndication: syndication && { allow: "all", ...syndication } }),
      { from: DAY(2), until },
      "radio",
    );

  it.each<[string, Partial<Syndication> | undefined, number | undefined, object | null]>([
    ["everybody's, where nothing is said", undefined, DAY(9), { from: DAY(2), until: DAY(9) }],
    ["without an end, where nobody says one", {}, undefined, { from: DAY(2), until: undefined }],
    ["from the partner's own embargo on", { embargo: { radio: at(3) } }, undefined, { from: DAY(3), until: undefined }],
    ["not before everybody's", { embargo: { radio: at(1) } }, undefined, { from: DAY(2), until: undefined }],
    ["not moved by another's embargo", { embargo: { paper: at(5) } }, undefined, { from: DAY(2), until: undefined }],
    ["until the licence ends", { until: at(4) }, undefined, { from: DAY(2), until: DAY(4) }],
    ["until the licence ends, before everybody's end", { until: at(4) }, DAY(9), { from: DAY(2), until: DAY(4) }],
    ["not beyond everybody's end", { until: at(12) }, DAY(9), { from: DAY(2), until: DAY(9) }],
    ["none, where the licence ends before it begins", { until: at(1) }, undefined, null],
    ["none, where the licence ends as it begins", { until: at(2) }, undefined, null],
    ["none, where the embargo ends with the licence", { embargo: { radio: at(4) }, until: at(4) }, undefined, null],
  ])("is %s", (_, syndication, until, expected) => expect(span(syndication, until)).toEqual(expected));

  it("is never empty, and never outside of everybody's", () => {
    const day = fc.integer({ min: 1, max: 28 });
    fc.assert(
      fc.property(day, fc.option(day), fc.option(day), fc.option(day), (from, length, embargo, ends) => {
        const everybody = { from: DAY(from), until: length === null ? undefined : DAY(from + length) };
        const syndication: Syndication = { allow: "all", embargo: embargo === null ? {} : { radio: at(embargo) } };
        if (ends !== null) syndication.until = at(ends);
        const licensed = licensedSpan(anArticle({ syndication }), everybody, "radio");
        // An oracle by days: those on which everybody may, the embargo is over and the licence runs.
        const days = Array.from({ length: 60 }, (_, index) => index + 1).filter(
          (one) =>
            one >= from &&
            (length === null || one < from + length) &&
            (embargo === null || one >= embargo) &&
            (ends === null || one < ends),
        );
        const { from: start, until = Number.POSITIVE_INFINITY } = licensed ?? { from: 0, until: 0 };
        expect(licensed === null || until > start).toBe(true);
        expect(days).toEqual(
          Array.from({ length: 60 }, (_, index) => index + 1).filter((one) => DAY(one) >= start && DAY(one) < until),
        );
      }),
    );
  });
});

describe("the images that a partner may have", () => {
  const image = (name: string, syndication?: Allowance): Image => ({ url: `https://g.example/${name}`, syndication });
  const of = (...images: Image[]): Article => anArticle({ images });

  it("are those of no statement, and those of one that lets the partner have them, in their order", () => {
    const [ours, all, none, paper, radio] = [
      image("ours"),
      image("all", "all"),
      image("none", "none"),
      image("paper", ["paper"]),
      image("radio", ["radio"]),
    ];
    expect(licensedImages(of(ours, all, none, paper, radio), "radio")).toEqual({
      images: [ours, all, radio],
      withheld: [none.url, paper.url],
    });
  });

  it("are without one that is listed twice and withheld once", () =>
    expect(licensedImages(of(image("a", "all"), image("b"), image("a", "none")), "radio")).toEqual({
      images: [image("b")],
      withheld: ["https://g.example/a"],
    }));

  it("are all there are, where there are none", () =>
    expect(licensedImages(of(), "radio")).toEqual({ images: [], withheld: [] }));
});
