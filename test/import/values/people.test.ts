import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePeople, parsePerson, peopleWith, personWith } from "../../../src/import/values/people.ts";

describe("a person in one line", () => {
  it.each([
    ["Jane Doe", { name: "Jane Doe" }],
    [" Jane\n Doe ", { name: "Jane Doe" }],
    // RSS 2.0, `author`.
    ["lawyer@boyer.example (Lawyer Boyer)", { name: "Lawyer Boyer", email: "lawyer@boyer.example" }],
    ["mailto:jane@gazette.example (Jane)", { name: "Jane", email: "jane@gazette.example" }],
    ["jane@gazette.example (Jane (the desk))", { name: "Jane (the desk)", email: "jane@gazette.example" }],
    // RFC 5322 §3.4.
    ["Jane Doe <jane@gazette.example>", { name: "Jane Doe", email: "jane@gazette.example" }],
    ['"Doe, Jane" <jane@gazette.example>', { name: "Doe, Jane", email: "jane@gazette.example" }],
    ["Jane Doe (jane@gazette.example)", { name: "Jane Doe", email: "jane@gazette.example" }],
    ["Jane Doe (mailto:jane@gazette.example)", { name: "Jane Doe", email: "jane@gazette.example" }],
    ["jane@gazette.example", { name: "jane@gazette.example", email: "jane@gazette.example" }],
    ["jane@gazette.example ()", { name: "jane@gazette.example", email: "jane@gazette.example" }],
    ["jane@gazette.example ( )", { name: "jane@gazette.example", email: "jane@gazette.example" }],
    // What only looks like an address is a name.
    ["@janedoe", { name: "@janedoe" }],
    ["Jane <@jane>", { name: "Jane <@jane>" }],
    ["<jane@gazette.example>", { name: "<jane@gazette.example>" }],
    ["Jane (Reuters)", { name: "Jane (Reuters)" }],
    ["Jane at gazette dot example", { name: "Jane at gazette dot example" }],
  ])("%j", (text, person) => {
    expect(parsePerson(text)).toEqual(person);
  });

  it.each(["", " \n\t"])("%j is nobody", (text) => {
    expect(parsePerson(text)).toBeNull();
  });

  it("is read back from both ways to write it", () => {
    const name = fc.stringMatching(/^[A-Z][a-zé'’ .-]{0,20}[a-z]$/).map((text) => text.replace(/ +/g, " "));
    const email = fc.emailAddress({ size: "small" }).filter((address) => !/["(),:;<>]/.test(address));
    fc.assert(
      fc.property(name, email, (name, email) => {
        expect(parsePerson(`${email} (${name})`)).toEqual({ name, email });
        expect(parsePerson(`${name} <${email}>`)).toEqual({ name, email });
        expect(parsePerson(`"${name}" <${email}>`)).toEqual({ name, email });
      }),
    );
  });

  it("of any text has a name, or is nobody", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const person = parsePerson(text);
        if (text.replace(/[ \t\n\r]+/g, "").trim() === "") expect(person).toBeNull();
        else expect(person?.name).not.toBe("");
      }),
    );
  });
});

describe("a person in parts", () => {
  it.each([
    [["Jane", undefined, undefined], { name: "Jane" }],
    [
      [" Jane\nDoe ", " https://gazette.example/jane ", " jane@gazette.example "],
      { name: "Jane Doe", url: "https://gazette.example/jane", email: "jane@gazette.example" },
    ],
    [
      [undefined, "https://gazette.example/jane", undefined],
      { name: "https://gazette.example/jane", url: "https://gazette.example/jane" },
    ],
    [["", undefined, "jane@gazette.example"], { name: "jane@gazette.example", email: "jane@gazette.example" }],
    [["Jane", "mailto:jane@gazette.example?subject=Hi", undefined], { name: "Jane", email: "jane@gazette.example" }],
    [["Jane", "MAILTO:jane@gazette.example", "other@gazette.example"], { name: "Jane", email: "jane@gazette.example" }],
    [["Jane", undefined, "no address"], { name: "Jane" }],
    [["Jane", undefined, "two@gazette.example, three@gazette.example"], { name: "Jane" }],
  ] as const)("%j", ([name, url, email], person) => {
    expect(personWith(name, url, email)).toEqual(person);
  });

  it.each([
    [undefined, undefined, undefined],
    [" ", "", " "],
    [undefined, "mailto:nobody", undefined],
    [undefined, undefined, "no address"],
  ])("%j, %j and %j are nobody", (name, url, email) => {
    expect(personWith(name, url, email)).toBeNull();
  });
});

describe("everybody that a line names", () => {
  it.each([
    ["By Ada Quayle and Leo Ashby", ["Ada Quayle", "Leo Ashby"]],
    ["Ada Quayle, Leo Ashby, and Jo Roe", ["Ada Quayle", "Leo Ashby", "Jo Roe"]],
    ["Ada Quayle & Leo Ashby", ["Ada Quayle", "Leo Ashby"]],
    ["Jane Doe <jane@x.example>; Leo Ashby", ["Jane Doe", "Leo Ashby"]],
    ["a@x.example, b@x.example", ["a@x.example", "b@x.example"]],
    ["Quayle, Ada", ["Quayle, Ada"]],
    ["Ada Quayle, PhD", ["Ada Quayle, PhD"]],
    ["Ada Quayle, Staff Writer", ["Ada Quayle, Staff Writer"]],
    ["Department of Health and Social Care", ["Department of Health and Social Care"]],
    ["Smith and Sons", ["Smith and Sons"]],
    ["Byron Smith", ["Byron Smith"]],
    ["", []],
  ])("%j", (line, names) => {
    expect(parsePeople(line).map(({ name }) => name)).toEqual(names);
  });

  it("keeps each one's address", () => {
    expect(parsePeople("jane@x.example (Doe, Jane)")).toEqual([{ name: "Doe, Jane", email: "jane@x.example" }]);
  });

  it("in parts, a name with an address is one person's", () => {
    expect(peopleWith("Ada Quayle and Leo Ashby", "https://x.example/", undefined)).toHaveLength(1);
    expect(peopleWith("Ada Quayle and Leo Ashby", undefined, undefined)).toHaveLength(2);
  });
});
