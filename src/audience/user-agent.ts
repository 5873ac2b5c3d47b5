import { createHash } from "node:crypto";
import { markOf } from "./pollers.ts";
import { type Product, productOf } from "./products.ts";

/** Readers say who they are in less; what is longer is cut, so that reading it costs little. Characters. */
export const MAX_USER_AGENT = 512;

/** No aggregator has so many readers of one feed: a greater number is made up, and counts as this. */
export const MAX_SUBSCRIBERS = 10_000_000;

/** Who polls, as far as it says so. */
export interface Agent {
  product: Product;
  /** The aggregator's own id of the feed: it may hold one feed twice, and then reports twice. */
  feedId?: string;
  /** How many read the feed through it. */
  subscribers?: number;
  /** Tells the product's reports of one document apart. It is a hash, and the only trace of a feed id that is kept. */
  source: string;
  /** Of the whole User-Agent: never stored (`Pollers`). */
  mark: number;
}

const SUBSCRIBERS = /(?<!\d)(\d+)\s+(?:subscribers?|readers?)\b|\busers (\d+)/i;
const FEED_ID = /\bfeed-?id[:=]\s*([\w.-]{1,64})|newsblur\.com\/site\/(\d{1,20})/i;

/** Reads a User-Agent (RFC 9110 §10.1.5), whatever stands in it. */
export function parseUserAgent(header: string): Agent {
  const text = header.slice(0, MAX_USER_AGENT);
  const product = productOf(text);
  const feedId = firstGroup(FEED_ID.exec(text));
  const count = firstGroup(SUBSCRIBERS.exec(text));
  return {
    product,
    feedId,
    subscribers: count === undefined ? undefined : Math.min(Number(count), MAX_SUBSCRIBERS),
    source: hash(`${product.kind === "other" || product.name === "Other bots" ? ownName(text) : ""} ${feedId ?? ""}`),
    mark: markOf(text),
  };
}

const firstGroup = (match: RegExpExecArray | null): string | undefined => match?.slice(1).find(Boolean);

/** Products that share the name "Other" must not take each other's reports for their own, older ones. */
const ownName = (text: string): string => text.replace(/[\d.]+/g, "");

/** 48 bits tell a feed's few reports of a day apart. */
const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
