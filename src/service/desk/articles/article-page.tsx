import type { FC } from "hono/jsx";
import type { ReceiptReport } from "../../../partner/receipt-report.ts";
import type { LoggedDeed } from "../../store/audit-log.ts";
import type { EdgeState } from "../../store/taken-back.ts";
import { DeskPage } from "../frame.tsx";
import { Done, doneWords } from "../outcome.tsx";
import { ArticleFacts } from "./article-facts.tsx";
import { ArticleState, placesOf } from "./article-state.tsx";
import { Deliveries } from "./deliveries.tsx";
import { EdgeLine } from "./edge-state.tsx";
import { Life, type LifeProps } from "./life.tsx";
import { SentSection } from "./sent-section.tsx";
import { SharedUrl } from "./shared-url.tsx";
import { StoryAsRead } from "./story-as-read.tsx";
import { WhatToDo } from "./what-to-do.tsx";

interface ArticlePageProps extends LifeProps {
  /** The deed by which it came to its status; null: the log does not tell. */
  status: LoggedDeed | null;
  /** Where its text is, where it was taken back; null: it was not, or stood nowhere. */
  edge: EdgeState | null;
  /** Another article with its URL. */
  holder?: string;
  /** Which partners have which revision; null: no partner's feed carries the article. */
  report: ReceiptReport | null;
  /** What the form has done that led here: a key of `DONE`. Anything may stand in the address. */
  done: string | undefined;
}

/** An article at the desk: as readers see it, what can be done with it, and its life. */
export const ArticlePage: FC<ArticlePageProps> = (props) => {
  const { site, session, found, status, definitions, report, now } = props;
  const { article } = found;
  return (
    <DeskPage site={site} session={session} title={article.title} part="/articles">
      <Done what={doneWords(DONE, props.done)} />
      <div class="told">
        <StoryAsRead site={site} found={found} />
        <section class="do" aria-label="What can be done">
          {article.status === "canceled" ? (
            <p class="meta" dir="auto">
              {article.title}
            </p>
          ) : null}
          <ArticleState {...{ site, article, status, now }} places={placesOf(found.memberships, definitions)} />
          {props.edge && <EdgeLine site={site} edge={props.edge} />}
          <SharedUrl site={site} holder={props.holder} />
          <WhatToDo site={site} session={session} found={found} />
        </section>
        <Life {...props} />
        <div class="known">
          {report ? <Deliveries {...{ site, report, definitions, now }} /> : null}
          {report ? <SentSection {...{ site, session, report, definitions, now }} /> : null}
          <ArticleFacts {...{ site, found, definitions, now }} />
        </div>
      </div>
    </DeskPage>
  );
};

const DONE: Record<string, string> = {
  created: "Stored. It is in its feeds in a moment.",
  changed: "Done. The feeds follow in a moment.",
  unchanged: "It is so already: nothing was changed.",
};
