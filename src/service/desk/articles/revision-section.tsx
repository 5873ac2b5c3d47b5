import type { FC } from "hono/jsx";
import { differences } from "../../../article/difference.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { Exactly, When } from "../../pages/frame/time.tsx";
import type { LoggedDeed } from "../../store/audit-log.ts";
import type { DeskArticle } from "../../store/desk.ts";
import type { Revision } from "../../store/history.ts";
import type { Served } from "../../store/served.ts";
import { Post, Table } from "../frame.tsx";
import { DeedOfIt } from "../log/deed-sentence.tsx";
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
  /** The deed that made it; undefined: the log did not see it. */
  deed: LoggedDeed | undefined;
  /** Where revisions of the article were served, others among them. */
  served: Served[];
  now: number;
}

/** One revision of an article: who made it, what it changed, where it was served, and the way back to it. */
export const RevisionSection: FC<RevisionProps> = (props) => {
  const { site, found, served, now, one, previous, deed } = props;
  const { revision } = one;
  const changes = differences(previous?.article ?? null, one.article);
  const stood = served.filter((row) => row.revision === revision);
  return (
    <div class="revision">
      <div class="rubric">
        <h3>{deed === undefined ? "The log does not tell who stored it." : <DeedOfIt deed={deed} />}</h3>
        <WayBack {...props} />
      </div>
      {newNotes(one, previous).map((note) => (
        <p class="said" dir="auto">
          “{note}”
        </p>
      ))}
      <p class="meta">
        <When site={site} at={one.stored_at} now={now} />, <Exactly site={site} at={one.stored_at} /> · revision{" "}
        {revision}
        {revision === found.revision ? ", the current one" : ""}
        {previous === undefined || previous.updated !== one.updated ? "" : " · no reader had to look again"}
        {stood.length === 0 ? " · served in no edition" : null}
      </p>
      <details>
        <summary>
          {changeLine(
            changes.map(({ path }) => path.slice(1)),
            previous !== undefined,
          )}
        </summary>
        <Differences label={`What revision ${revision} changed`} before="Before" after="After" changes={changes} />
      </details>
      <ServedIn {...props} stood={stood} />
    </div>
  );
};

const WayBack: FC<RevisionProps> = ({ site, session, found, one: { revision } }) =>
  revision === found.revision || !session.scopes.has("articles:write") ? null : (
    <Post site={site} session={session} to={`/articles/${encodeURIComponent(found.article.id)}/restore`}>
      <input type="hidden" name="revision" value={found.revision} />
      <button type="submit" name="restore" value={revision} class="quiet">
        Restore revision {revision}
      </button>
    </Post>
  );

const ServedIn: FC<Pick<RevisionProps, "site" | "definitions" | "one"> & { stood: Served[] }> = ({
  site,
  definitions,
  one: { revision },
  stood,
}) =>
  stood.length === 0 ? null : (
    <details>
      <summary>{servedLine(stood)}</summary>
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
  );

/** The notes of the corrections that a revision added. */
const newNotes = ({ article }: Revision, previous: Revision | undefined): string[] =>
  previous === undefined ? [] : article.corrections.slice(previous.article.corrections.length).map(({ note }) => note);

/** "Served in 4 feeds from edition 12": feeds count their editions each for itself, and often are not at the same. */
function servedLine(stood: Served[]): string {
  const feeds = new Set(stood.map(({ feed }) => feed)).size;
  const firsts = [...new Set(stood.map(({ first_edition }) => first_edition))];
  const where = feeds === 1 ? "one feed" : `${feeds} feeds`;
  const from = firsts.length === 1 ? ` from edition ${firsts[0]}` : "";
  return `Served in ${where}${from}${stood.every(({ last_edition }) => last_edition !== null) ? ", no longer" : ""}`;
}

/** @param compared whether there is a revision before it, whose fields these are not */
const changeLine = (fields: string[], compared: boolean): string => {
  if (!compared) return `All of it: ${fields.length} fields`;
  return fields.length === 0 ? "The same fields" : `Changed: ${fields.join(", ")}`;
};
