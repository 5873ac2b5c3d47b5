import { describe, expect, it } from "vitest";
import { IMAGE_TYPES, imageTypeOf } from "../../src/article/image-types.ts";

describe("the type of an image", () => {
  it.each([
    ["https://g.example/a.jpg", "image/jpeg"],
    ["https://g.example/a.JPEG", "image/jpeg"],
    ["https://g.example/a.b.Png", "image/png"],
    ["https://g.example/photo.svg?width=300#top", "image/svg+xml"],
    ["https://g.example/a.tif", "image/tiff"],
  ])("is told by the extension of its address: %s is %s", (url, type) => expect(imageTypeOf(url)).toBe(type));

  it.each([
    "https://g.example/",
    "https://g.example/a",
    "https://g.example/a.",
    "https://g.example/a.php",
    "https://g.example/a.jpg/",
    "https://g.example/render?file=a.jpg",
    "https://jpg.example",
    "https://g.example/a%2Ejpg",
  ])("is not told by %s", (url) => expect(imageTypeOf(url)).toBeUndefined());

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "is never what every object has: an address may end in .%s",
    (extension) => expect(imageTypeOf(`https://g.example/a.${extension}`)).toBeUndefined(),
  );

  it("is an image's, for every extension in the table", () => {
    for (const [extension, type] of Object.entries(IMAGE_TYPES)) {
      expect(imageTypeOf(`https://g.example/a.${extension}`)).toBe(type);
      expect(type).toMatch(/^image\/[a-z+]+$/);
    }
  });
});
