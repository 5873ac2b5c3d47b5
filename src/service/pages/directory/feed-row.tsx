import type { FC } from "hono/jsx";
import type { Definition, Site } from "../../../feed/definition.ts";
import type { FeedState } from "../../store/feeds.ts";
import { Formats } from "../feed/formats.tsx";
import { contentsOf, shortTitle } from "../feed/labels.ts";
import { Proofread } from "../feed/proof.tsx";
import { feedPath } from "../frame/addresses.ts";
import { inLanguage } from "../frame/language.ts";
import { rhythm, When } from "../frame/time.tsx";
import { capital } from "../frame/wording.ts";

/** What the directory tells of each feed, by slug. */
export interface DirectoryFacts {
  states: Map<string, FeedState>;
  /** When a feed's newest stories changed, the newest first. Milliseconds. */
  changes: Map<string, number[]>;
  now: number;
}

/** A feed in a list of feeds. */
export const FeedRow: FC<{ site: Site; feed: Definition; facts: DirectoryFacts }> = ({
  site,
  feed,
  facts: { states, changes, now },
}) => {
  const state = states.get(feed.slug);
  const changed = changes.get(feed.slug) ?? [];
  const [newest] = changed;
  const often = rhythm(changed);
  return (
    <li>
      <h3 {...inLanguage(feed.language ?? site.language)}>
        <a href={feedPath(site, feed.slug)}>{shortTitle(site, feed)}</a>
      </h3>
      <p class="dek" {...inLanguage(feed.language ?? site.language)}>
        {feed.description}
      </p>
      <p class="meta">{contentsOf(feed, state?.entries ?? 0)}</p>
      {newest === undefined ? null : (
        <p class="meta">
          {often === undefined ? "The last" : `${capital(often)}, the last`} <When site={site} at={newest} now={now} />
        </p>
      )}
      <Proofread site={site} state={state} now={now} />
      <Formats site={site} definition={feed} />
    </li>
  );
};
