import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { articlePath } from "../frame.tsx";

/** Says that another article has an article's URL, where one has. */
export const SharedUrl: FC<{ site: Site; holder: string | undefined }> = ({ site, holder }) =>
  holder === undefined ? null : (
    <p class="state">
      <b class="wrong">Twice in feeds</b>: the article <a href={articlePath(site, holder)}>{holder}</a> has this URL,
      too.
    </p>
  );
