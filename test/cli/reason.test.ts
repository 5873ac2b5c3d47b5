import { describe, expect, it } from "vitest";
import { reasonOf } from "../../src/cli/reason.ts";

const fault = (code: string, fields: object) =>
  Object.assign(new Error(`${code}: illegal operation`), { code, ...fields });

describe("reasonOf", () => {
  it.each<[string, unknown, string]>([
    ["an error's message", new Error("no space left"), "no space left"],
    ["the cause behind an error of fetch", new TypeError("fetch failed", { cause: new Error("refused") }), "refused"],
    [
      "the last cause of several",
      new Error("outer", { cause: new Error("middle", { cause: new Error("inner") }) }),
      "inner",
    ],
    ["the message, where the cause is no error", new Error("outer", { cause: "a word" }), "outer"],
    [
      "every failure of a host with several addresses",
      new TypeError("fetch failed", {
        cause: new AggregateError([
          new Error("connect ECONNREFUSED ::1:1"),
          new Error("connect ECONNREFUSED 127.0.0.1:1"),
        ]),
      }),
      "connect ECONNREFUSED ::1:1, connect ECONNREFUSED 127.0.0.1:1",
    ],
    [
      "an AggregateError's own message, where it has one",
      new AggregateError([new Error("a")], "all failed"),
      "all failed",
    ],
    ["which file is not there", fault("ENOENT", { path: "/a/b" }), "/a/b is not there"],
    ["what cannot be put in a folder's place", fault("EISDIR", { path: "/a.part", dest: "/a" }), "/a is a folder"],
    ["the system's own words, where it names no file", fault("EISDIR", {}), "EISDIR: illegal operation"],
    ["the name of an error without a message", new RangeError(), "RangeError"],
    ["several lines as one", new Error("one\n   two\n\nthree"), "one two three"],
    ["what was thrown and is no error", "a word", "a word"],
    ["undefined", undefined, "undefined"],
  ])("tells %s", (_, error, reason) => expect(reasonOf(error)).toBe(reason));
});
