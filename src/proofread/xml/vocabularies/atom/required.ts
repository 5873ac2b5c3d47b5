import type { Severity } from "../../../rule.ts";
import { firstChild, type Role } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { withoutPart } from "../../markup.ts";
import { ATOM } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import type { XmlRule } from "../../rule.ts";
import { ATOM_ELEMENTS } from "./elements.ts";
import { ATOM_FORMATS, WITHIN_ANY } from "./formats.ts";

/** What a feed, an entry or a source has to have in it. */
const inRole = (role: Role, child: string, section: string, severity: Severity, says: string): XmlRule => ({
  ...required(role, child, section, says),
  ...{ severity, formats: ATOM_FORMATS, on: { roles: [role] } },
  ...(role !== "source" && {
    fails: documentOf("atom", { without: [`${role}/${child}`] }),
    passes: documentOf("atom"),
  }),
});

/** A person has a name, in RSS, too. */
const inPerson = (parent: string): XmlRule => ({
  ...required(parent, "name", "3.2.1", "A person has a name"),
  ...{ severity: "error", formats: WITHIN_ANY, on: { names: [ATOM + parent] } },
});

function required(parent: string, child: string, section: string, says: string) {
  const example = ATOM_ELEMENTS[parent]?.example ?? "";
  return {
    ...rfc(4287, section),
    name: `atom/${parent}-${child}-required`,
    element: `<${parent}>`,
    says,
    mend: `Add ${/^[aeiou]/.test(child) ? "an" : "a"} <${child}> to the <${parent}>.`,
    check: (element: Parameters<XmlRule["check"]>[0]) =>
      firstChild(element, ATOM + child) ? undefined : `the <${parent}> has no <${child}>`,
    fails: documentOf("atom", { entry: withoutPart(example, child) }),
    passes: documentOf("atom", { entry: example }),
  };
}

const IDENTITY = ["id", "title", "updated"];

export const REQUIRED_RULES: XmlRule[] = [
  ...IDENTITY.map((child) => inRole("feed", child, "4.1.1", "error", `A feed has its own <${child}>`)),
  ...IDENTITY.map((child) => inRole("entry", child, "4.1.2", "error", `Each entry has its own <${child}>`)),
  ...IDENTITY.map((child) =>
    inRole("source", child, "4.2.11", "warning", `The source of an entry has the <${child}> of the feed it came from`),
  ),
  ...["author", "contributor"].map(inPerson),
];
