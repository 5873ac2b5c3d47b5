import type { FC } from "hono/jsx";
import type { Article } from "../../../article/article.ts";
import { visibility } from "../../../article/visibility.ts";
import type { Site } from "../../../feed/definition.ts";
import { Exactly, untilTime } from "../../pages/frame/time.tsx";

/** Whether readers see an article, since when and until when, or why they do not. */
export const ArticleState: FC<{ site: Site; article: Article; now: number }> = ({ site, article, now }) => {
  const visible = visibility(article);
  if (article.status === "canceled")
    return (
      <p class="state">
        <b class="wrong">Taken back</b>
        {article.reason === undefined ? null : <>: {article.reason}</>}
      </p>
    );
  if (article.status === "draft")
    return (
      <p class="state">
        <b>Draft</b>: only the newsroom sees it.
      </p>
    );
  if (article.status === "withheld")
    return (
      <p class="state">
        <b class="wrong">Withheld</b>: it is in no feed.
      </p>
    );
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
          <b class="wrong">Embargoed</b>: in sight {untilTime(visible.from, now)},{" "}
          <Exactly site={site} at={visible.from} />
        </>
      ) : (
        <>
          <b class="right">In sight</b> since <Exactly site={site} at={visible.from} />
        </>
      )}
      {visible.until === undefined ? null : (
        <>
          , until <Exactly site={site} at={visible.until} />
        </>
      )}
    </p>
  );
};
