import { decode } from "../../decode.ts";
import { parseXml } from "../../feeds/parse-xml.ts";
import { elements, textOf, type XmlElement } from "../../feeds/xml.ts";
import { cutItems } from "./cut-items.ts";

/** Bytes of a file, from its start, each time that they are asked for. */
export type ReadChunks = () => AsyncIterable<Uint8Array>;

/** An export as it is read: its head, and then its items. */
export type WxrPart =
  | { kind: "head"; text: string; channel: XmlElement }
  | {
      kind: "item";
      /** From 1. */
      number: number;
      text: string;
      /** The item, parsed when it is asked for: not every reader wants every item. Null where there is nothing to parse. */
      parse(): XmlElement | null;
      isCutOff: boolean;
      /** How many bytes of the file have been read. */
      read: number;
    };

/** Whether a file starts as WordPress's export does ("WXR"), in every version. */
export const looksLikeWxr = (start: string): boolean =>
  /xmlns:\w+\s*=\s*["']http:\/\/wordpress\.org\/export\/|<wp:wxr_version>|<wp:post_type>/.test(start.slice(0, START));

/** Characters: what some hosts write before the document is no longer. */
const START = 64_000;

export async function* readParts(chunks: ReadChunks): AsyncGenerator<WxrPart> {
  let [root, charset, number] = [DEFAULT_ROOT, undefined as string | undefined, 0];
  for await (const { kind, bytes, isCutOff, read } of cutItems(chunks())) {
    const { text } = decode(bytes, charset && `text/xml; charset=${charset}`);
    if (kind === "head") {
      charset = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(text)?.[1];
      root = /<rss\b[^>]*>/.exec(text)?.[0] ?? DEFAULT_ROOT;
      yield { kind, text, channel: channelOf(parseXml(text)) };
    } else {
      number += 1;
      const parse = () => {
        // What is cut off is closed with all around it, so that it is seen.
        const document = parseXml(isCutOff ? root + text : `${root}${text}</rss>`);
        return (document && elements(document).find(({ name }) => name === "item")) ?? null;
      };
      yield { kind, number, text, parse, isCutOff, read };
    }
  }
}

const DEFAULT_ROOT = "<rss>";

const channelOf = (document: XmlElement | null): XmlElement =>
  (document && elements(document).find(({ name }) => name === "channel")) ??
  document ?? { name: "channel", attributes: new Map(), children: [], base: [], cutOff: false };

/** The trimmed text of a child; undefined where it has none. */
export function fieldOf(parent: XmlElement, name: string): string | undefined {
  const found = elements(parent).find((child) => child.name === name);
  return (found && textOf(found).trim()) || undefined;
}

/** What plugins and WordPress itself keep of a post, by key; the first of a key counts. */
export function metaOf(item: XmlElement): Map<string, string> {
  const meta = new Map<string, string>();
  for (const entry of elements(item).filter(({ name }) => name === "wp:postmeta")) {
    const key = fieldOf(entry, "wp:meta_key");
    if (key !== undefined && !meta.has(key)) meta.set(key, fieldOf(entry, "wp:meta_value") ?? "");
  }
  return meta;
}
