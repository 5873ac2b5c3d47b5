import type { DecodedDocument } from "../../proofread/bytes/decode.ts";
import { bytesText } from "../../proofread/reach/rules.ts";
import type { Redirect } from "./ask.ts";

/** What was received of a document, from where, and as what. */
export interface ReceivedAs {
  /** A URL, after redirects; a file; or `standard input`. */
  from: string;
  redirects: Redirect[];
  /** As the server says it, without parameters; absent where no server does. */
  type?: string;
  encoding: string;
  encodingFrom: DecodedDocument["from"];
  /** What it was compressed with. */
  coding?: string;
  /** Unpacked. */
  bytes: number;
  /** Of those that were sent, where it was compressed and the server says how many. */
  sentBytes?: number;
}

const SAYS_ENCODING: Record<DecodedDocument["from"], string> = {
  bom: "by its byte order mark",
  header: "by the header",
  declaration: "by its declaration",
  form: "by how it begins",
  default: "as nothing else is said",
};

/**
 * One line, as `from https://a.example/feed (301 from http://a.example/feed) as application/rss+xml, utf-8 by the header, gzip,
 * 9,120 bytes`.
 *
 * @param name what the report calls it already
 */
export function describeReceived(received: ReceivedAs, name: string): string {
  const { from, redirects, type, encoding, encodingFrom, coding, bytes, sentBytes } = received;
  const way = redirects.map(({ from, status }) => `${status} from ${from}`).join(", ");
  const facts = [
    ...(type === undefined ? [] : [type || "no type"]),
    `${encoding} ${SAYS_ENCODING[encodingFrom]}`,
    ...(coding === undefined ? [] : [coding]),
    sentBytes === undefined ? bytesText(bytes) : `${bytesText(bytes)} in ${sentBytes.toLocaleString("en")}`,
  ];
  const where = from === name ? "" : `from ${from}${way && ` (${way})`} `;
  return `${where}as ${facts.join(", ")}`;
}
