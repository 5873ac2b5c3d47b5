import { raw } from "hono/html";
import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { FamilyFeed } from "../../store/family-values.ts";
import { feedPath } from "../frame/addresses.ts";
import { htmlSize, portions } from "../frame/portions.ts";
import { ValueName } from "../frame/value-name.tsx";

/** What the links may take of a page, in bytes: more than a dozen of the usual names. */
export const MORE_BYTES = 1_500;

/** The families' feeds in which stories of a page stand as well. */
export const MoreIn: FC<{ site: Site; related: FamilyFeed[] }> = ({ site, related }) => {
  const links = related.map(({ slug, labels }) =>
    String(
      <a href={feedPath(site, slug)}>
        <ValueName labels={labels} />
      </a>,
    ),
  );
  const [shown] = portions(links, htmlSize, MORE_BYTES);
  return shown === undefined ? null : (
    <nav class="more" aria-label="More in">
      <p class="meta">More in: {raw(shown.join(" · "))}</p>
    </nav>
  );
};
