import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { decodeDocument } from "../../src/proofread/bytes/decode.ts";
import type { Finding } from "../../src/proofread/finding.ts";
import { proofreadDecoded } from "../../src/proofread/proofread-bytes.ts";
import { REASONS } from "./reasons.ts";
import { tells } from "./tells.ts";
import { isOf, type W3cEvent, type W3cVerdict, w3cVerdicts } from "./w3c-events.ts";

/**
 * Holds the proofreader against the test cases of the W3C feed validator: for each that has to fail, whether a finding is about
 * the very fault; for each that has to pass, whether a finding is of something that the validator does not know.
 */

/** RSS and Atom, and the extensions that feeds use. */
const SCOPE = /^(rss|rss20|atom|xml\/must)\/|^ext\/(fh|ev|itunes|thr|media|georss|feedburner|wfw)\//;

const [checkout, part = ""] = process.argv.slice(2);
if (!checkout) {
  console.error(
    "The first argument is a checkout of github.com/w3c/feedvalidator; the second, if any, a part of paths.",
  );
  process.exit(2);
}
const cases = join(checkout, "testcases");
const files = globSync("**/*.xml", { cwd: cases }).filter((path) => SCOPE.test(path) && path.includes(part));
if (files.length === 0) {
  console.error(`There are no test cases${part && ` with "${part}" in their paths`} in ${cases}.`);
  process.exit(2);
}
const verdicts = w3cVerdicts(checkout, files.map((path) => join(cases, path)).toSorted());

const score = { error: { found: 0, of: 0 }, warning: { found: 0, of: 0 } };
const valid = { of: 0, errors: 0, warnings: 0 };
for (const [file, { expect, events }] of Object.entries(verdicts)) {
  if (!expect) continue;
  const path = relative(cases, file);
  const told = (await findingsOf(file, path)).filter(({ severity }) => severity !== "advice");
  const kinds = new Set(events.filter((event) => isOf(event, expect.event)).map(({ kind }) => kind));
  if (expect.not || expect.event.startsWith("Valid") || kinds.has("info")) judgeValid(path, events, told);
  else judgeFaulty(path, kinds.has("error") ? "error" : "warning", { expect, events }, told);
}
console.log(
  `errors told: ${share(score.error)}; warnings told: ${share(score.warning)}; of ${valid.of} valid files, a false error in ${valid.errors}, a false warning in ${valid.warnings}`,
);

/** As the validator is given it: at an address of its own. */
async function findingsOf(file: string, path: string): Promise<Finding[]> {
  const { findings } = await proofreadDecoded(decodeDocument(readFileSync(file)), {
    url: `http://www.feedvalidator.org/testcases/${path}`,
    most: Number.POSITIVE_INFINITY,
  });
  return findings;
}

function judgeValid(path: string, events: W3cEvent[], told: Finding[]): void {
  valid.of += 1;
  const extra = told.filter(({ rule }) => !events.some((event) => event.kind !== "info" && tells(event, rule, path)));
  if (extra.some(({ severity }) => severity === "error")) valid.errors += 1;
  else if (extra.length > 0) valid.warnings += 1;
  for (const { severity, rule, message } of extra)
    console.log(`false ${severity}  ${path}\n  ${rule}: ${message}${reason(path)}`);
}

function judgeFaulty(path: string, kind: "error" | "warning", { expect, events }: W3cVerdict, told: Finding[]): void {
  score[kind].of += 1;
  const meant = events.filter((event) => expect && isOf(event, expect.event) && hasParams(event, expect.params));
  if (told.some(({ rule }) => meant.some((event) => tells(event, rule, path)))) score[kind].found += 1;
  else
    console.log(
      `missed ${kind}  ${path}\n  ${expect?.event} {${expect?.params ?? ""}}: ${expect?.description}\n  ours: ${told.map(({ rule }) => rule).join(", ") || "nothing"}${reason(path)}`,
    );
}

/** Test cases name some of an event's parameters: `parent:item,element:guid`. Those that it does not have are not asked for. */
function hasParams({ params }: W3cEvent, asked: string | null): boolean {
  return (asked ?? "").split(",").every((pair) => {
    const colon = pair.indexOf(":");
    const value = params[pair.slice(0, colon).trim()];
    return value === undefined || value === pair.slice(colon + 1).trim();
  });
}

function reason(path: string): string {
  const why = REASONS[path];
  return why ? `\n  why: ${why}` : "";
}

function share({ found, of }: { found: number; of: number }): string {
  return `${found} of ${of} (${((100 * found) / of).toFixed(1)} %)`;
}
