import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { reactions } from "../../src/proofread/readers/reactions.ts";
import type { Example, Rule } from "../../src/proofread/rule.ts";
import { RULES } from "../../src/proofread/table.ts";
import { READERS } from "./programs.ts";

/** Renews `src/proofread/readers/views.json`: what four readers make of the failing example of every rule. */

/** These readers read XML, which is UTF-8 here. Several documents that are looked at together are no document. */
const documentOf = (example: Example): string | undefined => {
  if (Array.isArray(example) || (typeof example === "object" && example.encodedAs)) return undefined;
  const text = typeof example === "string" ? example : example.text;
  return text.trimStart().startsWith("<") ? text : undefined;
};

const documents: Record<string, string> = {};
const rules: Rule[] = [];
for (const rule of RULES) {
  const [fails, passes] = [documentOf(rule.fails), documentOf(rule.passes)];
  if (fails === undefined || passes === undefined) continue;
  rules.push(rule);
  documents[`${rule.name} fails`] = fails;
  documents[`${rule.name} passes`] = passes;
}

const versions: Record<string, string> = {};
const table: Record<string, Record<string, string>> = {};
for (const [reader, { version, read }] of Object.entries(READERS)) {
  versions[reader] = await version();
  const views = await read(documents);
  let reacting = 0;
  for (const { name } of rules) {
    const [passing, failing] = [views[`${name} passes`], views[`${name} fails`]];
    if (!passing || !failing) throw new Error(`${reader} says nothing of the examples of ${name}`);
    const does = reactions(passing, failing).join("; ");
    if (does === "") continue;
    reacting += 1;
    table[name] = { ...table[name], [reader]: does };
  }
  console.log(`${reader} ${versions[reader]}: reacts to ${reacting} of ${rules.length}`);
}

const sorted = Object.fromEntries(Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(
  join(import.meta.dirname, "../../src/proofread/readers/views.json"),
  `${JSON.stringify({ versions, reactions: sorted }, null, 2)}\n`,
);
