import type { FC } from "hono/jsx";
import type { Article } from "../../../article/article.ts";
import { visibility } from "../../../article/visibility.ts";
import type { Definition, Site } from "../../../feed/definition.ts";
import { Exactly, untilTime, When } from "../../pages/frame/time.tsx";
import type { LoggedDeed } from "../../store/audit-log.ts";
import type { DeskMembership } from "../../store/desk.ts";
import { ActorName } from "../log/deed-sentence.tsx";

interface StateProps {
  site: Site;
  article: Article;
  /** The deed by which it came to its status; null: the log does not tell. Absent: it is not stored. */
  status?: LoggedDeed | null;
  /** The feeds that it is in, in words. Absent: it is not stored. */
  places?: string;
  now: number;
}

/** In one line: whether readers see an article, where, since when and until when, or why they do not and by whom. */
export const ArticleState: FC<StateProps> = (props) => {
  const { article } = props;
  if (article.status === "canceled")
    return (
      <p class="state">
        <b class="wrong">Taken back</b> <Status {...props} />
        {article.reason === undefined ? null : <>: {article.reason}</>}
      </p>
    );
  if (article.status === "draft")
    return (
      <p class="state">
        <b>Draft</b> <Status {...props} />: no reader sees it.
      </p>
    );
  if (article.status === "withheld")
    return (
      <p class="state">
        <b class="wrong">Withheld</b> <Status {...props} />: it is in no feed.
      </p>
    );
  return <Visible {...props} />;
};

/** Of one that readers may see in its time. */
const Visible: FC<StateProps> = ({ site, article, places, now }) => {
  const visible = visibility(article);
  if (!visible || (visible.until !== undefined && visible.until <= now))
    return (
      <p class="state">
        <b class="wrong">Expired</b>
        {visible?.until === undefined ? (
          " before it began"
        ) : (
          <>
            {" "}
            on <Exactly site={site} at={visible.until} />
          </>
        )}
      </p>
    );
  return (
    <p class="state">
      {visible.from > now ? (
        <>
          <b class="wrong">Embargoed</b> until <Exactly site={site} at={visible.from} />, {untilTime(visible.from, now)}
          {places === undefined ? null : `; then in ${places}`}
        </>
      ) : (
        <>
          <b class={places === NO_PLACE ? "wrong" : "right"}>In {places ?? "sight"}</b> since{" "}
          <Exactly site={site} at={visible.from} />
        </>
      )}
      {visible.until === undefined ? null : (
        <>
          {visible.from > now ? "; it expires on " : ", until "}
          <Exactly site={site} at={visible.until} />
        </>
      )}
    </p>
  );
};

/** By whom it came to its status, and when. */
const Status: FC<StateProps> = ({ site, status, now }) =>
  status ? (
    <>
      by <ActorName actor={status.actor} within /> <When site={site} at={status.at} now={now} />
    </>
  ) : null;

const NO_PLACE = "no feed";

/** The feeds that an article is in: "3 feeds and 1 partner’s feed". */
export function placesOf(memberships: DeskMembership[], definitions: Map<string, Definition>): string {
  const ofPartners = memberships.filter(({ feed }) => definitions.get(feed)?.access === "partner").length;
  const open = memberships.length - ofPartners;
  if (memberships.length === 0) return NO_PLACE;
  const feeds = (number: number) => (number === 1 ? "1 feed" : `${number} feeds`);
  const partners = ofPartners === 1 ? "1 partner’s feed" : `${ofPartners} partners’ feeds`;
  if (ofPartners === 0) return feeds(open);
  return open === 0 ? partners : `${feeds(open)} and ${partners}`;
}
