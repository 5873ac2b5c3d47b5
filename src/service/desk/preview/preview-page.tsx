import type { FC } from "hono/jsx";
import { MAX_URL } from "../../../article/limits.ts";
import type { Site } from "../../../feed/definition.ts";
import type { LineFates } from "../../../import/line-fate.ts";
import { DeskPage, Post } from "../frame.tsx";
import { Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";
import { Problems } from "../tables/problems.tsx";
import { Decisions } from "./decisions.tsx";
import type { PastedDraft } from "./pasted-draft.ts";
import { type Previewed, PreviewedArticle } from "./previewed-article.tsx";

/** The fields of the form, as they were sent. */
export interface PasteFields {
  text: string;
  url: string;
  published: string;
  section: string;
  /** What the editor said of lines of a page's text. */
  lines: LineFates;
}

/** What came of what was pasted. */
export type PreviewResult = Exclude<PastedDraft, { status: "article" }> | Previewed;

interface PreviewPageProps {
  site: Site;
  session: Session;
  pasted: PasteFields;
  /** Undefined: nothing was sent yet. */
  result: PreviewResult | undefined;
  now: number;
}

/** The page on which an editor pastes something, and sees what came of it. */
export const PreviewPage: FC<PreviewPageProps> = (props) => {
  const { site, session, result } = props;
  return (
    <DeskPage site={site} session={session} title="Preview" part="/preview">
      <h1>Preview</h1>
      {result === undefined ? (
        <p class="dek">
          Paste an article as JSON, or the text of a page, and see what feeds would make of it. Nothing is stored before
          you say so.
        </p>
      ) : null}
      {result?.status === "unreadable" ? <Failed why={`Nothing to show: ${result.reason}.`} /> : null}
      {result?.status === "problems" ? (
        <section aria-labelledby="problems" role="alert">
          <h2 id="problems">It cannot be stored as it is</h2>
          <Problems problems={result.problems} />
        </section>
      ) : null}
      {result?.status === "article" ? <PreviewedArticle {...props} result={result} /> : null}
      {result && result.decisions.length > 0 ? (
        <Decisions list={result.decisions} said={props.pasted.lines} form={PASTE_FORM} />
      ) : null}
      <PasteForm {...props} />
    </DeskPage>
  );
};

const PASTE_FORM = "paste-form";

/** The form, with what was sent last. */
const PasteForm: FC<PreviewPageProps> = ({ site, session, pasted, result }) => (
  <section aria-labelledby="paste">
    <h2 id="paste" class={result === undefined ? "unseen" : undefined}>
      {result === undefined ? "Paste" : "What was pasted"}
    </h2>
    <Post site={site} session={session} to="/preview" id={PASTE_FORM}>
      <label for="text">Article as JSON, or a page’s plain text</label>
      <textarea id="text" name="text" rows={result === undefined ? 16 : 8} required dir="auto" spellcheck={false}>
        {pasted.text}
      </textarea>
      <fieldset>
        <legend>For a page’s text that does not say it itself</legend>
        <div class="fields">
          <p>
            <label for="url">URL</label>
            <input id="url" name="url" type="url" maxlength={MAX_URL} value={pasted.url} />
          </p>
          <p>
            <label for="published">Published</label>
            <input
              id="published"
              name="published"
              maxlength={100}
              placeholder="2026-03-13T06:10:00Z"
              value={pasted.published}
            />
          </p>
          <p>
            <label for="section">Section</label>
            <input id="section" name="section" maxlength={500} value={pasted.section} />
          </p>
        </div>
      </fieldset>
      <button type="submit">Preview</button>
    </Post>
  </section>
);
