import type { Finding } from "../../proofread/finding.ts";
import type { ProofreadDocument } from "../../proofread/report/proofread-document.ts";

export interface DiscoveredFeed {
  url: string;
  title?: string;
  type?: string;
  how: "link" | "anchor" | "place";
  comments?: true;
}

/** Stands in until the discovery of feeds is there. */
export const discoverFeeds = (html: string, base: string): DiscoveredFeed[] =>
  [...html.slice(0, 200_000).matchAll(/<link\b[^>]{0,1000}>/gi)].flatMap(([tag]) => {
    const href = /\bhref="([^"]+)"/i.exec(tag)?.[1];
    const url = /rel="alternate"/i.test(tag) && href ? URL.parse(href, base)?.href : undefined;
    return url ? [{ url, title: /\btitle="([^"]+)"/i.exec(tag)?.[1], how: "link" as const }] : [];
  });

/** Stands in until bytes are decoded as readers do. */
export const decodeDocument = (
  bytes: Uint8Array,
  _contentType?: string,
): { text: string; encoding: string; faults: Finding[] } => ({
  text: new TextDecoder().decode(bytes),
  encoding: "utf-8",
  faults: [],
});

/** Stands in until SARIF is there. */
export const sarifOf = (documents: ProofreadDocument[], version: string): object => ({
  version: "2.1.0",
  runs: [
    {
      tool: { driver: { name: "Wireproof", version } },
      results: documents.flatMap(({ name, findings }) =>
        findings.map(({ rule, message, line }) => ({
          ruleId: rule,
          message: { text: message },
          locations: [{ physicalLocation: { artifactLocation: { uri: name }, region: { startLine: line } } }],
        })),
      ),
    },
  ],
});
