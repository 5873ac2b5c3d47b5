import type { Collector } from "../collector.ts";
import { newMemory } from "../memory.ts";
import { type Element, tagOf } from "./element.ts";
import { readXml, withoutMark, type XmlFault } from "./read.ts";
import { formatOf, ownNamesOf, roleOf } from "./roles.ts";
import type { Fault, Remarks, Sheet } from "./rule.ts";
import type { RuleIndex } from "./rule-index.ts";

/** Where a document came from, as far as anybody knows. */
export interface Provenance {
  url?: string;
  contentType?: string;
  /** When it is looked at, in milliseconds: dates after it are in the future. */
  now?: number;
  /** Its bytes were not all of its encoding, and that has been told. */
  isLossy?: boolean;
  /** What is wrong with the charset of its `Content-Type` has been told. */
  isCharsetTold?: boolean;
}

export interface CheckedXml {
  /** Even where the document could not be read to its end. */
  root?: Element;
  sheet?: Sheet;
  entries: number;
  fatal: XmlFault[];
  prolog: XmlFault[];
}

/** Runs the rules of a document's format over an XML document while it is read; what they find goes to the collector. */
export function checkXml(
  text: string,
  indexOf: (format: Sheet["format"]) => RuleIndex,
  origin: Provenance,
  collector: Collector,
): CheckedXml {
  let sheet: Sheet | undefined;
  let index: RuleIndex | undefined;
  let entries = 0;
  let entry: { element: Element; number: number } | undefined;
  let doctype: string | undefined;
  let ownName = (name: string) => name;
  let root: Element | undefined;
  const read = readXml(text, {
    doctype: (declaration) => {
      doctype = declaration;
    },
    open: (element) => {
      if (!element.parent) {
        root ??= element;
        const format = formatOf(element);
        if (!format) return;
        sheet = newSheet(format, element.attributes.get("version") ?? "", {
          ...origin,
          doctype,
          source: withoutMark(text),
        });
        index = indexOf(format);
        ownName = ownNamesOf(element);
      }
      if (!sheet || !index) return;
      const name = index.usualName(ownName(element.name));
      if (name !== element.name) Object.assign(element, { name, written: element.name });
      element.role = roleOf(element);
      if (element.role !== "entry") return;
      entries += 1;
      entry = { element, number: entries };
    },
    close: (element) => {
      if (!sheet || !index) return;
      for (const rule of index.of(element)) {
        const told = rule.check(element, sheet);
        if (told === undefined) continue;
        for (const { message, at = element, below = 0 } of faultsOf(told))
          collector.add(rule, () => ({
            ...{ message, where: placeOf(at, entry), line: at.line + below },
            ...(below === 0 && { column: at.column }),
          }));
      }
      if (element.role !== "entry") return;
      entry = undefined;
      // An entry has been looked at: ten thousand of them need not be kept.
      element.parent?.children.pop();
    },
  });
  return { root, sheet, entries, fatal: read.fatal, prolog: read.prolog };
}

function newSheet(
  format: Sheet["format"],
  version: string,
  origin: Omit<Sheet, "format" | "version" | "remember">,
): Sheet {
  return { format, version, ...origin, remember: newMemory() };
}

const faultsOf = (told: NonNullable<Remarks>): Fault[] =>
  (typeof told === "string" ? [told] : told).map((one) => (typeof one === "string" ? { message: one } : one));

/** As `item 3 (line 40), <guid>, line 41`. */
function placeOf(element: Element, entry: { element: Element; number: number } | undefined): string {
  const itself = `${tagOf(element)}, line ${element.line}`;
  if (!entry) return itself;
  const name = `${entry.element.name.endsWith("entry") ? "entry" : "item"} ${entry.number} (line ${entry.element.line})`;
  return element === entry.element ? name : `${name}, ${itself}`;
}
