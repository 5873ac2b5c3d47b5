import { describe, expect, it } from "vitest";
import {
  BOX,
  CIRCLE,
  GML_LINE,
  GML_POSITION,
  LATITUDE,
  LINE,
  LONGITUDE,
  NO_COMMA,
  POLYGON,
  POSITION,
} from "../../../../src/proofread/xml/forms/coordinates.ts";
import type { Form } from "../../../../src/proofread/xml/forms/form.ts";

const FORMS: [string, Form, good: string[], bad: string[]][] = [
  ["a position", POSITION, ["54 -4.48", " +54.1\n-4.", "1,2"], ["", "54", "1 2 3", "a b", "1 2a"]],
  ["a position of GML", GML_POSITION, ["54 -4.48", "1 2 3"], ["1", "1 2 3 4"]],
  ["a box", BOX, ["1 2 3 4"], ["1 2 3"]],
  ["a circle", CIRCLE, ["1 2 3"], ["1 2"]],
  ["a line", LINE, ["1 2 3 4"], ["1 2", "1 2 3 4 5"]],
  ["a line of GML", GML_LINE, ["1 2 3 4 5 6", "1 2 3 4 5 6 7 8 9"], ["1 2", "1 2 3 4 5 6 7"]],
  ["a polygon", POLYGON, ["1 2 3 4 5 6 1.0 2.0"], ["1 2 3 4 5 6 7 8", "1 2 3 4 1 2"]],
  ["without commas", NO_COMMA, ["1 2"], ["1,2"]],
  ["a latitude", LATITUDE, ["90", "-90.0", "5e1"], ["90.1", "north"]],
  ["a longitude", LONGITUDE, ["180", "-179.9"], ["181", ""]],
];

describe.each(FORMS)("%s", (_, form, good, bad) => {
  it.each(good)("may be %j", (text) => {
    expect(form.fault(text)).toBeUndefined();
  });
  it.each(bad)("may not be %j", (text) => {
    expect(form.fault(text)).toMatch(/./);
  });
});

it.each([
  ["54", '"54" has 1 number, and it has to be a latitude and a longitude'],
  ["1 2 3", '"1 2 3" has 3 numbers, and it has to be a latitude and a longitude'],
])("what is wrong with a position of %j is a sentence", (text, message) => {
  expect(POSITION.fault(text)).toBe(message);
});
