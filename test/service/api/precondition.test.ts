import { describe, expect, it } from "vitest";
import { preconditionOf } from "../../../src/service/api/precondition.ts";

const holds = (headers: RequestInit["headers"], revision: number): boolean =>
  preconditionOf(new Request("https://feeds.example/", { headers }))(revision);

describe("a precondition of a change", () => {
  it.each<[string, Record<string, string>, number, boolean]>([
    ["none: an article that is new", {}, 0, true],
    ["none: an article that is there", {}, 7, true],
    ["the revision that is there (RFC 9110 §13.1.1)", { "if-match": '"7"' }, 7, true],
    ["one of a list", { "if-match": '"6", "7"' }, 7, true],
    ["the revision as a proxy names it that compresses", { "if-match": '"7-gzip"' }, 7, true],
    ["another revision", { "if-match": '"6"' }, 7, false],
    ["a longer number", { "if-match": '"77"' }, 7, false],
    ["a revision without quotes", { "if-match": "7" }, 7, false],
    ["nothing at all", { "if-match": "" }, 7, false],
    ["any revision, where there is one", { "if-match": "*" }, 7, true],
    ["any revision, where there is none", { "if-match": " * " }, 0, false],
    ["a revision, where there is none", { "if-match": '"0"' }, 0, false],
    ["that it is new, and it is (RFC 9110 §13.1.2)", { "if-none-match": "*" }, 0, true],
    ["that it is new, and it is not", { "if-none-match": "*" }, 7, false],
    ["that it is not a revision, and it is another", { "if-none-match": '"6"' }, 7, true],
    ["that it is not a revision, and it is", { "if-none-match": '"7"' }, 7, false],
    ["both, of which one does not hold", { "if-match": '"7"', "if-none-match": "*" }, 7, false],
    ["both, which hold", { "if-match": '"7"', "if-none-match": '"6"' }, 7, true],
  ])("%s", (_, headers, revision, expected) => {
    expect(holds(headers, revision)).toBe(expected);
  });
});
