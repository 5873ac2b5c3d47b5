import { describe, expect, it } from "vitest";
import { parseBreadcrumb } from "../../../src/import/page-text/breadcrumb.ts";

const HEADLINE = "Ice melts faster than ever before";

describe("a breadcrumb", () => {
  it.each([
    ["Home", {}],
    ["Front page", {}],
    ["Home Weather", { section: "Weather" }],
    ["Home Local News", { section: "Local News" }],
    ["Home / Science", { section: "Science" }],
    ["Home > World > Europe", { section: "Europe" }],
    ["News » Weather", { section: "Weather" }],
    ["Home › Sport › Football", { section: "Football" }],
    // Four words say who did what; three are still a section.
    ["Home / Arts and culture", { section: "Arts and culture" }],
    ["Home / Storm closes the port", { section: undefined, headline: "Storm closes the port" }],
    ["Home : Weather", { section: "Weather" }],
    ["Home | Weather", { section: "Weather" }],
    ["Home • — • Weather", { section: "Weather" }],
    [`Home / Science / ${HEADLINE}`, { section: "Science", headline: HEADLINE }],
    [`Home » ${HEADLINE}`, { section: undefined, headline: HEADLINE }],
    [`Home World Science ${HEADLINE}`, { section: "World Science", headline: HEADLINE }],
    [`Home ${HEADLINE}`, { section: undefined, headline: HEADLINE }],
  ])("%j", (text, breadcrumb) => {
    expect(parseBreadcrumb(text)).toEqual(breadcrumb);
  });

  it.each(["", HEADLINE, "Weather", "The harbour / the sea", "Ferries | The Gazette", "Homes destroyed by storm"])(
    "%j is none",
    (text) => {
      expect(parseBreadcrumb(text)).toBeNull();
    },
  );
});

describe("with the headline known", () => {
  it.each([
    // All that stands before it is the way there, however the site calls its sections.
    [`Home Sport Football ${HEADLINE}`, { section: "Sport Football" }],
    [`Inland Waterways ${HEADLINE}`, { section: "Inland Waterways" }],
    [`Waterways / Inland / ${HEADLINE}`, { section: "Inland" }],
    [`Home / ${HEADLINE}`, { section: undefined }],
    [`Home ${HEADLINE.toUpperCase()}`, { section: undefined }],
    ["Home / Science", { section: "Science" }],
    // A last part of many words is a section where the headline is another.
    ["Home / The sea and what lives in it", { section: "The sea and what lives in it" }],
  ])("%j", (text, breadcrumb) => {
    expect(parseBreadcrumb(text, HEADLINE)).toEqual(breadcrumb);
  });

  it("the headline itself is none", () => {
    expect(parseBreadcrumb(HEADLINE, HEADLINE)).toBeNull();
  });
});
