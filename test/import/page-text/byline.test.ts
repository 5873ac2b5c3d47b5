import { describe, expect, it } from "vitest";
import { isLoneName, parseByline, parseBylineElsewhere } from "../../../src/import/page-text/byline.ts";

describe("bylines", () => {
  it.each<[string, string[] | null]>([
    ["by", []],
    ["By:", []],
    ["By Jane Doe", ["Jane Doe"]],
    ["BY JANE DOE AND JOHN ROE", ["JANE DOE", "JOHN ROE"]],
    ["By Jane Doe, John van der Roe and Ana García-López", ["Jane Doe", "John van der Roe", "Ana García-López"]],
    ["Written by Jane Doe, Political Editor", ["Jane Doe"]],
    ["By Martin Luther King Jr.", ["Martin Luther King Jr."]],
    ["By Jane Doe in Port Ellis", ["Jane Doe"]],
    ["By Tuesday the ferries were sailing again.", null],
    ["By the numbers: what we know", null],
    ["Bystanders watched", null],
  ])("%j", (text, names) => {
    expect(parseByline(text)).toEqual(names);
  });
});

describe("bylines in other languages", () => {
  it.each<[string, string[] | null]>([
    ["Von Anna Müller", ["Anna Müller"]],
    ["Par Élise Martin et Jean Roux", ["Élise Martin", "Jean Roux"]],
    ["Por Ana García", ["Ana García"]],
    ["Автор: Анна Петрова", ["Анна Петрова"]],
    ["Von Berlin nach Paris", null],
    ["von", null],
    ["Vonnegut", null],
  ])("%j", (text, names) => {
    expect(parseBylineElsewhere(text)).toEqual(names);
  });
});

describe("the names of a byline", () => {
  it.each<[string, string[] | null]>([
    ["Reported by: Jane Doe", ["Jane Doe"]],
    ["Story by Jane Doe & John Roe", ["Jane Doe", "John Roe"]],
    ["By Jane Doe with John Roe", ["Jane Doe", "John Roe"]],
    ["By Jane Doe, and John Roe", ["Jane Doe", "John Roe"]],
    ["By Jane Doe; John Roe", ["Jane Doe", "John Roe"]],
    ["By Jane Doe | 3 March 2026", ["Jane Doe"]],
    ["By Jane Doe • Updated", ["Jane Doe"]],
    ["By Jane Doe for The Gazette", ["Jane Doe"]],
    ["By Ludwig van der Rohe", ["Ludwig van der Rohe"]],
    ["By l'Équipe", ["l'Équipe"]],
    ["By 山田太郎", ["山田太郎"]],
    // A role or an agency behind a name is no person; alone it is all that there is.
    ["By Jane Doe, Coast Wire", ["Jane Doe"]],
    ["By Reuters", ["Reuters"]],
    ["By staff writers", ["staff writers"]],
  ])("%j", (text, names) => {
    expect(parseByline(text)).toEqual(names);
  });

  it.each([
    "By Jane Doe.",
    "By the time he came",
    "By Jane Doe and the others who came",
    "By One Two Three Four Five Six Seven",
    "Standby Jane Doe",
    "Jane Doe",
    "",
  ])("%j is none", (text) => {
    expect(parseByline(text)).toBeNull();
  });
});

describe("a name that stands alone", () => {
  it.each(["Jane Doe", "Ludwig van der Rohe", "Ana García-López", "JANE DOE"])("%j", (text) => {
    expect(isLoneName(text)).toBe(true);
  });

  it.each(["Jane", "Jane doe went", "Jane Doe.", "Jane Doe:", "One Two Three Four Five", "", "the harbour"])(
    "%j is none",
    (text) => {
      expect(isLoneName(text)).toBe(false);
    },
  );
});
