import { characterOf } from "../../verify/parse/character-reference.ts";

/** What a document type declaration declares of entities (XML 1.0 §4.2). */
export interface DeclaredEntities {
  /** What they stand for, by their names. */
  internal: Record<string, string>;
  /** Those that stand for what another document says: no reader fetches it. */
  external: string[];
}

/** More than any feed declares. What entities stand for is put in at each of their references: short ones cannot make a document grow without end. */
const MAX_ENTITIES = 300;
const MAX_LENGTH = 200;

export function declaredEntities(doctype: string): DeclaredEntities {
  const internal: Record<string, string> = Object.create(null);
  const external: string[] = [];
  let count = 0;
  for (const [, name = "", double, single] of doctype.matchAll(
    /<!ENTITY\s+([^\s%"'<>&;]+)\s+(?:"([^"]*)"|'([^']*)'|SYSTEM\b|PUBLIC\b)/g,
  )) {
    count += 1;
    if (count > MAX_ENTITIES) break;
    const value = double ?? single;
    if (value === undefined) external.push(name);
    internal[name] = value === undefined || value.length > MAX_LENGTH ? "" : withCharacters(value);
  }
  return { internal, external };
}

const withCharacters = (value: string): string =>
  value.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi,
    (reference, hexadecimal?: string, decimal?: string) => characterOf(hexadecimal, decimal) ?? reference,
  );
