import { expect, it } from "vitest";
import { stylesheetOf } from "../../../src/verify/read/stylesheet.ts";

it.each([
  ["nothing, where there is none", [], undefined],
  ["its address", ['xml-stylesheet type="text/css" href="/x.css"'], "/x.css"],
  [
    "the instruction, where it is of another type",
    ['xml-stylesheet type="text/xsl" href="/x.xsl"'],
    'xml-stylesheet type="text/xsl" href="/x.xsl"',
  ],
  [
    "the instruction, where it says more",
    ['xml-stylesheet type="text/css" href="/x" media="all"'],
    'xml-stylesheet type="text/css" href="/x" media="all"',
  ],
  [
    "the instruction, where its address would need decoding",
    ['xml-stylesheet type="text/css" href="/x?a&amp;b"'],
    'xml-stylesheet type="text/css" href="/x?a&amp;b"',
  ],
  ["any other instruction", ["php echo 1"], "php echo 1"],
  ["a list, where there are several", ['xml-stylesheet type="text/css" href="/x.css"', "php "], ["/x.css", "php "]],
])("a document's style sheet is read as %s", (_, instructions, value) => {
  expect(stylesheetOf(instructions)).toEqual(value);
});
