const TRUE = new Set(["true", "yes", "on", "y", "t", "1"]);
const FALSE = new Set(["false", "no", "off", "n", "f", "0", "never"]);

/** Yes or no in every spelling that YAML 1.1 and people's quotes have for it; undefined for anything else. */
export function readTruth(value: unknown): boolean | undefined {
  const word = String(value).trim().toLowerCase();
  if (!["string", "number", "boolean"].includes(typeof value)) return undefined;
  return TRUE.has(word) ? true : FALSE.has(word) ? false : undefined;
}
