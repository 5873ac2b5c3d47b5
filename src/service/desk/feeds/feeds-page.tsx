import type { FC } from "hono/jsx";
import { counted } from "../../../article/counted.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { shortTitle } from "../../pages/feed/labels.ts";
import { feedPath } from "../../pages/frame/addresses.ts";
import { When } from "../../pages/frame/time.tsx";
import { SHARED_COPY_BOUND } from "../../shared-copies.ts";
import type { Refusal } from "../../store/desk.ts";
import type { FeedState } from "../../store/feeds.ts";
import type { PurgeBudget } from "../../store/purge-budget.ts";
import { isStale, type Verification, verificationOf } from "../../store/verification.ts";
import { type DeskFamily, Families } from "../families.tsx";
import { DeskPage, Table } from "../frame.tsx";
import type { Session } from "../session.ts";
import { Discrepancies } from "../tables/discrepancies.tsx";

/** A public feed, and what the store knows of it; undefined: nothing yet. */
interface ListedFeed {
  definition: Definition;
  state: FeedState | undefined;
}

interface FeedsPageProps {
  site: Site;
  session: Session;
  feeds: ListedFeed[];
  families: DeskFamily[];
  refusals: Refusal[];
  /** The definitions of the feeds that refusals are of, by slug. */
  definitions: Map<string, Definition>;
  /** The articles' ids by their entries' ids. */
  owners: Map<string, string>;
  /** What came of purges of the cache in front; null: none stands there. */
  purges: PurgeBudget | null;
  now: number;
}

/** Every feed's state, and what was refused. */
export const FeedsPage: FC<FeedsPageProps> = ({
  site,
  session,
  feeds,
  families,
  refusals,
  definitions,
  owners,
  purges,
  now,
}) => (
  <DeskPage site={site} session={session} title="Feeds" part="/feeds">
    <h1>Feeds</h1>
    <p class="dek">{summary(feeds)}</p>
    {purges && <Purges site={site} purges={purges} now={now} />}
    <Table label="Feeds" head={["Feed", "Edition", "Entries", "Freshness", "Verification", "Archive"]}>
      {feeds.map((feed) => (
        <FeedStateRow site={site} feed={feed} now={now} />
      ))}
    </Table>
    <Families site={site} list={families} />
    <section aria-labelledby="refusals">
      <h2 id="refusals">Latest refusals</h2>
      {refusals.length === 0 ? (
        <p>Nothing was kept back. Every edition came back from its readers as it was stored.</p>
      ) : null}
      {refusals.map((refusal) => (
        <Refused
          site={site}
          title={definitions.get(refusal.feed)?.title ?? refusal.feed}
          refusal={refusal}
          owners={owners}
          now={now}
        />
      ))}
    </section>
  </DeskPage>
);

const Purges: FC<{ site: Site; purges: PurgeBudget; now: number }> = ({ site, purges, now }) => (
  <p class="state" id="purges">
    <b class={purges.refused === 0 ? "right" : "wrong"}>Purges of the edge</b>: {purges.granted} granted,{" "}
    {purges.refused} refused
    {purges.refused_at === null ? null : (
      <>
        , the last <When site={site} at={purges.refused_at} now={now} />. Copies end by their age, within{" "}
        {SHARED_COPY_BOUND / 1_000} seconds
      </>
    )}
  </p>
);

const FeedStateRow: FC<{ site: Site; feed: ListedFeed; now: number }> = ({
  site,
  feed: { definition, state },
  now,
}) => (
  <tr>
    <th scope="row">
      <a href={feedPath(site, definition.slug)}>{shortTitle(site, definition)}</a>
    </th>
    <td class="short">
      {state && state.published_at > 0 ? (
        <>
          {state.edition} · <When site={site} at={state.published_at} now={now} />
        </>
      ) : (
        "none yet"
      )}
    </td>
    <td class="number">{state?.entries ?? 0}</td>
    <td class="short">
      {!isStale(state) ? "fresh" : null}
      {isStale(state) ? <span class="wrong">stale</span> : null}
      {isStale(state) && state?.stale_since ? (
        <>
          {" "}
          since <When site={site} at={state.stale_since} now={now} />
        </>
      ) : null}
    </td>
    <td class="short">
      <Verified state={state} />
    </td>
    <td class="short">{state ? archiveOf(state) : ""}</td>
  </tr>
);

const Verified: FC<{ state: FeedState | undefined }> = ({ state }) => {
  if (state?.refusal)
    return (
      <a class="wrong" href={`#refused-${state.slug}`}>
        refused: {counted(state.refusal.length, "discrepancy", "discrepancies")}
      </a>
    );
  return verificationOf(state) === "verified" ? <span class="right">verified</span> : <>not yet</>;
};

const archiveOf = ({ linked, pages, stale_page }: FeedState): string => {
  if (pages === 0) return "none";
  return `${counted(linked, "page")}${stale_page !== null || linked < pages ? ", being written" : ""}`;
};

function summary(feeds: ListedFeed[]): string {
  const having = (verification: Verification) =>
    feeds.filter(({ state }) => verificationOf(state) === verification).length;
  const stale = feeds.filter(({ state }) => isStale(state)).length;
  return `${having("verified")} of ${counted(feeds.length, "feed")} verified, ${having("refused")} refused, ${stale} stale.`;
}

const Refused: FC<{
  site: Site;
  title: string;
  refusal: Refusal;
  owners: Map<string, string>;
  now: number;
}> = ({ site, title, refusal: { feed, at, page, current, discrepancies }, owners, now }) => (
  <details open={current} id={current && page === null ? `refused-${feed}` : undefined}>
    <summary>
      {title}
      {page === null ? "" : `, page ${page} of the archive`}
      {at === null ? null : (
        <>
          , <When site={site} at={at} now={now} />
        </>
      )}
      {current ? ": held back, the last good one is served" : ": published since"}
    </summary>
    <Discrepancies site={site} list={discrepancies} owners={owners} />
  </details>
);

/** The ids of the entries that refusals name, each once. */
export const entriesOf = (refusals: Refusal[]): string[] => [
  ...new Set(refusals.flatMap(({ discrepancies }) => discrepancies.flatMap(({ entry }) => entry ?? []))),
];
