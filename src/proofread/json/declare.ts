import type { Value } from "../../verify/discrepancy.ts";
import type { Severity } from "../rule.ts";
import { clip, type Form } from "../xml/forms/form.ts";
import { suggestion } from "../xml/suggestion.ts";
import { jsonDocument } from "./examples.ts";
import { isJsonObject, type JsonObject, type JsonObjectName, type JsonRule } from "./rule.ts";

type DeclaredName = Exclude<JsonObjectName, "extension">;

/** An object of JSON Feed, as data: rules follow from it. */
export interface JsonDeclaration {
  name: DeclaredName;
  /** As the specification speaks of it: `an item`. */
  article: string;
  /** The section of the specification, and its anchor. */
  section: string;
  anchor: string;
  keys: Record<string, KeyDeclaration>;
}

export interface KeyDeclaration {
  type: JsonType;
  required?: Severity;
  /** What readers make of it where it is not there. */
  missed?: string;
  form?: Form;
  good?: Value;
}

type JsonType = "string" | "id" | "number" | "boolean" | "strings" | "objects" | "object";

export const JSON_FEED = "https://www.jsonfeed.org/version/1.1/";

export function jsonRulesOf(declaration: JsonDeclaration): JsonRule[] {
  const names = Object.keys(declaration.keys);
  return [
    ...Object.entries(declaration.keys).flatMap(([key, one]) => keyRules(declaration, key, one)),
    misspeltRule(declaration, names),
    unknownRule(declaration, names),
  ];
}

function keyRules(
  of: JsonDeclaration,
  key: string,
  { type, required, missed, form, good }: KeyDeclaration,
): JsonRule[] {
  const base = {
    formats: ["json"],
    on: [of.name],
    element: PLACES[of.name] + key,
    section: `JSON Feed 1.1, ${of.section}, ${key}`,
    url: `${JSON_FEED}#${of.anchor}`,
  } as const;
  const whole = (value: Value | undefined) => jsonDocument({ [of.name]: { [key]: value } });
  const fine = () => whole(good ?? form?.good ?? TYPES[type].good);
  const rules: JsonRule[] = [
    {
      ...base,
      name: `json/${of.name}-${key}-type`,
      severity: "error",
      says: `${key} of ${of.article} is ${TYPES[type].says}`,
      mend: `Write ${TYPES[type].says}, or leave ${key} out.`,
      check: (object) => {
        const value = object[key];
        return value === undefined || TYPES[type].is(value)
          ? undefined
          : [{ message: `${key} is ${shown(value)}, and not ${TYPES[type].says}`, at: [key] }];
      },
      get fails() {
        return whole(TYPES[type].bad);
      },
      get passes() {
        return fine();
      },
    },
  ];
  if (required)
    rules.push({
      ...base,
      name: `json/${of.name}-${key}-required`,
      severity: required,
      says: `${capital(of.article)} has ${TYPES[type].article} ${key}`,
      mend: `Add ${key}: ${TYPES[type].says}.`,
      ...(missed && { readers: missed }),
      check: (object) => {
        const value = object[key];
        if (value === undefined) return `there is no ${key}`;
        return typeof value === "string" && value.trim() === ""
          ? [{ message: `${key} is empty`, at: [key] }]
          : undefined;
      },
      get fails() {
        return whole(undefined);
      },
      get passes() {
        return fine();
      },
    });
  if (form)
    rules.push({
      ...base,
      name: `json/${of.name}-${key}-${form.name}`,
      severity: form.severity ?? "error",
      ...(form.section && { section: `${base.section}; ${form.section}` }),
      says: `${key} of ${of.article} is ${form.says}`,
      mend: form.mend,
      check: (object) => {
        const value = object[key];
        // Of what has to be there, another rule tells that it is empty.
        const isLooked = typeof value === "string" && (required === undefined || value.trim() !== "");
        const wrong = isLooked ? form.fault(value) : undefined;
        return wrong ? [{ message: `${key}: ${wrong}`, at: [key] }] : undefined;
      },
      get fails() {
        return whole(form.bad);
      },
      get passes() {
        return fine();
      },
    });
  return rules;
}

const TYPES: Record<
  JsonType,
  { says: string; article: string; is: (value: Value) => boolean; good: Value; bad: Value }
> = {
  string: { says: "a string", article: "a", is: (value) => typeof value === "string", good: "Boats", bad: 5 },
  id: {
    says: "a string",
    article: "an",
    // Readers make a string of a number: a rule of its own tells of it.
    is: (value) => typeof value === "string" || typeof value === "number",
    good: "boat",
    bad: false,
  },
  number: {
    says: "a number that is not negative",
    article: "a",
    is: (value) => typeof value === "number" && value >= 0,
    good: 5,
    bad: "5",
  },
  boolean: { says: "true or false", article: "a", is: (value) => typeof value === "boolean", good: true, bad: "yes" },
  strings: {
    says: "a list of strings",
    article: "a list of",
    is: (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
    good: ["Boats"],
    bad: "Boats",
  },
  objects: {
    says: "a list of objects",
    article: "a list of",
    is: (value) => Array.isArray(value) && value.every(isJsonObject),
    good: [],
    bad: {},
  },
  object: {
    says: "an object",
    article: "an object",
    is: isJsonObject,
    good: { name: "Ada Quayle" },
    bad: "Ada Quayle",
  },
};

const PLACES: Record<DeclaredName, string> = {
  feed: "",
  item: "items[].",
  author: "authors[].",
  attachment: "items[].attachments[].",
  hub: "hubs[].",
};

/** A value, as a message can show it. */
const shown = (value: Value): string => clip(JSON.stringify(value) ?? "absent");

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Names that are neither of the specification nor of an extension, and what was probably meant by each: `: url was …`, or nothing. */
function strangers(object: JsonObject, names: readonly string[]): [key: string, meant: string][] {
  return Object.keys(object)
    .filter((key) => !key.startsWith("_") && !names.includes(key))
    .map((key) => [key, suggestion(key, names)]);
}

/** What other formats call it. */
const ELSEWHERE = new Map(
  Object.entries({
    url: "link permalink",
    id: "guid",
    content_html: "content body html encoded",
    summary: "excerpt abstract",
    date_published: "pubdate published date created",
    date_modified: "updated modified lastmodified",
    tags: "category categories keywords labels",
    attachments: "enclosure enclosures media",
    home_page_url: "homepage website",
    description: "subtitle tagline",
    items: "entries articles posts",
    mime_type: "type",
    size_in_bytes: "length size",
  }).flatMap(([key, names]) => names.split(" ").map((name): [string, string] => [name, key])),
);

/** As `: that is url in JSON Feed`. */
function translation(key: string, { keys }: JsonDeclaration): string {
  const here = ELSEWHERE.get(key.toLowerCase());
  return here && Object.hasOwn(keys, here) ? `: that is ${here} in JSON Feed` : "";
}

const namesRule = (of: JsonDeclaration) =>
  ({
    formats: ["json"],
    on: [of.name],
    element: `${PLACES[of.name]}…`,
    section: "JSON Feed 1.1, Extensions",
    url: `${JSON_FEED}#extensions`,
    passes: jsonDocument({ [of.name]: {} }),
  }) as const;

const misspeltRule = (of: JsonDeclaration, names: readonly string[]): JsonRule => ({
  ...namesRule(of),
  name: `json/${of.name}-key-misspelt`,
  severity: "error",
  says: `The names in ${of.article} are written as the specification writes them`,
  mend: "Correct the name: small letters, and _ between words.",
  readers: "Readers do not see it.",
  check: (object) =>
    strangers(object, names).flatMap(([key, meant]) =>
      meant ? [{ message: `"${clip(key)}" is no name of JSON Feed${meant}`, at: [key] }] : [],
    ),
  fails: jsonDocument({ [of.name]: { [misspelt(of)]: "Boats" } }),
});

/** A name that is written as people write it who do not look it up. */
const misspelt = (of: JsonDeclaration): string => {
  const key = Object.keys(of.keys).find((one) => one.includes("_"));
  return key?.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) ?? capital(Object.keys(of.keys)[0] ?? "");
};

const unknownRule = (of: JsonDeclaration, names: readonly string[]): JsonRule => ({
  ...namesRule(of),
  name: `json/${of.name}-key-unknown`,
  severity: "error",
  says: `The names in ${of.article} are the specification's, or start with _`,
  mend: "Put it into an object of your own, whose name starts with _ and a letter.",
  readers: "Readers do not see it; a later version of JSON Feed may give the name another meaning.",
  check: (object) =>
    strangers(object, names).flatMap(([key, meant]) =>
      meant
        ? []
        : [
            {
              message: `"${clip(key)}" is no name of JSON Feed, and does not start with _${translation(key, of)}`,
              at: [key],
            },
          ],
    ),
  fails: jsonDocument({ [of.name]: { boats: 3 } }),
});
