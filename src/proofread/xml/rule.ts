import type { FeedFormat } from "../finding.ts";
import type { Remember } from "../memory.ts";
import type { Rule } from "../rule.ts";
import type { Element, Role } from "./element.ts";

/** A fault of the element that was looked at, or of another one that is named. */
export interface Fault {
  message: string;
  at?: Element;
  /** How many lines below the start of that element it is, if anybody knows. */
  below?: number;
}

/** What is wrong, in one sentence or several; undefined where nothing is. */
export type Remarks = string | undefined | (string | Fault)[];

/** What is known of the document besides the element. */
export interface Sheet {
  format: FeedFormat;
  /** As the root element says it. */
  version: string;
  /** Where the document came from, if anybody knows. */
  url?: string;
  /** When it is looked at, in milliseconds. */
  now?: number;
  /** Whether some of its bytes were no letters, and that has been told. */
  isLossy?: boolean;
  /** What its document type declaration says, if there is one. */
  doctype?: string;
  /** The document, as it stands: an element's part of it is from its `from` to its `to`. */
  source: string;
  /** What a rule keeps from one element to the next. */
  remember: Remember;
}

/** Which elements a rule looks at: those of a name, of a role or of a namespace; all, where it says none of them. */
interface Selector {
  names?: readonly string[];
  roles?: readonly Role[];
  /** In Clark's form: `{uri}`. */
  namespaces?: readonly string[];
}

/** A rule of XML formats. It is asked when an element is over, so that all that is in it can be seen. */
export interface XmlRule extends Rule {
  on: Selector;
  check: (element: Element, sheet: Sheet) => Remarks;
}
