import { documentOf } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import { ATOM, ATOM_03, localName, namespaceOf } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import type { XmlRule } from "../../rule.ts";
import { ATOM_FORMATS } from "./formats.ts";

const USUAL = 'xmlns="http://www.w3.org/2005/Atom"';
const good = documentOf("atom");
const base = {
  ...rfc(4287, "1.2"),
  formats: ATOM_FORMATS,
  element: "<feed>, <entry>",
  on: { names: ["feed", "entry"].flatMap((name) => [ATOM + name, `{${ATOM_03}}${name}`]) },
  passes: good,
} as const;

/** A `feed` or an `entry` of another namespace than Atom 1.0's: readers that go by names take it, others do not. */
export const NAMESPACE_RULES: XmlRule[] = [
  {
    ...base,
    name: "atom/namespace-obsolete",
    severity: "error",
    says: "A feed is Atom 1.0, not the draft 0.3 that came before it",
    mend: `Write ${USUAL}, and the elements of RFC 4287: subtitle, published, updated, rights.`,
    check: ({ name, parent }) =>
      !parent && namespaceOf(name) === ATOM_03
        ? "the feed is Atom 0.3, a draft that Atom 1.0 has replaced in 2005"
        : undefined,
    fails: good.replace(USUAL, `version="0.3" xmlns="${ATOM_03}"`),
  },
  {
    ...base,
    name: "atom/namespace-missing",
    severity: "error",
    says: "A feed says by its namespace that it is Atom",
    mend: `Write <feed ${USUAL}>.`,
    check: ({ name, written = name, parent }) =>
      !parent && namespaceOf(written) === ""
        ? `<${localName(name)}> is in no namespace, so that it is not Atom`
        : undefined,
    fails: good.replace(` ${USUAL}`, ""),
  },
  {
    ...base,
    name: "atom/namespace",
    severity: "error",
    says: "The namespace of a feed is that of Atom 1.0, letter by letter",
    mend: `Write <feed ${USUAL}>.`,
    check: ({ name, written = name, parent }) => {
      const namespace = namespaceOf(written);
      return parent || ["", namespaceOf(ATOM), ATOM_03].includes(namespace)
        ? undefined
        : `<${localName(name)}> is in the namespace "${clip(namespace)}", which is not that of Atom`;
    },
    fails: good.replace(USUAL, 'xmlns="https://gazette.example/atom"'),
  },
];
