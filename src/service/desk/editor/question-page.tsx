import type { FC } from "hono/jsx";
import { MAX_CAPTION } from "../../../article/limits.ts";
import type { Site } from "../../../feed/definition.ts";
import type { DeskDraft } from "../../store/drafts.ts";
import { DeskPage, deskPath, Post } from "../frame.tsx";
import { Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";

/** What a change is to readers who have seen the story. */
export const ANSWERS = ["correction", "update", "small"] as const;
export type Answer = (typeof ANSWERS)[number];

const WORDS: Record<Answer, string> = {
  correction: "Yes: something was wrong. Readers are told what, and see the story again as changed.",
  update: "No: there is something new. Readers see the story again as changed.",
  small: "No: a small change, as of a typing error. Nobody has to look again.",
};

/** Asks what a change is to readers who have seen the story. There is no answer that is meant where nobody gives one. */
export const QuestionPage: FC<{ site: Site; session: Session; draft: DeskDraft; wrong: string | undefined }> = ({
  site,
  session,
  draft,
  wrong,
}) => (
  <DeskPage site={site} session={session} title="Is it a correction?" part="/drafts">
    <div class="notice">
      <h1>Readers have seen this. Is it a correction?</h1>
      <Failed why={wrong} />
      <Post site={site} session={session} to={`/drafts/${draft.id}/publish`}>
        <input type="hidden" name="draft_version" value={draft.version} />
        <input type="hidden" name="article" value={draft.articleId} />
        <fieldset class="answers">
          <legend class="unseen">What it is</legend>
          {ANSWERS.map((answer) => (
            <label class="check">
              <input type="radio" name="readers" value={answer} required /> {WORDS[answer]}
            </label>
          ))}
        </fieldset>
        <p class="field">
          <label>
            If it is one: what was wrong, and what is right, for readers to see
            <textarea name="note" rows={3} maxlength={MAX_CAPTION} dir="auto" />
          </label>
        </p>
        <p class="actions">
          <button type="submit">Publish the change</button>
          <a class="action" href={deskPath(site, `/drafts/${draft.id}`)}>
            Back to the draft
          </a>
        </p>
      </Post>
    </div>
  </DeskPage>
);
