import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { When } from "../../pages/frame/time.tsx";
import type { ListedDraft, StoredDraft } from "../../store/drafts.ts";
import { articlePath, DeskPage, deskPath } from "../frame.tsx";
import { Done, doneWords } from "../outcome.tsx";
import type { Session } from "../session.ts";

interface DraftsPageProps {
  site: Site;
  session: Session;
  /** One's own, or everybody's for those who may see them. */
  drafts: ListedDraft[];
  /** Articles that are stored as drafts. */
  stored: StoredDraft[];
  /** What was done that led here: a key of `DONE`. Anything may stand in the address. */
  done: string | undefined;
  now: number;
}

const DONE: Record<string, string> = {
  "handed-in": "Handed in. An editor publishes it, or hands it back to you.",
  "handed-back": "Handed back.",
  discarded: "Discarded.",
};

/** What is being written: first what waits for an editor. */
export const DraftsPage: FC<DraftsPageProps> = ({ site, session, drafts, stored, done, now }) => {
  const [waiting, open] = [
    drafts.filter(({ state }) => state === "waiting"),
    drafts.filter(({ state }) => state === "open"),
  ];
  const kept = stored.filter(({ id }) => !drafts.some(({ articleId }) => articleId === id));
  return (
    <DeskPage site={site} session={session} title="Drafts" part="/drafts">
      <h1>Drafts</h1>
      <Done what={doneWords(DONE, done)} />
      {session.scopes.has("drafts:write") ? (
        <p class="actions">
          <a class="action" href={deskPath(site, "/articles/new")}>
            New story
          </a>
        </p>
      ) : null}
      {drafts.length + kept.length === 0 ? <p>Nothing is being written.</p> : null}
      <DraftList site={site} id="waiting" title="Waiting for an editor" list={waiting} now={now} />
      <DraftList site={site} id="open" title="Being written" list={open} now={now} />
      {kept.length === 0 ? null : (
        <section aria-labelledby="kept">
          <h2 id="kept">Stored, and not published yet</h2>
          <ul class="stories">
            {kept.map(({ id, title, stored_at }) => (
              <li>
                <h3>
                  <a href={articlePath(site, id, "/edit")} dir="auto">
                    {title}
                  </a>
                </h3>
                <p class="meta">
                  Stored <When site={site} at={stored_at} now={now} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </DeskPage>
  );
};

const DraftList: FC<{ site: Site; id: string; title: string; list: ListedDraft[]; now: number }> = ({
  site,
  id,
  title,
  list,
  now,
}) =>
  list.length === 0 ? null : (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="stories">
        {list.map((draft) => (
          <li>
            <h3>
              <a href={deskPath(site, `/drafts/${draft.id}`)} dir="auto">
                {draft.title || "Without a title"}
              </a>
            </h3>
            <p class="meta">
              {draft.author.name}, saved <When site={site} at={draft.updatedAt} now={now} />
              {draft.baseRevision === 0 ? "" : ` · a change to revision ${draft.baseRevision}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
