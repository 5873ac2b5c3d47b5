import { setTimeout as wait } from "node:timers/promises";
import { type Feed, FORMATS, type Format } from "../../feed/feed.ts";
import { PLAIN_TITLE } from "../../proofread/rss/plain-title.ts";
import type { Discrepancy } from "../../verify/discrepancy.ts";
import { verifyEdition } from "../../verify/verify.ts";
import { disagreements, proofreadSource } from "./documents.ts";
import { atBase, trouble } from "./public.ts";
import type { Checked, Report } from "./report.ts";
import { fetchSource, request, type Source } from "./source.ts";

/** As `GET /api/feeds` lists it. */
interface Listed {
  slug: string;
  title: string;
  /** Absent: the feed is public. */
  partner?: string;
  urls: Record<Format, string>;
  state: "verified" | "refused" | "none";
  edition: number;
  stale?: boolean;
  discrepancies?: Discrepancy[];
}

/** As `GET /api/feeds/{slug}` answers: with what its documents have to say, selected from the store now. */
type Detail = Listed & { feed: Feed };

/** Editions follow one another by the second: so often, and so long apart in milliseconds, one is waited for. */
const TRIES = 4;
const PAUSE = 1_500;

/** Every feed of a running service, each document compared with the store field by field, then proofread. */
export async function checkService(base: string, token: string): Promise<Report> {
  const authorization = { authorization: `Bearer ${token}` };
  const ask = async <T>(path: string): Promise<T> => {
    const response = await request(base + path, authorization);
    if (!response.ok)
      throw new Error(
        `GET ${base}${path} answered ${response.status}${response.status === 401 ? ": is it the right token?" : ""}`,
      );
    return (await response.json()) as T;
  };
  try {
    const { feeds } = await ask<{ feeds: Listed[] }>("/api/feeds");
    const checked: Checked[] = [];
    for (const { slug } of feeds) {
      const detail = () => ask<Detail>(`/api/feeds/${slug}`);
      checked.push(await checkFeed(base, slug, authorization, detail).catch((error) => trouble(slug, error)));
    }
    return { checked, notes: [] };
  } catch (error) {
    return { checked: [trouble(base, error)], notes: [] };
  }
}

async function checkFeed(
  base: string,
  slug: string,
  authorization: Record<string, string>,
  ask: () => Promise<Detail>,
): Promise<Checked> {
  const { detail, sources } = await readEdition(base, authorization, ask);
  const entries = detail.feed.entries.length;
  const name = `${slug} (${detail.title})`;
  if (detail.state === "none") return { ...trouble(name, "there is no edition yet"), what: `${entries} entries` };
  const documents = sources.map(({ text }, index) => ({ format: FORMATS[index] as Format, text }));
  const findings = await Promise.all(sources.map((source, index) => proofreadSource(source, FORMATS[index])));
  return {
    name,
    what: `edition ${detail.edition}: ${entries} entries in ${FORMATS.join(", ")}, every field compared${detail.stale ? "; the store has changed since" : ""}`,
    // A refused edition was never served: its discrepancies are the service's own.
    discrepancies: [...(detail.discrepancies ?? []), ...(await verifyEdition(detail.feed, documents))],
    // The titles are what is stored: nothing is left to be guessed of them.
    findings: [
      ...findings.flat().filter(({ rule }) => rule !== PLAIN_TITLE),
      ...disagreements(documents.map(({ format, text }) => ({ name: format, text }))),
    ],
    troubles: [],
  };
}

/**
 * The store's side and the documents of one edition. Race: the publisher may make another current between the two; then
 * both are read again. The same while the store is ahead of the edition.
 */
async function readEdition(
  base: string,
  authorization: Record<string, string>,
  ask: () => Promise<Detail>,
): Promise<{ detail: Detail; sources: Source[] }> {
  for (let tries = 1; ; tries += 1) {
    const detail = await ask();
    const settled = !detail.stale && detail.state !== "none";
    if (settled || tries === TRIES) {
      if (detail.state === "none") return { detail, sources: [] };
      const sources = await Promise.all(
        FORMATS.map((format) =>
          // A partner's feed is opened by the desk's token; a public one is read as anybody does.
          fetchSource(atBase(base, detail.urls[format]), detail.urls[format], detail.partner ? authorization : {}),
        ),
      );
      const after = await ask();
      if ((after.edition === detail.edition && !after.stale) || tries === TRIES) return { detail, sources };
    }
    await wait(PAUSE);
  }
}
