import type { FC } from "hono/jsx";
import type { Problem } from "../../../article/parse.ts";
import type { Site } from "../../../feed/definition.ts";
import { isSameActor } from "../../../people/actor.ts";
import { inLanguage } from "../../pages/frame/language.ts";
import { When } from "../../pages/frame/time.tsx";
import type { Suggestions } from "../../store/suggestions.ts";
import { articlePath, DeskPage, deskPath, Post } from "../frame.tsx";
import { Done, doneWords, Failed } from "../outcome.tsx";
import type { Session } from "../session.ts";
import type { FormView } from "./inputs.tsx";
import { LivePreview, type StoryPreview } from "./live-preview.tsx";
import type { OpenDraft } from "./open-draft.ts";
import { type RowList, withPartners } from "./story/fields.ts";
import { fieldAt, proposedUrl } from "./story/to-article.ts";
import { draftZone } from "./story/zone.ts";
import { StoryForm } from "./story-form.tsx";
import { WHOLE_FORM } from "./taking.ts";

interface EditorPageProps {
  site: Site;
  session: Session;
  open: OpenDraft;
  preview: StoryPreview;
  suggestions: Suggestions;
  /** The names of partners, by slug. */
  partners: Map<string, string>;
  /** The article's revision by now; 0: it is not stored. */
  revision: number;
  /** The list that gets one more empty row. */
  more: RowList | undefined;
  /** What the form has done that led here: a key of `DONE`. Anything may stand in the address. */
  done: string | undefined;
  now: number;
}

/** The page on which a story is written. What is wrong the desk says, beside the field: a draft may be as it is. */
export const EditorPage: FC<EditorPageProps> = (props) => {
  const { site, session, open, preview, now } = props;
  const { draft, base, from } = open;
  const fields = withPartners(draft.fields, from.partners);
  const to = (action: string) => deskPath(site, `/drafts/${draft.id}/${action}`);
  // Nobody is told what is missing of a story that was just begun.
  const isBegun = draft.version > 1 || base !== null;
  const problems = isBegun && preview.status === "problems" ? preview.problems : [];
  const on: FormView = { fields, problems: byField(problems, fields), zone: from.zone };
  const title = fields.title ?? (base === null ? "New story" : base.title);
  const language = inLanguage(fields.language ?? site.language);
  return (
    <DeskPage site={site} session={session} title={title} part="/drafts">
      <h1 class="unseen">{base === null ? "New story" : `Edit: ${base.title}`}</h1>
      <Notices {...props} problems={problems} />
      <div class="editor">
        <form
          class="story-form"
          id="story"
          method="post"
          action={to("save")}
          data-draft={to("autosave")}
          accept-charset="utf-8"
          novalidate
        >
          <input type="hidden" name="form_token" value={session.formToken} />
          <input type="hidden" name="draft" value={draft.id} />
          <input type="hidden" name="draft_version" value={draft.version} />
          <input type="hidden" name="article" value={draft.articleId} />
          <input type="hidden" name="base_revision" value={draft.baseRevision} />
          <input type="hidden" name="zone" value={from.zone} />
          <Bar {...props} to={to} />
          <StoryForm
            site={site}
            on={on}
            base={base}
            suggestions={props.suggestions}
            more={props.more}
            proposed={proposedUrl(from, fields.title)}
            language={language}
            partners={props.partners}
            upload={(list) => `upload-${list}`}
          />
          <input type="hidden" name={WHOLE_FORM} value="1" />
        </form>
        <section class="side" aria-labelledby="seen" tabindex={0}>
          <h2 id="seen">As readers will see it</h2>
          <div data-preview={deskPath(site, "/articles/preview")} aria-live="polite">
            {isBegun ? (
              <LivePreview site={site} preview={preview} fields={fields} now={now} />
            ) : (
              <p class="meta">Write, and it shows here.</p>
            )}
          </div>
        </section>
      </div>
      {(["images", "attachments"] as const).map((list) => (
        <form id={`upload-${list}`} method="post" action={deskPath(site, "/files")} enctype="multipart/form-data">
          <input type="hidden" name="form_token" value={session.formToken} />
          <input type="hidden" name="to" value={`/drafts/${draft.id}?rows=${list}`} />
        </form>
      ))}
      <Discard {...props} />
    </DeskPage>
  );
};

function byField(problems: Problem[], fields: FormView["fields"]): FormView["problems"] {
  const found: FormView["problems"] = new Map();
  for (const { path, detail } of problems) {
    const name = fieldAt(path, fields);
    if (name !== undefined) found.set(name, [...(found.get(name) ?? []), detail]);
  }
  return found;
}

/** What can be done with the story, and when it was last saved. It stays in sight. */
const Bar: FC<EditorPageProps & { to: (action: string) => string }> = ({ site, session, open, now, to }) => {
  const { draft, base } = open;
  const mayPublish = session.scopes.has("articles:write");
  const isUnpublished = base === null || base.status === "draft";
  return (
    <p class="actions doing">
      <button type="submit" class="quiet">
        Save the draft
      </button>
      {mayPublish ? (
        <button type="submit" formaction={to("publish")}>
          {isUnpublished ? "Publish" : base.status === "withheld" ? "Store, still withheld" : "Publish the change"}
        </button>
      ) : null}
      {mayPublish && isUnpublished ? (
        <button type="submit" class="quiet" formaction={to("keep")}>
          Store as a draft
        </button>
      ) : null}
      {draft.state === "open" && !mayPublish ? (
        <button type="submit" formaction={to("hand-in")}>
          Hand in
        </button>
      ) : null}
      <output data-draft-status>
        {draft.version === 1 ? null : (
          <>
            Saved <When site={site} at={draft.updatedAt} now={now} />
          </>
        )}
      </output>
    </p>
  );
};

const DONE: Record<string, string> = {
  saved: "Saved. Only the newsroom sees it.",
  uploaded: "Uploaded: the file has a row below. Save the draft with it.",
  merged: "Put together. Look it over, and publish it.",
  back: "It is yours again.",
  moved: "It was saved elsewhere since you looked, so nothing was done: look it over as it is now.",
};

/** What happened, and what one should know before one goes on. */
const Notices: FC<EditorPageProps & { problems: Problem[] }> = (props) => {
  const { site, session, open, revision, done, problems } = props;
  const { draft, base, from } = open;
  const zone = draftZone(site);
  const isOwn = isSameActor(draft.author, session.actor);
  return (
    <>
      <Done what={doneWords(DONE, done)} />
      {done === "tried" && problems.length > 0 ? <Failed why="Not published yet: see what is marked below." /> : null}
      {done === "untitled" && (draft.fields.title ?? "").trim() === "" ? (
        <Failed why="Not handed in yet: give it a title, by which an editor finds it. What you wrote is saved." />
      ) : null}
      {from.zone === zone ? null : (
        <p class="state">
          <b class="wrong">The newsroom’s clocks are those of {zone} now.</b> The times of this draft stay those of{" "}
          {from.zone}, where it was begun.
        </p>
      )}
      {draft.note === undefined ? null : (
        <p class="done">
          An editor handed it back: <span dir="auto">{draft.note}</span>
        </p>
      )}
      {isOwn ? null : <p class="state">{draft.author.name} writes this.</p>}
      {base === null ? null : (
        <p class="meta">
          A change to <a href={articlePath(site, draft.articleId)}>the story as it is stored</a>, revision{" "}
          {draft.baseRevision}.
        </p>
      )}
      {revision > draft.baseRevision ? (
        <p class="state">
          <b class="wrong">The stored story has changed</b> since this draft was begun: what they did, and what you did,
          is put together when you publish, and you are asked where both changed the same.
        </p>
      ) : null}
      {draft.state === "waiting" ? <Waiting {...props} /> : null}
    </>
  );
};

/** A draft that was handed in: an editor publishes it, or hands it back. */
const Waiting: FC<EditorPageProps> = ({ site, session, open: { draft } }) => (
  <Post site={site} session={session} to={`/drafts/${draft.id}/hand-back`}>
    <p class="state">
      <b>Handed in</b>: it waits for an editor.
    </p>
    {session.scopes.has("articles:write") ? (
      <p class="field">
        <label>
          What is still to be done, for {draft.author.name}
          <input name="note" dir="auto" maxlength={2_000} />
        </label>
      </p>
    ) : null}
    <button type="submit" class="quiet">
      {session.scopes.has("articles:write") ? "Hand it back" : "Take it back to write on"}
    </button>
  </Post>
);

const Discard: FC<EditorPageProps> = ({ site, session, open: { draft, base } }) => (
  <details>
    <summary>Discard this draft…</summary>
    <Post site={site} session={session} to={`/drafts/${draft.id}/discard`}>
      <p>
        {base === null
          ? "What is written here is thrown away for good."
          : "The change is thrown away for good. The story stays as it is stored."}
      </p>
      <input type="hidden" name="draft_version" value={draft.version} />
      <p class="actions">
        <button type="submit">Discard it</button>
      </p>
    </Post>
  </details>
);
