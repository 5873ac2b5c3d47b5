import type { Value } from "../../verify/discrepancy.ts";
import type { Fault } from "../finding.ts";

export type JsonObject = { [key: string]: Value };

/** A JSON Feed, or what there is of one. */
export interface JsonSheet {
  feed: JsonObject;
  items: JsonObject[];
  /** Where it came from, if anybody knows. */
  url?: string;
}

export const isJsonObject = (value: Value): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where an item stands, for people. */
export const jsonItemName = (index: number): string => `item ${index + 1}`;

/** A check of each item, which answers what is wrong with it. */
export const ofItems =
  (check: (item: JsonObject) => string[]) =>
  ({ items }: JsonSheet): Fault[] =>
    items.flatMap((item, index) => check(item).map((message) => ({ where: jsonItemName(index), message })));

/** A check of the feed, which answers what is wrong with it. */
export const ofFeed =
  (check: (feed: JsonObject) => string[]) =>
  ({ feed }: JsonSheet): Fault[] =>
    check(feed).map((message) => ({ where: "feed", message }));

/** One check of the feed and of each item. */
export const ofFeedAndItems =
  (check: (object: JsonObject) => string[]) =>
  (sheet: JsonSheet): Fault[] => [...ofFeed(check)(sheet), ...ofItems(check)(sheet)];

/**
 * What is wrong with a key that holds a string of a certain form. An absent key has no faults; nor has an `id` that is no
 * string, of which a rule of its own tells.
 */
export function stringFaults(object: JsonObject, key: string, check: (text: string) => string | undefined): string[] {
  const value = object[key];
  if (value === undefined || (key === "id" && typeof value !== "string")) return [];
  const wrong = typeof value === "string" ? check(value) : "is no string";
  return wrong ? [`${key} ${wrong}`] : [];
}
