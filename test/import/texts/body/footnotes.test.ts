import { describe, expect, it } from "vitest";
import { cleanHtml } from "../../../../src/article/html/clean.ts";
import { htmlToText } from "../../../../src/article/html/text.ts";
import { renderMarkdown } from "../../../../src/import/texts/body/markdown-it.ts";

const PAGE = "https://gazette.example/a";
function read(text: string, page = PAGE): { html: string; notes: string[] } {
  const notes: string[] = [];
  const cleaned = cleanHtml(renderMarkdown(text, page, notes), page);
  if (cleaned.status === "refused") throw new Error(cleaned.detail);
  expect([...cleaned.removed]).toEqual([]);
  return { html: cleaned.html, notes };
}

describe("footnotes", () => {
  it("are linked there and back, and stay so when cleaned", () => {
    const { html } = read("a[^1]\n\n[^1]: b");
    const [, id] = /href="https:\/\/gazette\.example\/a#(fn-\w+-1)"/.exec(html) ?? [];
    expect(html).toContain(`<li id="${id}"`);
    const [, back] = /<sup class="footnote-ref"><a href="[^"]*" id="([^"]*)"/.exec(html) ?? [];
    expect(html).toContain(`href="https://gazette.example/a#${back}" class="footnote-backref"`);
  });

  it("of two stories have no id in common", () => {
    const ids = (page: string) =>
      [...read("a[^1]\n\n[^1]: b", page).html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids(PAGE).length).toBe(2);
    expect(ids(PAGE).filter((id) => ids("https://gazette.example/b").includes(id))).toEqual([]);
  });

  it.each([
    ["that nothing refers to are kept", "a\n\n[^x]: tide", "tide"],
    ["of one name are all kept", "a[^x]\n\n[^x]: tide\n\n[^x]: ebb", "ebb"],
    ["in footnotes are kept", "a[^x]\n\n[^x]: tide[^y]\n\n    [^y]: ebb", "ebb"],
    ["of several paragraphs are kept", "a[^x]\n\n[^x]: tide\n\n    ebb", "ebb"],
  ])("%s", (_, text, word) => expect(htmlToText(read(text).html)).toContain(word));

  it("that are not there are told", () => {
    const { html, notes } = read("a[^1] b[^2]\n\n[^1]: c");
    expect(htmlToText(html)).toMatch(/^a\[1\] b\n/);
    expect(notes).toEqual(["the footnote [^2] has no text: the reference is left out"]);
  });
});
