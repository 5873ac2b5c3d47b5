import { expect, it } from "vitest";
import { LinePlaces } from "../../../src/proofread/xml/line-places.ts";
import { growth, LINEAR } from "../../growth.ts";

it("knows line and column of each position, in their order", () => {
  const places = new LinePlaces("ab\n\ncd");
  const of = [0, 1, 2, 3, 4, 5, 6].map((position) => Object.values(places.of(position)).join(":"));
  expect(of).toEqual(["1:1", "1:2", "1:3", "2:1", "3:1", "3:2", "3:3"]);
});

it("ends a line at a newline, at a carriage return, and at both together", () => {
  const places = new LinePlaces("a\rb\r\nc\r\rd");
  const of = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((position) => Object.values(places.of(position)).join(":"));
  expect(of).toEqual(["1:1", "1:2", "2:1", "2:2", "2:3", "3:1", "3:2", "4:1", "5:1"]);
});

it.each(["<a/>", "<a/>\n"])("takes time as the text is long: %j again and again", async (part) => {
  const askAll = (text: string) => {
    const places = new LinePlaces(text);
    for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at + 1)) places.of(at);
  };
  expect(await growth(askAll, part, 100_000)).toBeLessThan(LINEAR);
});
