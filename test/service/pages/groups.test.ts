import { describe, expect, it } from "vitest";
import type { DefinitionInput } from "../../../src/feed/definition.ts";
import { findGroup, groupsOf } from "../../../src/service/pages/groups.ts";
import { definitionOf } from "./fixtures.ts";

type Select = DefinitionInput["select"];
const selecting = (select: Select, slug = "a") => definitionOf({ slug, select });
const groupOf = (select: Select) => groupsOf([selecting(select)]).map(({ key }) => key);

describe("the group of a feed", () => {
  it.each([
    ["all", undefined],
    ["all", {}],
    ["sections", { any: [{ section: "Politics" }] }],
    ["sections", { any: [{ section: "Politics" }, { section: "Economy" }] }],
    ["sections", { all: [{ section: "Politics" }] }],
    ["topics", { any: [{ tag: "Storm" }] }],
    ["authors", { any: [{ author: "Ada Quayle" }] }],
    ["agencies", { any: [{ credit: "Coast Wire" }] }],
    ["languages", { any: [{ language: "cy" }] }],
    ["selections", { any: [{ section: "Politics" }, { tag: "Storm" }] }],
    ["selections", { any: [{ section: "Politics" }], all: [{ language: "en" }] }],
    ["languages", { none: [{ language: "cy" }, { language: "gd" }] }],
    ["selections", { none: [{ section: "Sport" }] }],
    ["selections", { none: [{ language: "cy" }, { section: "Sport" }] }],
    ["sections", { any: [{ section: "Politics" }], none: [{ tag: "Storm" }] }],
  ] as [string, Select][])("is “%s” where it selects %j", (key, select) => expect(groupOf(select)).toEqual([key]));
});

describe("the groups of a site", () => {
  const feeds = [
    selecting({ any: [{ section: "Politics" }] }, "politics"),
    selecting({ any: [{ tag: "Storm" }] }, "storm"),
    selecting({ any: [{ section: "Sport" }] }, "sport"),
    selecting(undefined, "everything"),
  ];

  it("stand in the directory's order, each with its feeds as they were defined, and none is empty", () => {
    expect(groupsOf(feeds).map(({ key, title, feeds }) => [key, title, feeds.map(({ slug }) => slug)])).toEqual([
      ["all", "The whole paper", ["everything"]],
      ["topics", "Running stories", ["storm"]],
      ["sections", "Sections", ["politics", "sport"]],
    ]);
  });

  it("are none where there is no feed", () => expect(groupsOf([])).toEqual([]));
});

describe("a group found by its name", () => {
  const feeds = [
    selecting({ any: [{ section: "Politics" }] }, "politics"),
    selecting({ all: [{ section: "politics" }, { tag: "Storm" }] }, "both"),
    selecting({ any: [{ section: "Économie" }] }, "economy"),
    selecting({ none: [{ section: "Sport" }] }, "no-sport"),
  ];
  const found = (name: string) => {
    const group = findGroup(feeds, name);
    return group && [group.key, group.title, group.feeds.map(({ slug }) => slug)];
  };

  it.each([
    ["sections", ["sections", "Sections", ["politics", "economy"]]],
    ["Selections", ["selections", "Selections", ["both", "no-sport"]]],
    ["Politics", ["politics", "Politics", ["politics", "both"]]],
    ["POLITICS", ["politics", "Politics", ["politics", "both"]]],
    ["économie", ["économie", "Économie", ["economy"]]],
    ["e\u0301conomie", ["économie", "Économie", ["economy"]]],
  ])("“%s” is %j", (name, group) => expect(found(name)).toEqual(group));

  it.each(["Sport", "topics", "", "polit", "__proto__", "constructor"])("“%s” is none", (name) =>
    expect(found(name)).toBeUndefined(),
  );
});
