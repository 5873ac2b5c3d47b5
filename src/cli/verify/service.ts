import { setTimeout as wait } from "node:timers/promises";
import { contain } from "../../article/contain.ts";
import { FORMATS } from "../../feed/feed.ts";
import { PLAIN_TEXT_GUESSES } from "../../proofread/html/plain-text.ts";
import { verifyEdition } from "../../verify/verify.ts";
import { PATIENCE } from "../request.ts";
import { connect, type FeedDetail } from "../service.ts";
import { type FormatDocument, proofreadFormats } from "./check-document.ts";
import { loadFromUrl } from "./load.ts";
import { atBase } from "./public.ts";
import { type CheckedItem, checkedItem, notRead, type VerifyReport } from "./report.ts";

/** A new edition is published within seconds, so it is waited for: so many reads, so many milliseconds apart. */
const TRIES = 4;
const PAUSE = 1_500;

/** Every feed of a running service, each document compared with the store field by field, then proofread. */
export async function checkService(base: string, token: string, most?: number): Promise<VerifyReport> {
  const service = connect(base, token, { patience: PATIENCE });
  const checked: CheckedItem[] = [];
  try {
    const { feeds } = await service.feeds();
    for (const { slug } of feeds) {
      const place: EditionPlace = { base, token, detail: () => service.feed(slug) };
      const refuse = (fault: unknown) => notRead(slug, fault);
      checked.push(await contain<CheckedItem>(() => checkStoredFeed(slug, place, most), refuse));
    }
    return { checked, notes: [] };
  } catch (error) {
    return { checked: [notRead(base, error)], notes: [] };
  }
}

/** Where one feed's two sides are read. */
interface EditionPlace {
  base: string;
  token: string;
  /** The store's side, as it is now. */
  detail(): Promise<FeedDetail>;
}

async function checkStoredFeed(slug: string, place: EditionPlace, most?: number): Promise<CheckedItem> {
  const { detail, documents } = await readEdition(place);
  const entries = detail.feed.entries.length;
  const name = `${slug} (${detail.title})`;
  if (detail.state === "none") return { ...notRead(name, "there is no edition yet"), what: `${entries} entries` };
  const { findings, counts } = await proofreadFormats(documents, most);
  // The texts are what is stored: nothing is left to be guessed of them.
  const isMeant = ({ rule }: { rule: string }) => !PLAIN_TEXT_GUESSES.has(rule);
  const what = `edition ${detail.edition}: ${entries} entries in ${FORMATS.join(", ")}, every field compared${detail.stale ? "; the store has changed since" : ""}`;
  return checkedItem(name, what, {
    // A refused edition was never served: its discrepancies are the service's own.
    discrepancies: [...(detail.discrepancies ?? []), ...(await verifyEdition(detail.feed, documents))],
    findings: findings.filter(isMeant),
    counts: counts.filter(isMeant),
  });
}

/**
 * The store's side and the documents of one edition. Race: the publisher may make another edition current between the two
 * reads; then both are read again. They are read again, too, while the store is ahead of the edition.
 */
async function readEdition(place: EditionPlace): Promise<{ detail: FeedDetail; documents: FormatDocument[] }> {
  for (let tries = 1; ; tries += 1) {
    const detail = await place.detail();
    const settled = !detail.stale && detail.state !== "none";
    if (settled || tries === TRIES) {
      if (detail.state === "none") return { detail, documents: [] };
      const documents = await fetchEdition(place, detail);
      const after = await place.detail();
      if ((after.edition === detail.edition && !after.stale) || tries === TRIES) return { detail, documents };
    }
    await wait(PAUSE);
  }
}

/** A partner's feed is opened by the desk's token; a public one is read as anybody reads it. */
function fetchEdition({ base, token }: EditionPlace, { urls, partner }: FeedDetail): Promise<FormatDocument[]> {
  const headers: Record<string, string> = partner ? { authorization: `Bearer ${token}` } : {};
  return Promise.all(
    FORMATS.map(async (format) => ({
      format,
      ...(await loadFromUrl(atBase(base, urls[format]), { url: urls[format], headers })),
    })),
  );
}
