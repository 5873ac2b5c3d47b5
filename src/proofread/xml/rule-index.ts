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

  /** @param format that of the document: rules of others are left out */
  constructor(rules: readonly XmlRule[], format: FeedFormat) {
    for (const rule of rules) {
      if (!(rule.formats as readonly string[]).includes(format)) continue;
      const { names = [], roles = [], namespaces = [] } = rule.on;
      for (const name of names) add(this.#byName, name, rule);
      for (const role of roles) add(this.#byRole, role, rule);
      for (const namespace of namespaces) add(this.#byNamespace, namespaceOf(namespace), rule);
      if (names.length + roles.length + namespaces.length === 0) this.#everywhere.push(rule);
    }
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
