import { describe, expect, it } from "vitest";
import { readPictures } from "../../../src/import/texts/front-pictures.ts";

const BASE = "https://gazette.example/posts/boat/";
const DECK = "https://gazette.example/posts/boat/deck.jpg";

describe("pictures of a front matter", () => {
  it.each([
    ["deck.jpg", [{ url: DECK }]],
    ["[[deck.jpg]]", [{ url: DECK }]],
    ["![A deck](deck.jpg)", [{ url: DECK }]],
    [{ url: "deck.jpg", alt: "A deck" }, [{ url: DECK, caption: "A deck" }]],
    [{ src: "deck.jpg", title: "A *deck*", credit: "Ada" }, [{ url: DECK, caption: "A *deck*", credit: "Ada" }]],
    [
      { image: "deck.jpg", caption: "A <b>deck</b>", photographer: "Ada" },
      [{ url: DECK, caption: "A deck", credit: "Ada" }],
    ],
    [{ image: { src: "deck.jpg", alt: "inner" }, caption: "outer" }, [{ url: DECK, caption: "inner" }]],
    [{ path: "deck.jpg", width: 3, type: "image/jpeg", color: "red" }, [{ url: DECK, width: 3, type: "image/jpeg" }]],
    [
      ["deck.jpg", { url: "deck.jpg", alt: "twice" }, "b.png"],
      [{ url: DECK }, { url: `${BASE}b.png` }],
    ],
    [{ alt: "nothing" }, []],
    [{ url: { deep: 1 } }, []],
    [7, []],
    [true, []],
    [undefined, []],
  ])("%j", (value, expected) => {
    expect(readPictures(value, BASE, [])).toEqual(expected);
  });

  it("keep what an article has beside, so that nobody gets more than he may", () => {
    const picture = { url: DECK, syndication: "none", license: { id: "CC" } };
    expect(readPictures([picture], BASE, [])).toEqual([picture]);
  });

  it("say what is left out", () => {
    const notes: string[] = [];
    readPictures([{ url: "deck.jpg", alt: "a", caption: "b" }, "data:image/png;base64,AA"], BASE, notes);
    expect(notes).toEqual([
      "a picture's alternative text is left out: its caption stands",
      "a picture whose address is no http(s) URL is left out",
    ]);
  });
});
