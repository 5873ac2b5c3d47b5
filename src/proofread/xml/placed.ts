import type { RuleFormat } from "../rule.ts";
import { documentOf } from "./examples.ts";
import { withPart } from "./markup.ts";

/** What has to be known of a vocabulary to make an example. */
interface Placing {
  prefix: string;
  namespace: string;
  formats: readonly RuleFormat[];
  elements: Record<string, { in: readonly string[]; example: string }>;
  document?: typeof documentOf;
}

/** A document in which markup stands in a place; what the place itself stands in is its own example. */
export function placed(vocabulary: Placing, markup: string, place: string): string {
  const format = vocabulary.formats[0] as "rss" | "rdf" | "atom" | "entry";
  const namespaces = { [vocabulary.prefix]: vocabulary.namespace };
  if (place === "feed" || place === "entry" || place === "root")
    return (vocabulary.document ?? documentOf)(format, { [place]: markup, namespaces });
  const parent = vocabulary.elements[place];
  if (!parent) throw new Error(`${vocabulary.prefix}: no example has a place ${place}`);
  return placed(vocabulary, withPart(parent.example, markup), parent.in[0] ?? "entry");
}
