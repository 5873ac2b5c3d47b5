import { describe, expect, it } from "vitest";
import { readByline } from "../../../src/import/texts/bylines.ts";

const names = (value: unknown, isList = false) => readByline(value, isList, []).map(({ name }) => name);

describe("a byline in front matter", () => {
  it.each([
    ["Ada Quayle", ["Ada Quayle"]],
    ["By Ada Quayle", ["Ada Quayle"]],
    ["Quayle, Ada", ["Ada Quayle"]],
    ["Quayle, Ada and Leo Ashby", ["Ada Quayle", "Leo Ashby"]],
    ["van den Berg, Ada B.", ["Ada B. van den Berg"]],
    ["O’Brien, Ada", ["Ada O’Brien"]],
    ["Ada Quayle, PhD", ["Ada Quayle, PhD"]],
    ["Ada Quayle, M.D.", ["Ada Quayle, M.D."]],
    ["Bob Roe, Jr.", ["Bob Roe, Jr."]],
    ["Ada Quayle, Ph.D., MBA", ["Ada Quayle, Ph.D., MBA"]],
    ["Ada Quayle, Harbour Correspondent", ["Ada Quayle, Harbour Correspondent"]],
    ["Quay & Sons, Ltd.", ["Quay & Sons, Ltd."]],
    ["Ada Quayle, Bob Roe", ["Ada Quayle", "Bob Roe"]],
    ["Ada Quayle, Bob Roe and Cy Poe", ["Ada Quayle", "Bob Roe", "Cy Poe"]],
    ["Ada Quayle, Bob Roe, and Cy Poe", ["Ada Quayle", "Bob Roe", "Cy Poe"]],
    ["Ada Quayle and Bob Roe", ["Ada Quayle", "Bob Roe"]],
    ["Quayle, Ada; Roe, Bob", ["Ada Quayle", "Bob Roe"]],
    ["News and Weather", ["News and Weather"]],
    ["staff", ["staff"]],
    [
      ["Quayle, Ada", "Bob Roe, PhD", { name: "Cy Poe" }],
      ["Ada Quayle", "Bob Roe, PhD", "Cy Poe"],
    ],
    [{ first_name: "Ada", last_name: "Quayle" }, ["Ada Quayle"]],
    [7, ["7"]],
    ["", []],
    [null, []],
    [true, []],
    [{ title: "Editor" }, []],
  ])("%j: %j", (value, expected) => {
    expect(names(value)).toEqual(expected);
  });

  it("of two bare words is one person's, unless its field is a plural", () => {
    expect(names("Ada, Bob", true)).toEqual(["Ada", "Bob"]);
  });

  it.each(["url", "link", "website"])("has its address in %s", (key) => {
    expect(readByline({ name: "Ada", [key]: "https://gazette.example/ada" }, false, [])).toEqual([
      { name: "Ada", url: "https://gazette.example/ada" },
    ]);
  });

  it("has a handle for an address where there is no other", () => {
    expect(readByline({ name: "Ada", twitter: "@ada" }, false, [])[0]?.url).toBe("https://twitter.com/ada");
    expect(readByline({ name: "Ada", twitter: "@ada", link: "https://a.example/" }, false, [])[0]?.url).toBe(
      "https://a.example/",
    );
  });

  it("that is turned around is noted", () => {
    const notes: string[] = [];
    readByline("Quayle, Ada", false, notes);
    expect(notes).toEqual(["a name with its family first is turned around"]);
  });
});
