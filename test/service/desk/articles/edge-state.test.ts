import { describe, expect, it } from "vitest";
import { EdgeLine } from "../../../../src/service/desk/articles/edge-state.tsx";
import type { EdgeState } from "../../../../src/service/store/taken-back.ts";
import { site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { NOW } from "../fixtures.ts";

const STATES: [EdgeState, words: string][] = [
  [{ status: "leaving", until: null }, "Leaving the edge : its feeds have to be published first"],
  [{ status: "leaving", until: NOW }, "Leaving the edge : out by March 1, 2026, 12:00 PM UTC at the latest"],
  [{ status: "out", since: NOW, by: "purge" }, "Out of the edge since March 1, 2026, 12:00 PM UTC , by purge"],
  [{ status: "out", since: NOW, by: "age" }, "Out of the edge since March 1, 2026, 12:00 PM UTC , by age"],
];

describe("a story that was taken back", () => {
  it.each(STATES)("%j is said in words", (edge, words) => {
    expect(text(render(EdgeLine, { site, edge })).replaceAll("\u202F", " ").trim()).toBe(words);
  });
});
