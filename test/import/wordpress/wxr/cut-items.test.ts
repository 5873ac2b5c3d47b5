import { describe, expect, it } from "vitest";
import { cutItems } from "../../../../src/import/wordpress/wxr/cut-items.ts";
import { chunksOf } from "./wxr.ts";

async function cut(text: string, size = text.length): Promise<string[]> {
  const pieces: string[] = [];
  for await (const { bytes } of cutItems(chunksOf(text, size))) pieces.push(new TextDecoder().decode(bytes));
  return pieces;
}

const HEAD = "<rss><channel><title>é</title>";
const ITEMS = [
  "<item><title>one</title></item>",
  "<item a='b'><![CDATA[</item><item>]]]]><![CDATA[>]]></item>",
  "<item><!-- </item> -->ü</item>",
];

describe("an export cut into its items", () => {
  it.each([1, 2, 3, 7, 10, 1000])("is the same in chunks of %d bytes", async (size) => {
    expect(await cut(`${HEAD}${ITEMS.join("\n")}</channel></rss>`, size)).toEqual(
      [HEAD, ITEMS[0], `\n${ITEMS[1]}`, `\n${ITEMS[2]}`].map((one, index) => (index === 0 ? one : one?.trim())),
    );
  });

  it("tells how far it has been read", async () => {
    const text = `${HEAD}${ITEMS.join("")}</channel></rss>`;
    const reads: number[] = [];
    for await (const { read } of cutItems(chunksOf(text, 10))) reads.push(read);
    const encoded = (one: string) => new TextEncoder().encode(one).length;
    expect(reads).toEqual(
      [HEAD, ITEMS[0], ITEMS[1], ITEMS[2]].map((_, index) => encoded(HEAD + ITEMS.slice(0, index).join(""))),
    );
  });

  it("gives the item in which it breaks off, and says so", async () => {
    const pieces = [];
    for await (const { kind, isCutOff } of cutItems(chunksOf(`${HEAD}${ITEMS[0]}<item><title>two`, 9)))
      pieces.push([kind, isCutOff]);
    expect(pieces).toEqual([
      ["head", false],
      ["item", false],
      ["item", true],
    ]);
  });

  it("is its head alone where it has no item", async () => {
    expect(await cut("<rss><items></items></rss>")).toEqual(["<rss><items></items></rss>"]);
  });
});
