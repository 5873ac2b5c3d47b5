import { decodeHTMLStrict } from "entities";
import { characterOf } from "../../verify/parse/character-reference.ts";
import { Unreadable } from "./unreadable.ts";

/** What a document type declaration declares of entities (XML 1.0 §4.2). */
interface DeclaredEntities {
  /** What they stand for, by their names. */
  internal: Record<string, string>;
  /** Those that stand for what another document says: no reader fetches it. */
  external: string[];
}

/** More than any feed declares. */
const MAX_ENTITIES = 300;
const MAX_LENGTH = 200;
/** Characters, by which references may make a document longer: three of them can stand for two hundred. */
const MAX_GROWN = 1_000_000;

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
  #grown = 0;

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
        const meant = entities[name] ?? "";
        this.#grow(meant.length - `&${name};`.length);
        return meant;
      },
    });
  }

  declare(entities: Record<string, string>): void {
    Object.assign(this.#known, entities);
  }

  /** @throws Unreadable, where the document grows without end */
  #grow(by: number): void {
    this.#grown += Math.max(0, by);
    if (this.#grown > MAX_GROWN)
      throw new Unreadable(
        `what entities stand for makes the document longer by more than ${MAX_GROWN.toLocaleString("en")} characters`,
      );
  }
}

/** Names that writers use: what is none is a fault of its own, and a long one is none. */
const isName = (name: string): boolean => name.length < 100 && /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(name);
