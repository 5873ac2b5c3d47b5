import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { Family } from "../../../feed/family.ts";
import type { Partner, PartnerKey } from "../../../partner/partner.ts";
import { untilTime, When } from "../../pages/frame/time.tsx";
import { DeskPage, deskPath, Post, Table } from "../frame.tsx";
import { EndsField } from "../key-ends.tsx";
import { Done } from "../outcome.tsx";
import { partnerFeedPath, partnerPath } from "../partner-addresses.ts";
import type { Session } from "../session.ts";
import { MEGABYTE, OVERLAPS } from "./manage-terms.ts";

interface PartnerPageProps {
  site: Site;
  session: Session;
  partner: Partner;
  keys: PartnerKey[];
  feeds: Definition[];
  families: Family[];
  /** Feeds of its families that it polls. */
  polled: Definition[];
  /** What has just been done. */
  done: string | undefined;
  now: number;
}

/** A partner: whether it is served, its keys, its limits, its feeds. What one may not do is not offered. */
export const PartnerPage: FC<PartnerPageProps> = (props) => {
  const { site, session, partner, keys, feeds, families, polled, done, now } = props;
  const mayChange = session.scopes.has("partners");
  const isSuspended = partner.status === "suspended";
  return (
    <DeskPage site={site} session={session} title={partner.name} part="/partners">
      <p class="meta">
        <a href={deskPath(site, "/partners")}>Partners</a>
      </p>
      <h1>{partner.name}</h1>
      <p class="dek">
        {isSuspended ? (
          <span class="wrong">Suspended: no key of it opens anything.</span>
        ) : keys.some((key) => isGoodKey(key, now)) ? (
          <span class="right">Served.</span>
        ) : (
          <span class="wrong">Not served yet: it has no key that is good.</span>
        )}
      </p>
      <Done what={done} />
      <Keys {...props} mayChange={mayChange} />
      <section aria-labelledby="feeds">
        <h2 id="feeds">Feeds</h2>
        {feeds.length + families.length === 0 ? (
          <p>
            No feed is for it yet: a definition in <code>feeds/</code> names its partner.
          </p>
        ) : null}
        <ul class="bullets">
          {[...feeds, ...polled].map(({ slug, title }) => (
            <li>
              <a href={deskPath(site, partnerFeedPath(slug))}>{title}</a>: what its profile leaves out, and advises
            </li>
          ))}
          {families.map(({ slug, title, by }) => (
            <li>
              {title}: a family, with a feed for each {by.join(" and ")} that it asks for, at <code>{slug}/…</code>
            </li>
          ))}
        </ul>
      </section>
      {mayChange ? <Settings {...props} /> : null}
    </DeskPage>
  );
};

const isGoodKey = ({ revoked_at, expires_at }: PartnerKey, now: number): boolean =>
  revoked_at === undefined && (expires_at === undefined || Date.parse(expires_at) > now);

const Keys: FC<PartnerPageProps & { mayChange: boolean }> = (props) => {
  const { site, keys, now, mayChange } = props;
  const good = keys.filter((key) => isGoodKey(key, now));
  const former = keys.filter((key) => !isGoodKey(key, now));
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">Keys</h2>
      {good.length === 0 ? <p>It can poll nothing until it has a key.</p> : null}
      {good.length === 0 ? null : (
        <Table label="Keys" head={["Key", "For", "Opens", "Last used", "Ends", ...(mayChange ? ["Do"] : [])]}>
          {good.map((key) => (
            <tr>
              <th scope="row">wp_{key.id}…</th>
              <td>{key.label ?? "–"}</td>
              <td>{key.feeds?.join(", ") ?? "all its feeds"}</td>
              <td class="short">
                {key.last_used_at ? <When site={site} at={Date.parse(key.last_used_at)} now={now} /> : "never"}
              </td>
              <td class="short">{key.expires_at ? untilTime(Date.parse(key.expires_at), now) : "when revoked"}</td>
              {mayChange ? (
                <td>
                  <KeyActions {...props} id={key.id} />
                </td>
              ) : null}
            </tr>
          ))}
        </Table>
      )}
      {mayChange ? <NewPartnerKey {...props} isFirst={good.length === 0} /> : null}
      {former.length === 0 ? null : (
        <details>
          <summary>Keys that are good no more</summary>
          <ul class="bullets">
            {former.map(({ id, label, revoked_at, expires_at }) => (
              <li>
                wp_{id}… {label}{" "}
                <span class="meta">
                  {revoked_at === undefined ? "ended" : "revoked"}{" "}
                  <When site={site} at={Date.parse(revoked_at ?? expires_at ?? "")} now={now} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

const OVERLAP_WORDS: Record<(typeof OVERLAPS)[number], string> = {
  0: "at once",
  24: "in a day",
  168: "in a week",
  720: "in a month",
};

const KeyActions: FC<Pick<PartnerPageProps, "site" | "session" | "partner"> & { id: string }> = ({
  site,
  session,
  partner,
  id,
}) => (
  <div class="actions">
    <Post site={site} session={session} to={partnerPath(partner.slug, `/keys/${id}/rotate`)}>
      <label class="unseen" for={`hours-${id}`}>
        The former key ends
      </label>
      <span class="inline">
        <select id={`hours-${id}`} name="hours">
          {OVERLAPS.map((hours) => (
            <option value={String(hours)} selected={hours === 24}>
              this one ends {OVERLAP_WORDS[hours]}
            </option>
          ))}
        </select>
        <button type="submit" class="quiet">
          Replace<span class="unseen"> {id}</span>
        </button>
      </span>
    </Post>
    <Post site={site} session={session} to={partnerPath(partner.slug, `/keys/${id}/revoke`)}>
      <button type="submit" class="danger">
        Revoke<span class="unseen"> {id}</span>
      </button>
    </Post>
  </div>
);

type NewPartnerKeyProps = Pick<PartnerPageProps, "site" | "session" | "partner" | "feeds" | "families"> & {
  /** Nothing else is to be done first. */
  isFirst: boolean;
};

const NewPartnerKey: FC<NewPartnerKeyProps> = ({ site, session, partner, feeds, families, isFirst }) => (
  <details open={isFirst}>
    <summary>A new key</summary>
    <Post site={site} session={session} to={partnerPath(partner.slug, "/keys")}>
      <div class="field">
        <label for="label">What it is for</label>
        <input id="label" name="label" maxlength={200} placeholder="Its newsroom system" autocomplete="off" />
      </div>
      {feeds.length + families.length < 2 ? null : (
        <fieldset>
          <legend>It opens these feeds; none ticked: all, those to come too</legend>
          {[...feeds, ...families].map(({ slug, title }) => (
            <label class="check">
              <input type="checkbox" name="feed" value={slug} /> {title}
            </label>
          ))}
        </fieldset>
      )}
      <EndsField />
      <p class="actions">
        <button type="submit">Make the key</button>
      </p>
    </Post>
  </details>
);

const Settings: FC<Pick<PartnerPageProps, "site" | "session" | "partner">> = ({ site, session, partner }) => {
  const isSuspended = partner.status === "suspended";
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">Name and limits</h2>
      <Post site={site} session={session} to={partnerPath(partner.slug)}>
        <div class="fields">
          <div class="field">
            <label for="name">Name</label>
            <input id="name" name="name" required maxlength={200} value={partner.name} />
          </div>
          <div class="field">
            <label for="requests">Polls a minute, of each key</label>
            <input
              id="requests"
              name="requests_per_minute"
              type="number"
              min={1}
              max={100_000}
              required
              value={partner.requests_per_minute}
            />
          </div>
          <div class="field">
            <label for="megabytes">Megabytes a day, of each key</label>
            <input
              id="megabytes"
              name="megabytes_per_day"
              type="number"
              min={0.001}
              max={MEGABYTE}
              step="any"
              required
              value={partner.bytes_per_day / MEGABYTE}
            />
          </div>
        </div>
        <label class="check">
          <input type="checkbox" name="key_in_url" checked={partner.key_in_url} /> Its system can only send the key in
          the address (?key=…), where logs may keep it
        </label>
        <p class="actions">
          <button type="submit">Save</button>
        </p>
      </Post>
      <Post site={site} session={session} to={partnerPath(partner.slug, "/status")}>
        <input type="hidden" name="status" value={isSuspended ? "active" : "suspended"} />
        <p>
          {isSuspended
            ? "Its keys open nothing. Resumed, the same keys open its feeds again."
            : "Suspended, all its keys open nothing within two seconds, until it is resumed. Nothing of it is lost."}
        </p>
        <p class="actions">
          <button type="submit" class={isSuspended ? undefined : "danger"}>
            {isSuspended ? "Resume" : "Suspend"}
          </button>
        </p>
      </Post>
      <p class="meta">Its short name, which never changes: {partner.slug}</p>
    </section>
  );
};
