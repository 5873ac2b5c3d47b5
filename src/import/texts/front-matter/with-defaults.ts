import { plainKey } from "./field-names.ts";
import type { Fields } from "./parse-fields.ts";

/** A file's fields, and those that its site gives it where it says nothing itself, the later of them the stronger. */
export function withDefaults(own: Fields, defaults: Fields[]): Fields {
  const said = new Set(Object.keys(own).map(plainKey));
  const given = defaults.flatMap((fields) => Object.entries(fields)).filter(([key]) => !said.has(plainKey(key)));
  return { ...Object.fromEntries(given), ...own };
}
