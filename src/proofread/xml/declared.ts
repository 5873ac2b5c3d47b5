import type { ElementDeclaration, Vocabulary } from "./declare.ts";
import type { Form } from "./forms/form.ts";
import { localName } from "./namespaces.ts";
import { placed } from "./placed.ts";
import type { Sheet, XmlRule } from "./rule.ts";

/** An element's declaration, and what its rules share. */
export class Declared {
  readonly vocabulary: Vocabulary;
  readonly local: string;
  readonly declaration: ElementDeclaration;
  readonly name: string;
  readonly tag: string;
  readonly base: Pick<XmlRule, "formats" | "element" | "section" | "url" | "on">;

  constructor(vocabulary: Vocabulary, local: string, declaration: ElementDeclaration) {
    this.vocabulary = vocabulary;
    this.local = local;
    this.declaration = declaration;
    this.name = vocabulary.namespace + local;
    this.tag = tagIn(vocabulary, local);
    this.base = {
      formats: vocabulary.formats,
      element: `<${this.tag}>`,
      section: declaration.section ?? `${vocabulary.title}, ${this.tag}`,
      url: declaration.url ?? vocabulary.url,
      on: { names: [this.name] },
    };
  }

  /** A document that has this markup in the first place that the element may stand in. */
  document(markup: string, place = this.declaration.in[0] ?? "entry"): string {
    return placed(this.vocabulary, markup, place);
  }
}

/** An element's name as it is written; one in Clark's form is of another vocabulary. */
export const tagIn = ({ namespace, prefix, bare }: Vocabulary, name: string): string =>
  bare || namespace === "" || prefix === "atom" || name.startsWith("{") ? localName(name) : `${prefix}:${name}`;

/** What a rule about a form says that the form itself knows. */
export const ofForm = ({ base }: Declared, { section, url = base.url, mend, readers }: Form) => ({
  ...{ ...base, url, mend, ...(readers && { readers }) },
  section: section === undefined ? base.section : `${base.section}; ${section}`,
});

/** What is wrong with a text by its form; of an empty one no form has more to say. */
export const formFault = (form: Form, text: string, sheet: Sheet): string | undefined => {
  const wrong = form.fault(text, sheet);
  return wrong !== undefined && text === "" ? "it is empty" : wrong;
};
