import { env } from "cloudflare:workers";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import { SITE } from "../site.ts";
import { FEEDS, homeOn, instance } from "./newsroom.ts";

/** @param cf what Cloudflare's edge says of the client */
export type Poll = (path: string, headers?: HeadersInit, method?: string, cf?: object) => Promise<Response>;

/** Polls of an instance of their own that knows nothing yet: the first one is cold, those after it are hot. */
export function coldPoll(db: D1Database = env.DB, definitions: DefinitionInput[] = FEEDS): Poll {
  const service = instance(definitions, SITE, homeOn({ DB: db }));
  return async (path, headers = {}, method = "GET", cf = {}) =>
    service.fetch(new Request(`https://feeds.example${path}`, { method, headers, cf: { ...cf } }));
}

/** The tag between the quotes of a response's ETag. */
export const tagOf = (response: Response): string =>
  /^W\/"([^"]+)"$/.exec(response.headers.get("etag") ?? "")?.[1] ?? "";

export const FORMATS = ["rss", "atom", "json"] as const;

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
