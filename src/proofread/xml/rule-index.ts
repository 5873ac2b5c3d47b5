import type { FeedFormat } from "../finding.ts";
import type { Element } from "./element.ts";
import { namespaceOf } from "./namespaces.ts";
import type { XmlRule } from "./rule.ts";

/** Rules by what they look at, so that an element meets only those that concern it. */
export class RuleIndex {
  readonly #byName = new Map<string, XmlRule[]>();
  readonly #byNamespace = new Map<string, XmlRule[]>();
  readonly #byRole = new Map<string, XmlRule[]>();
  readonly #everywhere: XmlRule[] = [];

  readonly #spellings: ReadonlyMap<string, string>;

  /**
   * @param format that of the document: rules of others are left out
   * @param spellings the usual URI of a namespace by those that are written instead, in Clark's form
   */
  constructor(rules: readonly XmlRule[], format: FeedFormat, spellings: ReadonlyMap<string, string>) {
    this.#spellings = spellings;
    for (const rule of rules) {
      if (!(rule.formats as readonly string[]).includes(format)) continue;
      const { names = [], roles = [], namespaces = [] } = rule.on;
      for (const name of names) add(this.#byName, name, rule);
      for (const role of roles) add(this.#byRole, role, rule);
      for (const namespace of namespaces) add(this.#byNamespace, namespaceOf(namespace), rule);
      if (names.length + roles.length + namespaces.length === 0) this.#everywhere.push(rule);
    }
  }

  /** A name in the usual spelling of its namespace. */
  usualName(name: string): string {
    const end = name.indexOf("}") + 1;
    const usual = end === 0 ? undefined : this.#spellings.get(name.slice(0, end));
    return usual === undefined ? name : usual + name.slice(end);
  }

  *of({ name, role }: Element): Generator<XmlRule> {
    yield* this.#byName.get(name) ?? [];
    if (role) yield* this.#byRole.get(role) ?? [];
    yield* this.#byNamespace.get(namespaceOf(name)) ?? [];
    yield* this.#everywhere;
  }
}

function add<K>(index: Map<K, XmlRule[]>, key: K, rule: XmlRule): void {
  const rules = index.get(key);
  if (rules) rules.push(rule);
  else index.set(key, [rule]);
}
