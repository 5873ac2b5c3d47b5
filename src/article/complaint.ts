import type * as z from "zod";
import { suggestField } from "./suggest-field.ts";

type Issue = z.core.$ZodRawIssue;

/**
 * What a schema has against an input, in words that follow the input's path: `is missing: it must be a text`. Of unknown fields, a line
 * each. Undefined where the schema has words of its own, or zod's own have to do.
 */
export function complaint(issue: Issue): string | undefined {
  const { input } = issue;
  switch (issue.code) {
    case "invalid_type":
      return mustBe(input, KINDS[issue.expected] ?? `of type ${issue.expected}`);
    case "invalid_value":
      return mustBe(input, oneOf(issue.values.map(String)));
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    case "unrecognized_keys":
      return unknownFields(issue.keys, issue.inst);
    case "invalid_format":
      return issue.format === "url" ? "is not an absolute http(s) URL" : `has not the form of ${issue.format}`;
    case "invalid_union":
      return input === undefined || issue.discriminator === undefined ? undefined : "is of no kind that there is";
    default:
      return undefined;
  }
}

/** The complaint of a schema whose type says less than is needed. */
export const expecting =
  (what: string) =>
  (issue: Issue): string | undefined =>
    issue.code === "invalid_type" ? mustBe(issue.input, what) : undefined;

/** What there is in JSON, by the names that zod has for it. */
const KINDS: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

const mustBe = (input: unknown, what: string): string => `is ${nameOf(input)}: it must be ${what}`;

/** What of a wrong value is repeated. Characters. */
const MAX_SHOWN = 40;

function nameOf(input: unknown): string {
  if (input === undefined) return "missing";
  if (typeof input === "string") return input.length <= MAX_SHOWN ? JSON.stringify(input) : "a text";
  if (input === null || typeof input === "boolean") return String(input);
  if (Array.isArray(input)) return "a list";
  return typeof input === "number" ? `the number ${input}` : "an object";
}

const oneOf = (values: string[]): string =>
  values.length === 1 ? `"${values[0]}"` : `one of ${values.map((value) => `"${value}"`).join(", ")}`;

function tooSmall(origin: string, least: number): string {
  if (origin === "string") return least === 1 ? "is empty" : `has fewer than ${least} characters`;
  if (origin === "array") return least === 1 ? "is empty" : `has fewer than ${least} elements`;
  return `is less than ${least}`;
}

function tooBig(origin: string, most: number): string {
  if (origin === "string") return `is longer than ${most} characters`;
  return origin === "array" ? `has more than ${most} elements` : `is more than ${most}`;
}

/** Unknown fields that get a suggestion: whoever has more sends something else. */
const MAX_SUGGESTED = 20;

function unknownFields(keys: string[], schema: unknown): string {
  const known = Object.keys((schema as z.core.$ZodObject | undefined)?._zod.def.shape ?? {});
  return keys
    .map((key, index) => {
      const field = index < MAX_SUGGESTED ? suggestField(key, known) : undefined;
      return field === undefined ? "is not a known field" : `is not a known field: did you mean ${field}?`;
    })
    .join("\n");
}
