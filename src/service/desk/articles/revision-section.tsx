import type { FC } from "hono/jsx";
import { differences } from "../../../article/difference.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { Exactly, When } from "../../pages/frame/time.tsx";
import type { DeskArticle } from "../../store/desk.ts";
import type { Revision } from "../../store/history.ts";
import type { Served } from "../../store/served.ts";
import { Post, Table } from "../frame.tsx";
import type { Session } from "../session.ts";
import { Differences } from "../tables/differences.tsx";

interface RevisionProps {
  site: Site;
  session: Session;
  found: DeskArticle;
  /** The definitions of the feeds that are named, by slug. */
  definitions: Map<string, Definition>;
  one: Revision;
  /** The revision before it; undefined where it is the first, or the one before is no longer kept. */
  previous: Revision | undefined;
  /** Where revisions of the article were served, others among them. */
  served: Served[];
  now: number;
}

/** One revision of an article: what it changed, where it was served, and the way back to it. */
export const RevisionSection: FC<RevisionProps> = (props) => {
  const { site, session, found, served, definitions, now, one, previous } = props;
  const { revision } = one;
  const changes = differences(previous?.article ?? null, one.article);
  const stood = served.filter((row) => row.revision === revision);
  const feeds = new Set(stood.map(({ feed }) => feed)).size;
  return (
    <section class="revision" aria-labelledby={`revision-${revision}`}>
      <div class="rubric">
        <h3 id={`revision-${revision}`}>
          Revision {revision}
          {revision === found.revision ? ", the current one" : ""}
        </h3>
        {revision === found.revision || !session.scopes.has("articles:write") ? null : (
          <Post site={site} session={session} to={`/articles/${encodeURIComponent(found.article.id)}/restore`}>
            <input type="hidden" name="revision" value={found.revision} />
            <button type="submit" name="restore" value={revision} class="quiet">
              Restore revision {revision}
            </button>
          </Post>
        )}
      </div>
      <p class="meta">
        Stored <When site={site} at={one.stored_at} now={now} />
        {previous === undefined || previous.updated !== one.updated ? "" : " · no reader had to look again"}
        {stood.length === 0 ? " · served in no edition" : null}
      </p>
      <details open={revision === found.revision && previous !== undefined}>
        <summary>
          {changeLine(
            changes.map(({ path }) => path.slice(1)),
            previous !== undefined,
          )}
        </summary>
        <Differences label={`What revision ${revision} changed`} before="Before" after="After" changes={changes} />
      </details>
      {stood.length === 0 ? null : (
        <details>
          <summary>Served in {feeds === 1 ? "one feed" : `${feeds} feeds`}</summary>
          <Table label={`Where revision ${revision} was served`} head={["Feed", "Editions", "From", "Until"]}>
            {stood.map((row) => (
              <tr>
                <th scope="row">{definitions.get(row.feed)?.title ?? row.feed}</th>
                <td>
                  {row.last_edition === null
                    ? `${row.first_edition} to now`
                    : `${row.first_edition} to ${row.last_edition}`}
                </td>
                <td>
                  <Exactly site={site} at={row.first_at} />
                </td>
                <td>{row.last_at === null ? "now" : <Exactly site={site} at={row.last_at} />}</td>
              </tr>
            ))}
          </Table>
        </details>
      )}
    </section>
  );
};

/** @param compared whether there is a revision before it, whose fields these are not */
const changeLine = (fields: string[], compared: boolean): string => {
  if (!compared) return `All of it: ${fields.length} fields`;
  return fields.length === 0 ? "The same fields" : `Changed: ${fields.join(", ")}`;
};
