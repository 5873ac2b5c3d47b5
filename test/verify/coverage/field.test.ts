import { expect, it, test } from "vitest";
import type { Entry, Feed } from "../../../src/feed/feed.ts";
import {
  digits,
  type FeedModel,
  type FieldOf,
  isCarried,
  proof,
  STRICT_XML,
} from "../../../src/verify/coverage/field.ts";

test("a model's fields are named one by one, by the compiler", () => {
  const fields: FieldOf<{ a: string; b?: { c: number; d?: string }; e: { f: string }[]; g: string[] }>[] = [
    "a",
    "b.c",
    "b.d",
    "e.f",
    "g",
  ];
  const ofEntry: FieldOf<Entry>[] = ["id", "authors.email", "images.caption", "categories", "deleted.at"];
  const ofFeed: FieldOf<FeedModel>[] = ["self.rss", "history.archive", "logo.width", "publisher.name"];
  // @ts-expect-error An object is named by its subfields only.
  const whole: FieldOf<Entry> = "authors";
  // @ts-expect-error Entries are proved by a table of their own.
  const entries: FieldOf<FeedModel> = "entries";
  expect([fields, ofEntry, ofFeed, whole, entries].flat()).toHaveLength(16);
});

it("a line is carried where it has proofs, and not where it has a reason", () => {
  const carried = [proof<Entry>("title", STRICT_XML, ({ title }) => title)];
  expect([isCarried(carried), isCarried<Entry>([]), isCarried<Entry>({ because: "no element" })]).toEqual([
    true,
    true,
    false,
  ]);
});

it("a proof is a place, who reads it, and what it has to say of a model in its feed", () => {
  const made = proof<{ name: string }>("a@b", STRICT_XML, ({ name }, { language }: Feed) => `${name} in ${language}`);
  expect(made).toEqual({ place: "a@b", readers: ["strict-xml"], stored: expect.any(Function) });
  expect(made.stored({ name: "x" }, { language: "en" } as Feed)).toBe("x in en");
});

it.each([
  [undefined, undefined],
  [0, "0"],
  [1200, "1200"],
])("a number of %s stands in XML as %j", (count, text) => {
  expect(digits(count)).toBe(text);
});
