import { describe, expect, it } from "vitest";
import { clean } from "./cleaned.ts";

const A = '<img alt="A" src="https://gazette.example/a.jpg">';

describe("a picture that a noscript shows stands in the story once", () => {
  it.each([
    ["after its lazy twin", '<img data-src="/a.jpg" alt="A"><noscript><img src="/a.jpg" alt="A"></noscript>'],
    ["before it", '<noscript><img src="/a.jpg" alt="A"></noscript> <img data-src="/a.jpg" alt="A">'],
    [
      "beside its wrapper",
      '<span><img data-src="/a.jpg" alt="A"></span><noscript><img src="/a-300x200.jpg"></noscript>',
    ],
    ["in place of one without an address", '<img src="data:," alt="A"><noscript><img src="/a.jpg"></noscript>'],
    ["in place of what only holds the place", '<img src="/blank.gif"><noscript><img src="/a.jpg" alt="A"></noscript>'],
    ["alone", '<noscript><img src="/a.jpg" alt="A"></noscript>'],
    [
      "with a beacon, which is none",
      `${A}<noscript><img src="/count.php?x" alt=""><img width="1" height="1" src="/x"></noscript>`,
    ],
  ])("%s", (_, html) =>
    expect(
      clean(html)
        .replace(/<\/?span>/g, "")
        .replace(/(<img)( src="[^"]*")( alt="[^"]*")>/, "$1$3$2>"),
    ).toBe(A),
  );

  it("and others with it", () =>
    expect(clean('<img src="/b.jpg"><noscript><img src="/a.jpg" alt="A"></noscript>')).toBe(
      `<img src="https://gazette.example/b.jpg"><img src="https://gazette.example/a.jpg" alt="A">`,
    ));

  it("where it is a whole picture with sources", () =>
    expect(
      clean('<img src="data:,"><noscript><picture><source srcset="/a.webp"><img src="/a.jpg"></picture></noscript>'),
    ).toBe(
      '<picture><source srcset="https://gazette.example/a.webp"><img src="https://gazette.example/a.jpg"></picture>',
    ));

  it("and a frame", () =>
    expect(
      clean(
        '<iframe data-src="https://v.example/1"></iframe><noscript><iframe src="https://v.example/1"></iframe></noscript>',
      ),
    ).toBe('<a href="https://v.example/1">https://v.example/1</a>'));
});

describe("a noscript's words", () => {
  it.each([
    ["are the story's", "<p>a</p><noscript>The table as text.</noscript>", "<p>a</p>The table as text."],
    ["are dropped where they are about scripts", "<p>a</p><noscript>Please enable JavaScript.</noscript>", "<p>a</p>"],
    ["may be markup", "<noscript><p>a</p></noscript>", "<p>a</p>"],
  ])("%s", (_, html, cleaned) => expect(clean(html)).toBe(cleaned));
});
