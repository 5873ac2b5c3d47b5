import { describe, expect, it } from "vitest";
import { ALLOWED, LINKED_INSTEAD, URL_PROPERTIES } from "../../../src/article/html/allowed.ts";

const attributes = Object.values(ALLOWED.attributes ?? {}).flat();

describe("what a body may hold", () => {
  it.each(["script", "style", "iframe", "object", "embed", "form", "input", "svg", "math", "base", "link", "meta"])(
    "is no %s",
    (name) => expect(ALLOWED.tagNames).not.toContain(name),
  );

  it("has no handler of events, no CSS, and no attribute by which a form sends", () => {
    expect(attributes.length).toBeGreaterThan(30);
    expect(attributes.filter((name) => /^on|^style$|action|srcDoc/i.test(String(name)))).toEqual([]);
  });

  it("links to the web, to mail and to telephones, and shows nothing but the web", () => {
    expect(ALLOWED.protocols).toEqual({
      href: ["http", "https", "mailto", "tel"],
      src: ["http", "https"],
      cite: ["http", "https"],
      poster: ["http", "https"],
    });
    expect(Object.keys(ALLOWED.protocols ?? {}).sort()).toEqual([...URL_PROPERTIES].sort());
  });

  it("names attributes of elements only that it has", () => {
    const named = Object.keys(ALLOWED.attributes ?? {}).filter((name) => name !== "*");
    expect(named.filter((name) => !ALLOWED.tagNames?.includes(name))).toEqual([]);
    expect(Object.keys(ALLOWED.ancestors ?? {}).filter((name) => !ALLOWED.tagNames?.includes(name))).toEqual([]);
  });

  it("has nothing of what a link stands for instead", () =>
    expect([...LINKED_INSTEAD.keys()].filter((name) => ALLOWED.tagNames?.includes(name))).toEqual([]));
});
