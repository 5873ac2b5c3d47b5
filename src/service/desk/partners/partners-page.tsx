import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Alert } from "../../../partner/alerts.ts";
import type { Partner } from "../../../partner/partner.ts";
import { When } from "../../pages/frame/time.tsx";
import type { FeedState } from "../../store/feeds.ts";
import type { Pickup } from "../../store/receipts.ts";
import { type DeskFamily, Families } from "../families.tsx";
import { articlePath, DeskPage, deskPath, Table } from "../frame.tsx";
import { partnerFeedPath } from "../partner-addresses.ts";
import type { Session } from "../session.ts";
import { PartnerList } from "./partner-list.tsx";

/** A partner's feed, and what the store knows of it. */
export interface PartnerFeed {
  definition: Definition;
  state: FeedState | undefined;
  /** Undefined: the definition names a partner that nobody has made yet. */
  partner: Partner | undefined;
  pickup: Pickup | undefined;
  /** How many entries break a hard rule of the profile. */
  leftOut: number;
}

/** Alerts that are over and still shown, the latest ones. */
const MAX_CLEARED = 10;

interface PartnersPageProps {
  site: Site;
  session: Session;
  /** Of families, some of those that are awake. */
  feeds: PartnerFeed[];
  partners: Partner[];
  families: DeskFamily[];
  /** By slug: of the feeds that alerts are on, too. */
  definitions: Map<string, Definition>;
  /** The open ones first. */
  alerts: Alert[];
  now: number;
}

/** Every partner's feeds: which edition it has, when it last came, and what was left out. */
export const PartnersPage: FC<PartnersPageProps> = ({
  site,
  session,
  feeds,
  partners,
  families,
  definitions,
  alerts,
  now,
}) => {
  const hasFeeds = feeds.length + families.length > 0;
  const open = alerts.filter(({ cleared_at }) => cleared_at === null);
  const cleared = alerts.filter(({ cleared_at }) => cleared_at !== null).slice(0, MAX_CLEARED);
  return (
    <DeskPage site={site} session={session} title="Partners" part="/partners">
      <h1>Partners</h1>
      <p class="dek">
        {hasFeeds ? null : "No feed is for a partner."}
        {hasFeeds && open.length === 0 ? <span class="right">No partner is overdue.</span> : null}
        {open.length > 0 ? (
          <span class="wrong">{open.length === 1 ? "One alert is open." : `${open.length} alerts are open.`}</span>
        ) : null}
      </p>
      {open.length === 0 ? null : <Alerts label="Open alerts" list={open} {...{ site, feeds, definitions, now }} />}
      {feeds.length === 0 ? null : (
        <Table
          label="Partner feeds"
          head={[
            "Feed",
            "Partner",
            "Profile",
            "Edition",
            "The partner has",
            "Last polled or sent",
            "Entries",
            "Left out",
          ]}
        >
          {feeds.map((feed) => (
            <PartnerFeedRow site={site} feed={feed} now={now} />
          ))}
        </Table>
      )}
      <Families site={site} list={families} />
      <PartnerList {...{ site, session, partners }} />
      <p class="meta">Polls without news are noted once an hour.</p>
      {cleared.length === 0 ? null : (
        <details>
          <summary>Alerts that are over</summary>
          <Alerts label="Alerts that are over" list={cleared} {...{ site, feeds, definitions, now }} />
        </details>
      )}
    </DeskPage>
  );
};

const PartnerFeedRow: FC<{ site: Site; feed: PartnerFeed; now: number }> = ({ site, feed, now }) => {
  const { definition, state, partner, pickup, leftOut } = feed;
  const edition = state?.edition ?? 0;
  return (
    <tr>
      <th scope="row">
        <a href={deskPath(site, partnerFeedPath(definition.slug))}>{definition.title}</a>
      </th>
      <td>
        {partner?.name ?? `${definition.partner} (not created yet)`}
        {partner?.status === "suspended" ? <span class="wrong">, suspended</span> : null}
      </td>
      <td class="short">{definition.profile ?? "standard"}</td>
      <td class="short">
        {edition > 0 && state ? (
          <>
            {edition} · <When site={site} at={state.published_at} now={now} />
          </>
        ) : (
          "none yet"
        )}
      </td>
      <td class="short">{hasOf(pickup, edition)}</td>
      <td class="short">
        {pickup?.polled_at ? <When site={site} at={pickup.polled_at} now={now} /> : null}
        {pickup?.polled_at || pickup?.pushed_at ? null : "never"}
        {pickup?.pushed_at ? (
          <>
            {pickup.polled_at ? ", " : null}sent <When site={site} at={pickup.pushed_at} now={now} />
          </>
        ) : null}
      </td>
      <td class="number">{state?.entries ?? 0}</td>
      <td class="number">{leftOut === 0 ? "0" : <span class="wrong">{leftOut}</span>}</td>
    </tr>
  );
};

/** Which edition the partner has, beside the current one. */
const hasOf = (pickup: Pickup | undefined, edition: number) => {
  if (!pickup || pickup.edition === 0) return "nothing yet";
  return pickup.edition >= edition ? <span class="right">the current one</span> : `edition ${pickup.edition}`;
};

type AlertsProps = Pick<PartnersPageProps, "site" | "feeds" | "definitions" | "now"> & { label: string; list: Alert[] };

const Alerts: FC<AlertsProps> = ({ label, site, feeds, definitions, list, now }) => (
  <Table label={label} head={["Partner", "Feed", "What", "Since", "Raised", "Webhook"]}>
    {list.map((alert) => {
      const partner = feeds.find(({ partner }) => partner?.slug === alert.partner)?.partner;
      return (
        <tr>
          <th scope="row">{partner?.name ?? alert.partner}</th>
          <td>{definitions.get(alert.feed)?.title ?? alert.feed}</td>
          <td>
            {alert.kind === "silent" ? (
              "has not polled"
            ) : (
              <>
                has not picked up that <a href={articlePath(site, alert.article_id)}>{alert.article_id}</a> was taken
                back
              </>
            )}
          </td>
          <td class="short">
            <When site={site} at={alert.since} now={now} />
          </td>
          <td class="short">
            <When site={site} at={alert.raised_at} now={now} />
          </td>
          <td class="short">{toldOf(alert)}</td>
        </tr>
      );
    })}
  </Table>
);

/** What became of the alert's webhook. */
const toldOf = ({ delivered_at, attempts }: Alert): string => {
  if (delivered_at !== null) return "delivered";
  return attempts === 0 ? "not sent" : `failed ${attempts === 1 ? "once" : `${attempts} times`}`;
};
