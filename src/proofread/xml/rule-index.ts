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
  /** What was put together for the names that rules know, by role. */
  readonly #known = new Map<Element["role"], Map<string, readonly XmlRule[]>>();

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

  of({ name, role }: Element): readonly XmlRule[] {
    const known = this.#known.get(role)?.get(name);
    if (known) return known;
    const rules = [
      ...(this.#byName.get(name) ?? []),
      ...(role === undefined ? [] : (this.#byRole.get(role) ?? [])),
      ...(this.#byNamespace.get(namespaceOf(name)) ?? []),
      ...this.#everywhere,
    ];
    // Names that no rule knows are the documents', without end.
    if (this.#byName.has(name)) this.#known.set(role, (this.#known.get(role) ?? new Map()).set(name, rules));
    return rules;
  }
}

function add<K>(index: Map<K, XmlRule[]>, key: K, rule: XmlRule): void {
  const rules = index.get(key);
  if (rules) rules.push(rule);
  else index.set(key, [rule]);
}
