import type { IncomingHttpHeaders } from "node:http";
import type { WatchClock } from "../../../../src/cli/verify/watch/watch.ts";
import { jsonPaperOf, paperOf } from "../../../../src/proofread/series/examples.ts";
import { startToy, type ToyAnswer, tagOf } from "../reach/toy.ts";

/** When the watches of the tests begin. */
export const BEGIN = Date.parse("2026-03-13T07:00:00Z");

/** A clock that goes on when somebody waits, and at no other time. */
export function toyClock(): WatchClock & { waits: number[] } {
  let time = BEGIN;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
}

/** What a press is asked. */
export interface PressRequest {
  headers: IncomingHttpHeaders;
  path: string;
  /** The first is 0. */
  count: number;
  /** Seconds since the watch began. */
  seconds: number;
}

/** A server whose answers go by the clock of a test. @returns the address of a feed on it */
export const startPress = (clock: WatchClock, answer: (asked: PressRequest) => ToyAnswer): Promise<string> =>
  startToy((_, asked) => answer({ ...asked, seconds: (clock.now() - BEGIN) / 1000 }));

export const BOAT = paperOf([{ name: "boat" }]);
export const PIER = paperOf([{ name: "pier", published: "06:30" }, { name: "boat" }]);
export const JSON_BOAT = jsonPaperOf(["boat"]);

const DATES = new Map([
  [BOAT, "Fri, 13 Mar 2026 06:10:00 GMT"],
  [PIER, "Fri, 13 Mar 2026 07:02:00 GMT"],
]);

/** A document, as it should be served. */
export function served(body: string, headers: ToyAnswer["headers"] = {}): ToyAnswer {
  const type = body.startsWith("{") ? "application/feed+json" : "application/atom+xml";
  const all = { "content-type": type, etag: tagOf(body), "last-modified": DATES.get(body), ...headers };
  return { status: 200, headers: all, body };
}

/** The same, or 304 to who has it. */
export function pressed(body: string, asked: PressRequest, headers?: ToyAnswer["headers"]): ToyAnswer {
  const answer = served(body, headers);
  return asked.headers["if-none-match"] === answer.headers.etag ? { ...answer, status: 304, body: "" } : answer;
}
