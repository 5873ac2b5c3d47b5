import { documentOf } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import { MEDIA } from "../../namespaces.ts";
import type { XmlRule } from "../../rule.ts";
import { MEDIA_RSS, mediaSection } from "./common.ts";
import { EBU_ROLES } from "./ebu-roles.ts";

const BASE = {
  ...{ formats: MEDIA_RSS.formats, url: mediaSection("credit"), element: "media:credit role" },
  ...{ section: "Media RSS 1.5.1, media:credit", on: { names: [`${MEDIA}credit`] } },
} satisfies Partial<XmlRule>;

const creditDocument = (role: string): string =>
  documentOf("rss", { entry: `<media:credit role="${role}">Ada Quayle</media:credit>` });

export const MEDIA_CREDIT_RULES: readonly XmlRule[] = [
  {
    ...BASE,
    name: "media/credit-role-case",
    severity: "error",
    says: "A role is in lower case",
    mend: "Write the role in lower case: photographer.",
    check: ({ attributes }) => {
      const role = attributes.get("role") ?? "";
      return role === role.toLowerCase() ? undefined : `the role "${clip(role)}" has capitals`;
    },
    fails: creditDocument("Photographer"),
    passes: creditDocument("photographer"),
  },
  {
    ...BASE,
    name: "media/credit-role-known",
    severity: "warning",
    says: "A role is one of the EBU’s, if no other scheme is named",
    mend: "Take a role of the EBU’s (author, photographer, producer, …), or name the scheme that the role is of.",
    check: ({ attributes }) => {
      const role = attributes.get("role")?.trim();
      return role && (attributes.get("scheme") || "urn:ebu") === "urn:ebu" && !EBU_ROLES.has(role.toLowerCase())
        ? `"${clip(role)}" is none of the roles of urn:ebu`
        : undefined;
    },
    fails: creditDocument("harbour master"),
    passes: creditDocument("photographer"),
  },
];
