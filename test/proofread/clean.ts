import type { Format } from "../../src/feed/feed.ts";
import type { Finding, ProofreadingRule } from "../../src/proofread/finding.ts";
import { proofread } from "../../src/proofread/proofread.ts";
import { golden, replace } from "../verify/documents.ts";
import { sampleFeed } from "../verify/sample.ts";

/** The golden documents, without what a proofreader rightly stumbles over. */
export const CLEAN: Record<Format, string> = {
  rss: replace(golden("rss"), "S&amp;amp;P, as written", "As written"),
  atom: golden("atom")
    .replace('/a/2.mp4" type="video/mp4"/>', '/a/2.mp4" type="video/mp4" length="7"/>')
    .replace('type="image/jpeg" title="Alone"/>', 'type="image/jpeg" length="7" title="Alone"/>'),
  json: golden("json"),
};

/** A clean document with one text in it replaced, and what has to be said of it. */
export type Case = [what: string, search: string, replacement: string, message: string];

/** A clean document with one text in it replaced, and of which nothing has to be said. */
export type GoodCase = [what: string, search: string, replacement: string];

/** What is found in a clean document with one text in it replaced. */
export const findingsIn = (format: Format, search: string, replacement: string): Promise<Finding[]> =>
  proofread(replace(CLEAN[format], search, replacement), { url: sampleFeed.self[format] });

/** What is said of a clean document with one text in it replaced. */
export const messagesIn = async (format: Format, search: string, replacement: string): Promise<string> =>
  (await findingsIn(format, search, replacement)).map(({ message }) => message).join("\n");

/** The rules that none of the cases breaks: each may as well not stand there. */
export async function unbroken(rules: ProofreadingRule<never>[], cases: [Format, Case[]][]): Promise<string[]> {
  const broken = new Set<string>();
  for (const [format, of] of cases)
    for (const [, search, replacement] of of)
      for (const { rule } of await findingsIn(format, search, replacement)) broken.add(rule);
  return rules.map(({ rule }) => rule).filter((rule) => !broken.has(rule));
}
