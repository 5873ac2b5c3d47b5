import { describe, expect, it } from "vitest";
import { take } from "../../../src/import/feeds/take.ts";
import { attribute, textOf } from "../../../src/import/feeds/xml.ts";
import { xml } from "../helpers.ts";

describe("the first of a name", () => {
  const taker = take(xml("<item><a> </a><b href='x'/><a>1</a><a>2</a><c>3</c><d><e/></d></item>"));

  it("is the first that is not empty", () => {
    expect(textOf(taker.one("a") ?? "none")).toBe("1");
  });

  it("is sought in the order of the names, not of the document", () => {
    expect(taker.one("c", "a")?.name).toBe("c");
    expect(taker.one("z", "a")?.name).toBe("a");
  });

  it("that has only attributes counts, and has no text", () => {
    expect(attribute(taker.one("b") ?? xml("<none/>"), "href")).toBe("x");
    expect(taker.text("b")).toBeUndefined();
    expect(taker.text("b", "c")).toBeUndefined();
  });

  it.each([["z"], ["d"]])("%s: there is none", (name) => {
    expect(taker.one(name)).toBeUndefined();
    expect(taker.text(name)).toBeUndefined();
  });

  it("gives its text trimmed", () => {
    expect(take(xml("<item><a>\n one <b>two</b> </a></item>")).text("a")).toBe("one two");
  });
});

describe("all of some names", () => {
  it("stand in the document's order, empty ones too", () => {
    const taker = take(xml("<item><a>1</a><b>2</b><a/><c>3</c></item>"));
    expect(taker.all("b", "a").map(({ name }) => name)).toEqual(["a", "b", "a"]);
    expect(taker.all("z")).toEqual([]);
  });

  it("of several parents are one list", () => {
    const taker = take([xml("<g><a>1</a></g>"), xml("<g><a>2</a></g>")]);
    expect(taker.all("a").map(textOf)).toEqual(["1", "2"]);
    expect(take([]).all("a")).toEqual([]);
  });
});

describe("what is left", () => {
  it("is what nobody read, each name once", () => {
    const taker = take(xml("<item><a>1</a><b>2</b><b>3</b><c>4</c></item>"));
    taker.one("a");
    expect(taker.left()).toEqual(["b", "c"]);
  });

  it("is everything before anything was read, and nothing after all was", () => {
    const taker = take(xml("<item><a>1</a><b>2</b></item>"));
    expect(taker.left()).toEqual(["a", "b"]);
    taker.all("a", "b");
    expect(taker.left()).toEqual([]);
  });

  it("is no element that is empty, within too", () => {
    const taker = take(xml("<item><a/><b> </b><c><d> </d></c><e f='1'/><g><h i='2'/></g></item>"));
    expect(taker.left()).toEqual(["e", "g"]);
  });

  it("is none that only repeats a text that was read", () => {
    const taker = take(xml("<item><title>A  story</title><media:title> A story\n</media:title><x>Another</x></item>"));
    taker.one("title");
    expect(taker.left()).toEqual(["x"]);
  });

  it("is one without text even where another without text was read", () => {
    const taker = take(xml("<item><a href='1'/><b href='1'/></item>"));
    taker.one("a");
    expect(taker.left()).toEqual(["b"]);
  });

  it("is the second of a name of which only the first was read", () => {
    const taker = take(xml("<item><a>1</a><a>2</a></item>"));
    taker.text("a");
    expect(taker.left()).toEqual(["a"]);
  });
});
