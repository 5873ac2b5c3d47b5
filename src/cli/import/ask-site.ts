import { setTimeout as sleep } from "node:timers/promises";
import { collectBytes, TooManyBytes } from "../../article/collect-bytes.ts";
import type { AskSite, SiteAnswer } from "../../import/sites/site-reader.ts";
import { SiteFault } from "../../import/sites/site-reader.ts";
import { retryAfter } from "../patient.ts";
import { NoAnswer, request } from "../request.ts";

/** Milliseconds: a small host takes its time for a hundred posts. */
const PATIENCE = 60_000;
/** One answer of a site: a hundred long posts have some megabytes. */
const MAX_BYTES = 64_000_000;
/** How often it is asked in all, where it is busy or does not answer. */
const MAX_TRIES = 5;
/** Milliseconds before the second time; each time twice as long. */
const FIRST_PAUSE = 1_000;
/** Milliseconds: who wants to be left alone for longer is to be asked another day. */
const LONGEST_PAUSE = 120_000;

/**
 * Asks a running site politely: one question at a time, and later where it says that it is busy.
 *
 * @param wait is replaced where nobody waits
 * @param silences how often it is asked where nobody answers: once, where its address may be wrong
 */
export const askSite =
  (wait: (milliseconds: number) => Promise<unknown> = sleep, silences = MAX_TRIES): AskSite =>
  async (url, headers = {}) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await tryOnce(url, headers, tries < silences);
      if (answer && !(isBusy(answer.status) && tries < MAX_TRIES)) return answer;
      const pause = pauseAfter(answer, tries);
      if (pause > LONGEST_PAUSE)
        throw new SiteFault(`it is busy, and wants to be asked in ${Math.round(pause / 1000)} seconds`);
      await wait(pause);
    }
  };

/** Null where nobody answered, and it is to be tried again. */
async function tryOnce(url: string, headers: Record<string, string>, isPatient: boolean): Promise<SiteAnswer | null> {
  try {
    const response = await request(url, {
      patience: PATIENCE,
      headers: { "user-agent": "Wireproof import", ...headers },
    });
    return {
      url: response.url || url,
      status: response.status,
      headers: response.headers,
      body: await collectBytes(response.body ?? [], MAX_BYTES),
    };
  } catch (error) {
    if (error instanceof TooManyBytes) throw new SiteFault(`an answer has more than ${MAX_BYTES} bytes`);
    if (isPatient && error instanceof NoAnswer) return null;
    throw new SiteFault(error instanceof NoAnswer ? error.why : "its answer broke off");
  }
}

/** 500 is none of them: a site that fails at a question fails at it again. */
const isBusy = (status: number): boolean => [429, 502, 503, 504].includes(status);

function pauseAfter(answer: SiteAnswer | null, tries: number): number {
  const told = answer && retryAfter(answer.headers, Date.now());
  return told !== null && Number.isFinite(told) && told > 0 ? told : FIRST_PAUSE * 2 ** (tries - 1);
}
