import { proofread } from "../../../../src/proofread/proofread.ts";

/** What is told of a document, as `severity rule: message`; of rules whose names begin so, if that is said. */
export async function told(text: string, ...prefixes: string[]): Promise<string[]> {
  const { findings } = await proofread(text);
  return findings
    .filter(({ rule }) => prefixes.length === 0 || prefixes.some((prefix) => rule.startsWith(`${prefix}/`)))
    .map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`);
}
