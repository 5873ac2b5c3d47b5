import { expect, it } from "vitest";
import { definitionEnded, definitionTakenUp } from "../../../src/service/store/definition-deeds.ts";

const prints = (select: string, title: string) => ({
  selection: JSON.stringify({ select }),
  presentation: JSON.stringify({ presentation: { title } }),
});
const deed = (title: string | undefined, change: string) => ({
  action: "definition.changed",
  subject: { kind: "feed", id: "all" },
  detail: { title, change },
});

it.each([
  ["new", undefined, prints("a", "All"), [deed("All", "added")]],
  ["one with another selection", prints("a", "All"), prints("b", "Everything"), [deed("Everything", "selection")]],
  ["one that shows its stories otherwise", prints("a", "All"), prints("a", "News"), [deed("News", "presentation")]],
  ["as it was", prints("a", "All"), prints("a", "All"), []],
])("a definition that is %s is taken up with the deed that it is", (_, known, wanted, deeds) =>
  expect(definitionTakenUp("all", wanted, known)).toEqual(deeds),
);

it("the end of a definition has the title that it had, and a family none, for its title is a pattern", () => {
  expect(definitionEnded("all", prints("a", "All"))).toEqual(deed("All", "ended"));
  expect(definitionEnded("all", prints("a", "{site}: {value}"))).toEqual(deed(undefined, "ended"));
  expect(definitionEnded("all", { presentation: "{}" })).toEqual(deed(undefined, "ended"));
});
