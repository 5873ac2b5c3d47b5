import { describe, expect, it } from "vitest";
import { localName, namespaceOf } from "../../../src/verify/parse/namespaces.ts";

describe("a name in Clark's notation is a namespace and a local name", () => {
  it.each([
    ["{http://www.w3.org/2005/Atom}entry", "http://www.w3.org/2005/Atom", "entry"],
    ["item", "", "item"],
    ["{urn:a}b-c.d", "urn:a", "b-c.d"],
    ["{}x", "", "x"],
  ])("%s", (name, uri, local) => {
    expect([namespaceOf(name), localName(name)]).toEqual([uri, local]);
  });
});
