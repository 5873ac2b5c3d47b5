import type { DefinitionInput, SiteInput } from "../../../src/feed/definition.ts";
import type { Database } from "../../../src/service/home.ts";
import { here } from "../../homes/here.ts";
import { SITE } from "../../site.ts";
import { FEEDS, homeOn, instance } from "../newsroom.ts";

/** Asks one instance, as readers and as the desk. */
export interface Poller {
  /** A poll of a reader, and all the work that goes on after its answer. */
  poll(path: string, userAgent: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  /** A request with the newsroom's token. */
  ask(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** Where all of them come from. */
const ADDRESS = "192.0.2.1";

/** An instance of its own, whose work after an answer is waited for: that is when counts go to the store. */
export function poller(db: Database = here.db, site: SiteInput = SITE, definitions: DefinitionInput[] = FEEDS): Poller {
  const afterAnswers: Promise<unknown>[] = [];
  const home = { ...homeOn({ db: db }), afterAnswer: (work: Promise<unknown>) => void afterAnswers.push(work) };
  const service = instance(definitions, site, home);
  const send = async (path: string, headers: Record<string, string>, method = "GET"): Promise<Response> => {
    const request = new Request(`https://feeds.example${path}`, { method, headers });
    const response = await service.fetch(here.from(ADDRESS, request));
    await Promise.all(afterAnswers.splice(0));
    return response;
  };
  return {
    poll: (path, userAgent, headers = {}, method = "GET") =>
      send(path, { "user-agent": userAgent, ...headers }, method),
    ask: (path, headers = {}) => send(path, { authorization: "Bearer test-4f9c2e7b1d806a35e7c1", ...headers }),
  };
}

/** An answer of `/api/audience`. */
export interface Answer {
  from: string;
  to: string;
  counted: string;
  total: { polls: number; subscribers: number } & Sums;
  products: ({ product: string; kind: string; subscribers?: number } & Sums)[];
  rows: ({ day: string; feed: string; format: string; product: string; subscribers: number | null } & Sums)[];
}

type Sums = Record<
  | "polls_200"
  | "polls_226"
  | "polls_304"
  | "polls_other"
  | "bytes_sent"
  | "bytes_saved"
  | "polls_unconditional"
  | "bytes_unconditional"
  | "polls_soon",
  number
>;
