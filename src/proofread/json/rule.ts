import type { Value } from "../../verify/discrepancy.ts";
import type { Remember } from "../memory.ts";
import type { Rule } from "../rule.ts";

export type JsonObject = { [key: string]: Value };

/** Whether a text, a feed in any format, is to be read as JSON. */
export const isJsonText = (text: string): boolean => /^\uFEFF?\s*\{/.test(text);

export const isJsonObject = (value: Value): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects in what ought to be a list of them. */
export const objectsIn = (list: unknown): JsonObject[] => (Array.isArray(list) ? list.filter(isJsonObject) : []);

/** The objects of a JSON Feed. `extension` is any that a publisher adds under a name that starts with `_`. */
export type JsonObjectName = "feed" | "item" | "author" | "attachment" | "hub" | "extension";

export type JsonPath = readonly (string | number)[];

/** A fault of the object that was looked at, or of something in it. */
export interface JsonFault {
  message: string;
  /** From the object on. */
  at?: JsonPath;
}

/** What is known of the document besides the object. */
export interface JsonSheet {
  feed: JsonObject;
  /** Where it came from, if anybody knows. */
  url?: string;
  bytes: number;
  /** What a rule keeps from one object to the next. */
  remember: Remember;
}

/** A rule of JSON Feed, for each object of a name. */
export interface JsonRule extends Rule {
  on: readonly JsonObjectName[];
  /** @param key what the object is called in the one that it stands in */
  check: (object: JsonObject, sheet: JsonSheet, key: string) => undefined | string | (string | JsonFault)[];
}

/** As `items[3].attachments[0].url`. */
export const pathText = (path: JsonPath): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === "number"
        ? `${text}[${part}]`
        : /^\w+$/.test(part)
          ? `${text}${text && "."}${part}`
          : `${text}[${JSON.stringify(part)}]`,
    "",
  ) || "feed";
