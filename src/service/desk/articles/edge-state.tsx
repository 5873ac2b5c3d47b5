import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { Exactly } from "../../pages/frame/time.tsx";
import type { EdgeState } from "../../store/taken-back.ts";

/** Whether the text of a story that was taken back is out of the caches in front, and since when. */
export const EdgeLine: FC<{ site: Site; edge: EdgeState }> = ({ site, edge }) => (
  <p class="state">
    {edge.status === "out" ? (
      <>
        <b class="right">Out of the edge</b> since <Exactly site={site} at={edge.since} />, by {edge.by}
      </>
    ) : (
      <>
        <b class="wrong">Leaving the edge</b>
        {edge.until === null ? (
          ": its feeds have to be published first"
        ) : (
          <>
            : out by <Exactly site={site} at={edge.until} /> at the latest
          </>
        )}
      </>
    )}
  </p>
);
