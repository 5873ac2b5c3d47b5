import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlDepth } from "../../../src/import/values/html-depth.ts";

describe("how deep HTML nests", () => {
  it.each([
    ["", 0],
    ["text", 0],
    ["<!-- comment -->", 0],
    ["<p>a</p>", 1],
    ["<p>a</p><p>b</p>", 1],
    ["<div><p>a<b>c</b></p></div>", 3],
    // HTML Living Standard §13.1.2: a `p` ends where the next begins, a void element at once.
    ["<p>a<p>b<p>c", 1],
    ["<br><br><br>", 1],
    // §13.2.6.4.9: a table's rows stand in a body that nobody wrote.
    ["<table><td>a", 4],
    ["<div/><div/><div/>", 3],
    ["<svg><g/><g/></svg>", 2],
    ["<div></x><div></x>", 2],
    ["<template><b><template><i>a", 4],
  ])("%s: %i", (html, depth) => {
    expect(htmlDepth(html)).toBe(depth);
  });

  it("is infinite where reopened formatting makes more elements than there are characters", () => {
    const formats = Array.from({ length: 100 }, (_, index) => `<b id=${index}>`).join("");
    expect(htmlDepth(`<p>${formats}<p>a`)).toBe(101);
    expect(htmlDepth(`<p>${formats}${"<p>a".repeat(2_000)}`)).toBe(Number.POSITIVE_INFINITY);
  });

  it("is counted without recursion", () => {
    expect(htmlDepth("<div>".repeat(20_000))).toBe(20_000);
  });

  it("is that of what was nested, whatever stands between", () => {
    const text = fc.stringMatching(/^[a-z ]{0,10}$/);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
        const html = `${texts.map((one) => `<section>${one}`).join("")}${"</section>".repeat(texts.length)}`;
        expect(htmlDepth(html)).toBe(texts.length);
      }),
    );
  });
});
