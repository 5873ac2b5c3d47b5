const TRUE = new Set("true yes on y t 1 ja oui si sí sim".split(" "));
const FALSE = new Set("false no off n f 0 never nein non não nao nee".split(" "));

/** Yes or no in every spelling that YAML 1.1, people's quotes and their languages have for it; undefined for anything else. */
export function readTruth(value: unknown): boolean | undefined {
  const word = String(value)
    .replace(/^[\s"'“”„‘’«»]+|[\s"'“”„‘’«»]+$/g, "")
    .toLowerCase();
  if (!["string", "number", "boolean"].includes(typeof value)) return undefined;
  return TRUE.has(word) ? true : FALSE.has(word) ? false : undefined;
}
