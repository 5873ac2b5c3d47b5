import type { FC } from "hono/jsx";
import type { Difference } from "../../../article/difference.ts";
import type { Site } from "../../../feed/definition.ts";
import { articlePath } from "../frame.tsx";
import { Differences } from "../tables/differences.tsx";

/** What another desk did between this one's look and its save. */
export const Meanwhile: FC<{ site: Site; id: string; shown: number; revision: number; changes: Difference[] }> = ({
  site,
  id,
  shown,
  revision,
  changes,
}) => (
  <>
    <p>
      {shown === 0
        ? `When you looked, no article had this id. It has been stored since, as revision ${revision}.`
        : revision === 0
          ? `You were looking at revision ${shown}, and the article is no longer there.`
          : `You were looking at revision ${shown}; meanwhile the article has become revision ${revision}.`}{" "}
      Nothing of yours was stored, and nothing of theirs was overwritten.
    </p>
    {changes.length === 0 ? null : (
      <Differences
        label="What they changed"
        before={`Revision ${shown}`}
        after={`Revision ${revision}`}
        changes={changes}
      />
    )}
    {revision === 0 ? null : (
      <p>
        <a href={articlePath(site, id)}>See the article as it is now</a>, and repeat what you meant to do if it still
        holds.
      </p>
    )}
  </>
);
