import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { SCOPES, type Scope } from "../../../people/scopes.ts";
import { untilTime, When } from "../../pages/frame/time.tsx";
import { type ApiKey, MAX_LISTED_KEYS } from "../../store/api-keys.ts";
import { DeskPage, deskPath, Post } from "../frame.tsx";
import { EndsField } from "../key-ends.tsx";
import { Done, Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";
import { ShownOnce } from "../shown-once.tsx";

interface KeysProps {
  site: Site;
  session: Session;
  keys: ApiKey[];
  /** Whether a key was just revoked. */
  done: boolean;
  /** Why the form that was sent did nothing. */
  wrong: string | undefined;
  now: number;
}

/** Which systems have a key, what for, and when each was last used. */
export const KeysPage: FC<KeysProps> = ({ site, session, keys, done, wrong, now }) => {
  const isGood = ({ revoked_at, expires_at }: ApiKey) => revoked_at === null && (expires_at ?? Infinity) > now;
  const former = keys.filter((key) => !isGood(key));
  return (
    <DeskPage site={site} session={session} title="Keys" part="/keys">
      <h1>Keys</h1>
      <p class="dek">A system uses the API with a key of its own name: for what it needs, and no more.</p>
      <Done what={done && "The key is revoked: within two seconds it opens nothing, anywhere."} />
      <ul class="entries">
        <li>
          <h2>publish token</h2>
          <p class="meta">everything · it is set as PUBLISH_TOKEN, and goes with it</p>
        </li>
        {keys.filter(isGood).map((key) => (
          <li>
            <h2>{key.name}</h2>
            <p class="meta">
              wpa_{key.id}… · made by {key.made_by} <When site={site} at={key.created_at} now={now} /> ·{" "}
              {key.used_at === null ? (
                "never used"
              ) : (
                <>
                  last used <When site={site} at={key.used_at} now={now} />
                </>
              )}
              {key.expires_at === null ? null : ` · ends ${untilTime(key.expires_at, now)}`}
            </p>
            <p class="meta">May: {key.scopes.map((scope) => SCOPES[scope]).join("; ")}.</p>
            <Post site={site} session={session} to={`/keys/${key.id}/revoke`}>
              <button type="submit" class="danger">
                Revoke<span class="unseen"> {key.name}</span>
              </button>
            </Post>
          </li>
        ))}
      </ul>
      <NewKey site={site} session={session} wrong={wrong} />
      {former.length === 0 ? null : (
        <details>
          <summary>Keys that are good no more</summary>
          <ul class="entries">
            {former.map(({ id, name, revoked_at, expires_at }) => (
              <li>
                <p>
                  {name} <span class="meta">wpa_{id}…</span>
                </p>
                <p class="meta">
                  {revoked_at === null ? "ended" : "revoked"}{" "}
                  <When site={site} at={revoked_at ?? expires_at ?? now} now={now} />
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {keys.length < MAX_LISTED_KEYS ? null : <p class="meta">The latest {MAX_LISTED_KEYS} are shown.</p>}
    </DeskPage>
  );
};

const NewKey: FC<Pick<KeysProps, "site" | "session" | "wrong">> = ({ site, session, wrong }) => (
  <section aria-labelledby="new-key">
    <h2 id="new-key">A new key</h2>
    <Failed why={wrong} />
    <Post site={site} session={session} to="/keys">
      <div class="field narrow">
        <label for="name">What it is for</label>
        <input id="name" name="name" required maxlength={100} placeholder="Our CMS" autocomplete="off" />
      </div>
      <fieldset class="choices">
        <legend>It may</legend>
        {[...session.scopes].map((scope: Scope) => (
          <label class="check">
            <input type="checkbox" name="scope" value={scope} />
            <span>
              {SCOPES[scope]} <code>{scope}</code>
            </span>
          </label>
        ))}
      </fieldset>
      <div class="narrow">
        <EndsField />
      </div>
      <p class="actions">
        <button type="submit">Make the key</button>
      </p>
    </Post>
  </section>
);

/** The only page that ever shows a key. */
export const MadeKeyPage: FC<{ site: Site; session: Session; name: string; value: string }> = ({
  site,
  session,
  name,
  value,
}) => (
  <DeskPage site={site} session={session} title={`The key of ${name}`} part="/keys">
    <h1>The key of {name}</h1>
    <p class="dek">Copy it now: it is shown once. The system sends it as “Authorization: Bearer …”.</p>
    <ShownOnce id="key" value={value} back={deskPath(site, "/keys")} backTo="To the keys" />
  </DeskPage>
);
