import * as limit from "../../article/limits.ts";
import { chooseLanguage } from "../decide/choose-language.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { isObject } from "../values/json.ts";
import { shorten, withoutUndefined } from "../values/keep.ts";
import type { Fields } from "./front-matter/parse-fields.ts";

const LONGEST: Record<string, number> = {
  summary: limit.MAX_SUMMARY,
  section: limit.MAX_LINE,
  dateline: limit.MAX_LINE,
  rights: limit.MAX_CAPTION,
  reason: limit.MAX_CAPTION,
  guid: limit.MAX_GUID,
};

/** The fields that are a text each. What is none is left out, and no reason to leave the story out. */
export function readTexts(fields: Fields, notes: string[]): Fields {
  const texts = Object.entries(LONGEST).map(([field, max]) => {
    const value = [fields[field]].flat()[0];
    if (value === undefined || value === null) return [field, undefined];
    if (typeof value === "object") notes.push(`${field} is left out: it is no text`);
    return [field, typeof value === "object" ? undefined : shorten(String(value), max, `a ${field}`, notes)];
  });
  const language = [fields.language].flat().find((one) => typeof one === "string");
  return {
    ...Object.fromEntries(texts),
    language: chooseLanguage([language], notes),
    credit: readCredit(fields.credit, notes),
    ...Object.fromEntries(
      ["attachments", "corrections"].map((field) => [field, onlyObjects(field, fields[field], notes)]),
    ),
  };
}

function readCredit(value: unknown, notes: string[]): Fields | undefined {
  const { name = value, url } = isObject(value) ? value : {};
  const line = typeof name === "string" ? shorten(name, limit.MAX_LINE, "a credit", notes) : undefined;
  return line === undefined
    ? undefined
    : withoutUndefined({ name: line, url: typeof url === "string" ? absoluteUrl(url) : undefined });
}

function onlyObjects(field: string, value: unknown, notes: string[]): unknown {
  if (value === undefined || (Array.isArray(value) && value.every(isObject))) return value;
  notes.push(`${field} is left out: it is no list of objects`);
  return undefined;
}
