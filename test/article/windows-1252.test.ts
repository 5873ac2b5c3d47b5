import { expect, it } from "vitest";
import { windows1252Byte } from "../../src/article/windows-1252.ts";

it("is what windows-1252 reads as the character, for every byte", () => {
  const bytes = Array.from({ length: 0x100 }, (_, byte) => byte);
  const letters = [...new TextDecoder("windows-1252").decode(Uint8Array.from(bytes))];
  expect(letters.map(windows1252Byte)).toEqual(bytes);
});

it("takes the controls of Latin-1 for their own bytes, and knows nothing else", () => {
  expect(["\u0080", "\u009F", "ÿ"].map(windows1252Byte)).toEqual([0x80, 0x9f, 0xff]);
  expect(["Ā", "я", "😀"].map(windows1252Byte)).toEqual([undefined, undefined, undefined]);
});
