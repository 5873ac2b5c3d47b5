import type { RuleFormat, Severity } from "../rule.ts";
import type { Role } from "./element.ts";
import type { documentOf } from "./examples.ts";
import type { Form } from "./forms/form.ts";
import type { XmlRule } from "./rule.ts";

/**
 * The elements of one namespace, as data, and rules of its own beside those that follow from them. A namespace is one file with
 * one of these; `vocabularies.ts` lists them.
 */
export interface Vocabulary {
  /** Its usual prefix, which begins the names of its rules. */
  prefix: string;
  /** In Clark's form, `{uri}`; empty for what stands in no namespace. */
  namespace: string;
  /** As `Media RSS 1.5`. */
  title: string;
  /** Where it is laid down. */
  url: string;
  formats: readonly RuleFormat[];
  elements: Record<string, ElementDeclaration>;
  /** How bad an element is that it does not have, if not an error: a vocabulary that grows has more than its list. */
  unknown?: Severity;
  /** Spellings of its URI that writers use by mistake, and readers may not know; in Clark's form. */
  mistaken?: readonly `{${string}}`[];
  /** Other URIs that readers know it by, in Clark's form. */
  aliases?: readonly `{${string}}`[];
  rules?: readonly XmlRule[];
  /** Its elements are written without a prefix. */
  bare?: boolean;
  /** It has more elements than those that are listed, or a rule of its own about others. */
  open?: boolean;
  /** A small document with parts of its own, where it is not `documentOf` of the first format. */
  document?: typeof documentOf;
}

export interface ElementDeclaration {
  /** Where it may stand: roles, or names of elements, of its own namespace unless in Clark's form. */
  in: readonly (Role | (string & {}))[];
  /** One in a parent at most. */
  once?: boolean;
  /** What its text has to be; `none` where it has neither text nor children. Absent: anything. */
  text?: readonly Form[] | "none";
  /** Those it may have, in no namespace. Absent: any. */
  attributes?: Record<string, AttributeDeclaration>;
  /** The section of the specification, if not the vocabulary's title and the element's name. */
  section?: string;
  url?: string;
  /** The element as it should be, as `<itunes:duration>1800</itunes:duration>`. */
  example: string;
  /** What to write elsewhere instead, in a sentence: in place of an item's image, an enclosure. */
  misplaced?: string;
  /** Severities that are not `error`. */
  severities?: { place?: Severity; once?: Severity; attributes?: Severity; text?: Severity };
}

export interface AttributeDeclaration {
  required?: boolean | Severity;
  forms?: readonly Form[];
}
