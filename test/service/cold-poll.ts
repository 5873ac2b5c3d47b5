import type { FeedInput } from "../../src/feed/catalog.ts";
import type { Database } from "../../src/service/home.ts";
import { here } from "../homes/here.ts";
import { SITE } from "../site.ts";
import { FEEDS, homeOn, instance } from "./newsroom.ts";

/** @param address where the platform says that it comes from */
export type Poll = (
  path: string,
  headers?: RequestInit["headers"],
  method?: string,
  address?: string,
) => Promise<Response>;

/** Polls of an instance of their own that knows nothing yet: the first one is cold, those after it are hot. */
export function coldPoll(db: Database = here.db, definitions: FeedInput[] = FEEDS): Poll {
  const service = instance(definitions, SITE, homeOn({ db }));
  return async (path, headers = {}, method = "GET", address = undefined) => {
    const request = new Request(`https://feeds.example${path}`, { method, headers });
    return service.fetch(address === undefined ? request : here.from(address, request));
  };
}

/** The tag between the quotes of a response's ETag. */
export const tagOf = (response: Response): string =>
  /^W\/"([^"]+)"$/.exec(response.headers.get("etag") ?? "")?.[1] ?? "";

export const FORMATS = ["rss", "atom", "json"] as const;

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
