import { describe, expect, it } from "vitest";
import { atomPeople } from "../../../src/import/feeds/atom-people.ts";
import { fragment } from "../helpers.ts";

describe("a person construct (RFC 4287 §3.2)", () => {
  it.each([
    [
      "name, address and e-mail",
      "<author><atom:name> Jane\nDoe </atom:name><atom:uri>https://g.example/jane</atom:uri><atom:email>jane@g.example</atom:email></author>",
      [{ name: "Jane Doe", url: "https://g.example/jane", email: "jane@g.example" }],
    ],
    [
      "Atom 0.3's address",
      "<author><atom:name>Jane</atom:name><atom:url>https://g.example/jane</atom:url></author>",
      [{ name: "Jane", url: "https://g.example/jane" }],
    ],
    [
      "a relative address within its xml:base",
      '<author xml:base="https://g.example/x/"><atom:name>Jane</atom:name><atom:uri>jane</atom:uri></author>',
      [{ name: "Jane", url: "https://g.example/x/jane" }],
    ],
    [
      "Atom 0.2's address",
      "<author><atom:name>Jane</atom:name><atom:homepage>https://g.example/jane</atom:homepage></author>",
      [{ name: "Jane", url: "https://g.example/jane" }],
    ],
    ["a name straight in the element", "<author>Jane Doe</author>", [{ name: "Jane Doe" }]],
    [
      "an e-mail address in place of a name",
      "<author><atom:email>jane@g.example</atom:email></author>",
      [{ name: "jane@g.example", email: "jane@g.example" }],
    ],
    [
      "two, in their order",
      "<author><atom:name>Jane</atom:name></author><author><atom:name>John</atom:name></author>",
      [{ name: "Jane" }, { name: "John" }],
    ],
    ["nobody in an empty element", "<author/><author><atom:name> </atom:name></author>", []],
    // What stands in unknown elements is no name.
    ["nobody in elements of other names", "<author><x>Jane</x></author>", []],
    ["none at all", "", []],
  ])("%s", (_, elements, expected) => {
    expect(atomPeople(fragment(elements))).toEqual(expected);
  });
});
