import { describe, expect, it } from "vitest";
import { dropHidden } from "../../../src/article/html/hidden.ts";
import { parseHtml, writeHtml } from "../../../src/article/html/tree.ts";

function drop(html: string): { html: string; dropped: [string, number][] } {
  const tree = parseHtml(html);
  const dropped = [...dropHidden(tree)];
  return { html: writeHtml(tree), dropped };
}

describe("what no reader of the page sees goes, and is named:", () => {
  it.each([
    ["<p hidden>x</p>", "p[hidden]"],
    ['<p HIDDEN="hidden">x<b>y</b></p>', "p[hidden]"],
    ['<div style="color:red; DISPLAY : none !important">x</div>', "div[style=display:none]"],
    ['<p style="visibility:hidden">x</p>', "p[style=visibility:hidden]"],
    ['<div style="position:absolute;left:-9999px"><a href="/x">x</a></div>', "div[style=position]"],
    ['<span style="position:absolute; clip: rect(0,0,0,0)">x</span>', "span[style=position]"],
    ["<dialog>x</dialog>", "dialog"],
    ["<datalist><option>x</option></datalist>", "datalist"],
    ["<div popover>x</div>", "div[popover]"],
    ['<span aria-hidden="true">#</span>', "span[aria-hidden]"],
    ['<a class="anchor" aria-hidden="true" href="#x"><svg></svg></a>', "a[aria-hidden]"],
    ['<span class="a screen-reader-text">x</span>', "span.screen-reader-text"],
    ['<h2 class="sr-only">x</h2>', "h2.sr-only"],
    ['<span class="govuk-visually-hidden">x</span>', "span.govuk-visually-hidden"],
  ])("%s", (html, name) => expect(drop(`<p>a</p>${html}b`)).toEqual({ html: "<p>a</p>b", dropped: [[name, 1]] }));
});

describe("what a reader of the page sees, or may, stays:", () => {
  it.each([
    "<details><summary>a</summary>b</details>",
    '<p hidden="until-found">a</p>',
    "<dialog open>a</dialog>",
    '<p style="display:block">a</p>',
    '<p style="x-display:none">a</p>',
    '<div style="max-height:0;overflow:hidden">a</div>',
    '<div style="visibility:hidden;animation-name:fade">a</div>',
    '<p aria-hidden="false">a</p>',
    '<div aria-hidden="true"><figure><img src="/a.jpg"><figcaption>a</figcaption></figure></div>',
    '<img aria-hidden="true" src="/a.svg" alt="x^2">',
    '<img style="display:none" data-src="/a.jpg" alt="x">',
    '<p><span aria-hidden="true">T</span>he harbour</p>',
    '<p class="hidden md:block">a</p>',
    '<span class="katex"><span class="katex-html" aria-hidden="true">x</span></span>',
  ])("%s", (html) => expect(drop(html).dropped).toEqual([]));
});

describe("a text for screen readers", () => {
  it.each([
    [
      "is kept where it is all that a cell says",
      '<td><i aria-hidden="true">★</i><span class="sr-only">Yes</span></td>',
      "Yes",
    ],
    ["goes beside words", '<td>Yes<span class="sr-only">No</span></td>', "Yes"],
  ])("%s", (_, cell, text) =>
    expect(drop(`<table><tbody><tr>${cell}</tr></tbody></table>`).html.replace(/<[^>]*>/g, "")).toBe(text),
  );
});
