import { decodeHTMLStrict } from "entities";
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

/**
 * What entities stand for, as the parser looks it up. Of those that are not declared it is told once each; where HTML has one
 * of the name, that is what was meant, and the rest of the document can be read.
 */
export class Entities {
  /** By their names. */
  readonly asLooked: Record<string, string>;
  readonly #known: Record<string, string>;

  constructor(known: Record<string, string>, tell: (name: string) => void) {
    this.#known = Object.create(null);
    // The parser keeps those of XML itself in a prototype.
    for (const name in known) this.#known[name] = known[name] ?? "";
    this.asLooked = new Proxy(this.#known, {
      get: (entities, name) => {
        if (typeof name !== "string" || !isName(name)) return undefined;
        if (!(name in entities)) {
          const meant = decodeHTMLStrict(`&${name};`);
          entities[name] = meant.startsWith("&") ? "" : meant;
          tell(name);
        }
        return entities[name];
      },
    });
  }

  declare(entities: Record<string, string>): void {
    Object.assign(this.#known, entities);
  }
}

/** Names that writers use: what is none is a fault of its own, and a long one is none. */
const isName = (name: string): boolean => name.length < 100 && /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(name);
