import type { AttributeDeclaration } from "./declare.ts";
import { type Declared, formFault, ofForm } from "./declared.ts";
import { clip } from "./forms/form.ts";
import { withAttribute } from "./markup.ts";
import { namespaceOf } from "./namespaces.ts";
import type { XmlRule } from "./rule.ts";
import { suggestion } from "./suggestion.ts";

/** Rules for one attribute: that it is there, and what it looks like. */
export function attributeRules(of: Declared, name: string, { required, forms = [] }: AttributeDeclaration): XmlRule[] {
  const rules: XmlRule[] = forms.map((form) => ({
    ...ofForm(of, form),
    element: `${of.tag} ${name}`,
    name: `${of.vocabulary.prefix}/${of.local}-${name}-${form.name}`,
    severity: form.severity ?? "error",
    says: `The ${name} of <${of.tag}> is ${form.says}`,
    check: ({ attributes }, sheet) => {
      const value = attributes.get(name);
      const wrong = value === undefined ? undefined : formFault(form, value.trim(), sheet);
      return wrong && (wrong === "it is empty" ? `${name} is empty` : `${name}: ${wrong}`);
    },
    get fails() {
      return of.document(withAttribute(of.declaration.example, name, form.bad));
    },
    get passes() {
      return of.document(withAttribute(of.declaration.example, name, form.good));
    },
  }));
  if (!required) return rules;
  return [
    {
      ...of.base,
      element: `${of.tag} ${name}`,
      name: `${of.vocabulary.prefix}/${of.local}-${name}-required`,
      severity: required === true ? "error" : required,
      says: `<${of.tag}> has the attribute ${name}`,
      mend: `Add the attribute ${name}.`,
      check: ({ attributes }) => (attributes.has(name) ? undefined : `<${of.tag}> lacks the attribute ${name}`),
      get fails() {
        return of.document(withAttribute(of.declaration.example, name, undefined));
      },
      get passes() {
        return of.document(of.declaration.example);
      },
    },
    ...rules,
  ];
}

/** That there are no others. */
export const attributesRule = (of: Declared): XmlRule => {
  const known = Object.keys(of.declaration.attributes ?? {});
  return {
    ...of.base,
    name: `${of.vocabulary.prefix}/${of.local}-attributes`,
    severity: of.declaration.severities?.attributes ?? "error",
    says:
      known.length === 0
        ? `<${of.tag}> takes no attributes`
        : `<${of.tag}> takes no attributes but ${known.join(", ")}`,
    mend: "Correct the attribute's name (capitals count), or take it out.",
    check: ({ attributes }) =>
      [...attributes.keys()]
        .filter((name) => namespaceOf(name) === "" && !known.includes(name))
        .map((name) => `${clip(name)} is no attribute of <${of.tag}>${suggestion(name, known)}`),
    get fails() {
      return of.document(withAttribute(of.declaration.example, "colour", "red"));
    },
    get passes() {
      return of.document(of.declaration.example);
    },
  };
};
