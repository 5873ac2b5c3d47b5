import { describe, expect, it } from "vitest";
import { hasLazyAddress, isLoadable, isPlaceholder, useLazyAddress } from "../../../src/article/html/lazy.ts";
import { elementsOf, parseHtml, writeHtml } from "../../../src/article/html/tree.ts";

function load(html: string): string {
  const tree = parseHtml(html);
  for (const element of elementsOf(tree)) useLazyAddress(element);
  return writeHtml(tree);
}

describe("the address that a script would load", () => {
  it.each([
    ['<img src="data:image/gif;base64,AA" data-src="/a.jpg">', '<img src="/a.jpg">'],
    ['<img src="/img/loading.gif" data-original="/a.jpg">', '<img src="/a.jpg">'],
    ['<img src="/tiny.jpg" data-lazy-src="/a.jpg">', '<img src="/a.jpg">'],
    ['<img nitro-lazy-src="/a.jpg">', '<img src="/a.jpg">'],
    ['<img data-echo="a.jpg">', '<img src="a.jpg">'],
    ['<img data-hi-res-src="/a.jpg" src="">', '<img src="/a.jpg">'],
    ['<img src="about:blank" data-full-url="/a.jpg">', '<img src="/a.jpg">'],
    ['<img data-srcset="/a.jpg 1x, /b.jpg 2x" data-sizes="auto">', '<img srcset="/a.jpg 1x, /b.jpg 2x">'],
    ['<img data-lazy-srcset="/a.jpg 1x" data-sizes="50vw">', '<img srcset="/a.jpg 1x" sizes="50vw">'],
    ['<video data-src="/a.mp4" data-poster="/a.jpg"></video>', '<video src="/a.mp4" poster="/a.jpg"></video>'],
    [
      '<iframe data-src="https://v.example/1" src="about:blank"></iframe>',
      '<iframe src="https://v.example/1"></iframe>',
    ],
  ])("is that of %s", (html, loaded) => expect(load(html)).toBe(loaded));

  it.each([
    '<img src="/a.jpg" data-full-url="/large.jpg">',
    '<img src="/a.jpg" data-src="{width}/a.jpg">',
    '<img src="/a.jpg" data-original="1024">',
    '<img src="/a.jpg" data-placeholder-src="/blur.jpg">',
    '<img src="/a.jpg" data-id="7" data-src="data:image/gif;base64,AA">',
  ])("is none in %s", (html) => expect(load(html)).toBe(html));
});

describe("an address", () => {
  it.each(["", "#", " about:blank", "data:image/gif,x", "blob:https://a.example/1", "javascript:x", "{{ src }}"])(
    "is none: %j",
    (text) => expect(isLoadable(text)).toBe(false),
  );
  it.each(["/loading.gif", "https://a.example/img/blank.png?x", "spacer.gif", "data:,"])("holds a place: %s", (text) =>
    expect(isPlaceholder(text)).toBe(true),
  );
  it.each(["/a.jpg", "https://a.example/pixel-art-show.html", "/loading-bay.jpg/x"])("is one of its own: %s", (text) =>
    expect(isPlaceholder(text)).toBe(false),
  );
});

describe("an element waits to be loaded", () => {
  it.each([
    ['<img data-src="/a.jpg">', true],
    ['<img data-srcset="/a.jpg 1x">', true],
    ['<img src="/a.jpg" data-id="a">', false],
  ])("%s: %j", (html, waits) => expect(elementsOf(parseHtml(html)).map(hasLazyAddress)).toEqual([waits]));
});
