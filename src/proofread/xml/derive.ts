import type { ElementDeclaration, Vocabulary } from "./declare.ts";
import { Declared, formFault, ofForm, tagIn } from "./declared.ts";
import { attributeRules, attributesRule } from "./derive-attributes.ts";
import { earlierSibling } from "./earlier-sibling.ts";
import { type Element, tagOf, wholeText } from "./element.ts";
import { clip, type Form } from "./forms/form.ts";
import { withInside, withText } from "./markup.ts";
import { ATOM_03, localName, namespaceOf, XHTML } from "./namespaces.ts";
import type { XmlRule } from "./rule.ts";
import { suggestion } from "./suggestion.ts";

/** A vocabulary's rules: those that follow from its declarations, and its own. */
export function rulesOf(vocabulary: Vocabulary): XmlRule[] {
  const derived = Object.entries(vocabulary.elements).flatMap(([local, declaration]) =>
    elementRules(new Declared(vocabulary, local, declaration)),
  );
  return [
    ...derived,
    ...(vocabulary.open || vocabulary.namespace === "" ? [] : [unknownElement(vocabulary)]),
    ...(vocabulary.rules ?? []),
  ];
}

/** Whether a parent is one of the places that an element may stand in. */
const isIn = ({ vocabulary: { namespace }, declaration }: Declared, { role, name }: Element): boolean =>
  declaration.in.some((place) => role === place || (!role && (name === namespace + place || name === place)));

function elementRules(of: Declared): XmlRule[] {
  const { once, text, attributes } = of.declaration;
  const rules = [
    ...placeRule(of),
    ...(once ? [onceRule(of)] : []),
    ...(text === "none" ? [emptyRule(of)] : (text ?? []).map((form) => textRule(of, form))),
    ...Object.entries(attributes ?? {}).flatMap(([name, one]) => attributeRules(of, name, one)),
    ...(attributes ? [attributesRule(of)] : []),
  ];
  for (const rule of rules) {
    const { check } = rule;
    // Not a copy: that would make the examples, which are made when somebody asks for them.
    rule.check = (element, sheet) =>
      !element.parent || isIn(of, element.parent) || isKnown(of.vocabulary, element.parent)
        ? check(element, sheet)
        : undefined;
  }
  return rules;
}

/** Where an element must not stand, to show what the rule finds: the first place that it may not have. */
function wrongPlace({ vocabulary, declaration, local }: Declared): string {
  const roots = ["rss", "rdf"].includes(vocabulary.formats[0] ?? "") ? ["root"] : [];
  const places = ["feed", "entry", ...roots, ...Object.keys(vocabulary.elements)];
  return places.find((place) => place !== local && !declaration.in.includes(place)) ?? "root";
}

function placeRule(of: Declared): XmlRule[] {
  const wrong = wrongPlace(of);
  const places = of.declaration.in.map((place) => PLACE_NAMES[place] ?? `<${tagIn(of.vocabulary, place)}>`).join(", ");
  return [
    {
      ...of.base,
      name: `${of.vocabulary.prefix}/${of.local}-place`,
      severity: of.declaration.severities?.place ?? "error",
      says: `<${of.tag}> stands in ${places}`,
      mend: of.declaration.misplaced ?? `Move it to where it belongs (${places}), or leave it out.`,
      check: (element) =>
        !element.parent || isIn(of, element.parent)
          ? undefined
          : `<${of.tag}> stands in ${tagOf(element.parent)}, where it does not belong`,
      get fails() {
        return of.document(of.declaration.example, wrong);
      },
      get passes() {
        return of.document(of.declaration.example);
      },
    },
  ];
}

const PLACE_NAMES: Record<string, string> = {
  feed: "the feed (channel)",
  entry: "an entry (item)",
  root: "the root element",
  source: "the source of an entry",
};

/**
 * What stands in an element that nobody knows is nobody's business, and so is what stands in Atom 0.3, which is told to become 1.0;
 * XHTML has no place for a feed's elements.
 */
const isKnown = ({ namespace, elements }: Vocabulary, { role, name }: Element): boolean =>
  (role !== undefined && namespaceOf(name) !== ATOM_03) ||
  name.startsWith(XHTML) ||
  (namespaceOf(name) === namespaceOf(namespace) && Object.hasOwn(elements, localName(name)));

const onceRule = (of: Declared): XmlRule => ({
  ...of.base,
  name: `${of.vocabulary.prefix}/${of.local}-once`,
  severity: of.declaration.severities?.once ?? "error",
  says: `One parent has at most one <${of.tag}>`,
  mend: "Keep one of them.",
  check: (element, sheet) => {
    const first = earlierSibling(element, sheet);
    return first && `there is another <${of.tag}> in ${tagOf(element.parent as Element)}, on line ${first.line}`;
  },
  get fails() {
    return of.document(`${of.declaration.example}\n${of.declaration.example}`);
  },
  get passes() {
    return of.document(of.declaration.example);
  },
});

const emptyRule = (of: Declared): XmlRule => ({
  ...of.base,
  name: `${of.vocabulary.prefix}/${of.local}-empty`,
  severity: of.declaration.severities?.text ?? "error",
  says: `<${of.tag}> is empty: what it says stands in its attributes`,
  mend: "Take out what stands between its tags.",
  check: (element) => (wholeText(element).trim() === "" ? undefined : `<${of.tag}> holds text, which nobody reads`),
  get fails() {
    return of.document(withInside(of.declaration.example, "text"));
  },
  get passes() {
    return of.document(of.declaration.example);
  },
});

const textRule = (of: Declared, form: Form): XmlRule => ({
  ...ofForm(of, form),
  name: `${of.vocabulary.prefix}/${of.local}-${form.name}`,
  severity: form.severity ?? of.declaration.severities?.text ?? "error",
  says: `<${of.tag}> is ${form.says}`,
  check: (element, sheet) => formFault(form, wholeText(element).trim(), sheet),
  get fails() {
    return of.document(withText(of.declaration.example, form.bad));
  },
  get passes() {
    return of.document(withText(of.declaration.example, form.good));
  },
});

function unknownElement(vocabulary: Vocabulary): XmlRule {
  const known = Object.keys(vocabulary.elements);
  const { prefix } = vocabulary;
  const [first = ""] = known;
  const of = new Declared(vocabulary, first, vocabulary.elements[first] as ElementDeclaration);
  const example = of.declaration.example;
  return {
    ...of.base,
    name: `${prefix}/unknown-element`,
    severity: vocabulary.unknown ?? "error",
    element: `<${prefix}:…>`,
    section: vocabulary.title,
    url: vocabulary.url,
    says: `Elements with the prefix ${prefix}: are those of ${vocabulary.title}, letter by letter`,
    mend: "Correct the element's name (capitals count), or take it out: no reader looks for it.",
    on: { namespaces: [vocabulary.namespace] },
    check: ({ name }) =>
      !known.includes(localName(name))
        ? `there is no <${prefix}:${clip(localName(name))}> in ${vocabulary.title}${suggestion(localName(name), known)}`
        : undefined,
    get fails() {
      return of.document(example.replaceAll(tagIn(vocabulary, first), `${tagIn(vocabulary, first)}x`));
    },
    get passes() {
      return of.document(example);
    },
  };
}
