import type { FC } from "hono/jsx";
import { differences } from "../../../article/difference.ts";
import { MAX_URL } from "../../../article/limits.ts";
import type { Site } from "../../../feed/definition.ts";
import type { LineDecision } from "../../../import/source-reading.ts";
import type { PartnerPreview, Preview } from "../../jobs/preview.ts";
import type { DeskArticle } from "../../store/desk.ts";
import { State } from "../articles/article-page.tsx";
import { DeskPage, Post, Table } from "../frame.tsx";
import type { Session } from "../session.ts";
import { Differences } from "../tables/differences.tsx";
import { Findings } from "../tables/findings.tsx";
import { Problems } from "../tables/problems.tsx";
import type { Draft } from "./draft.ts";
import { Outputs } from "./outputs.tsx";

export interface Pasted {
  text: string;
  url: string;
  published: string;
  section: string;
}

type Told = Exclude<Draft, { status: "article" }>;
type Previewed = Extract<Draft, { status: "article" }> & {
  found: DeskArticle | null;
  previews: Preview[];
  partners: PartnerPreview[];
};
export type Result = Told | Previewed;

interface PreviewPageProps {
  site: Site;
  session: Session;
  pasted: Pasted;
  result: Result | undefined;
  now: number;
}

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
      {result?.status === "unreadable" ? (
        <p class="wrong" role="alert">
          Nothing to show: {result.reason}.
        </p>
      ) : null}
      {result?.status === "problems" ? (
        <section aria-labelledby="problems" role="alert">
          <h2 id="problems">It cannot be stored as it is</h2>
          <Problems problems={result.problems} />
        </section>
      ) : null}
      {result?.status === "article" ? <Found {...props} result={result} /> : null}
      {result && result.decisions.length > 0 ? <Decisions list={result.decisions} /> : null}
      <Paste {...props} />
    </DeskPage>
  );
};

const Paste: FC<PreviewPageProps> = ({ site, session, pasted, result }) => (
  <section aria-labelledby="paste">
    <h2 id="paste" class={result === undefined ? "unseen" : undefined}>
      {result === undefined ? "Paste" : "What was pasted"}
    </h2>
    <Post site={site} session={session} to="/preview">
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

const Found: FC<PreviewPageProps & { result: Previewed }> = ({ site, session, result, now }) => {
  const { article, removed, found, previews, partners } = result;
  return (
    <>
      <State site={site} article={article} now={now} />
      <Verdict previews={previews} />
      <Post site={site} session={session} to="/preview/store">
        <input type="hidden" name="article" value={JSON.stringify(article)} />
        <input type="hidden" name="revision" value={found?.revision ?? 0} />
        <p class="actions">
          <button type="submit">{found ? `Store as revision ${found.revision + 1}` : "Store this article"}</button>
          <span class="meta">
            {found ? `It is stored already, as revision ${found.revision}.` : `It is new: its id is ${article.id}.`}
          </span>
        </p>
      </Post>
      {removed.length === 0 ? null : (
        <section aria-labelledby="removed">
          <h2 id="removed">Taken out</h2>
          <Table label="Taken out" head={["Where", "What", "Times"]}>
            {removed.map(({ path, what, count }) => (
              <tr>
                <th scope="row">{path}</th>
                <td>{what}</td>
                <td class="number">{count}</td>
              </tr>
            ))}
          </Table>
        </section>
      )}
      {found ? <Changes found={found} article={article} /> : null}
      {partners.length === 0 ? null : <ForPartners site={site} list={partners} />}
      {previews.map((preview, index) => (
        <Outputs site={site} preview={preview} first={index === 0} />
      ))}
      <details>
        <summary>Correct it as JSON</summary>
        <Post site={site} session={session} to="/preview">
          <label for="json">The article as it would be stored</label>
          <textarea id="json" name="text" rows={16} spellcheck={false}>
            {JSON.stringify(article, null, 2)}
          </textarea>
          <button type="submit">Preview again</button>
        </Post>
      </details>
    </>
  );
};

const Verdict: FC<{ previews: Preview[] }> = ({ previews }) => {
  const refused = previews.flatMap(({ discrepancies }) => discrepancies).length;
  const feeds = previews.flatMap(({ definitions, selected }) => (selected ? definitions : []));
  return (
    <p class="state">
      {refused === 0 ? (
        <>
          <b class="right">Reads right</b>: every format comes back from its readers as it would be stored.{" "}
        </>
      ) : (
        <>
          <b class="wrong">Would be refused</b>: {refused} {refused === 1 ? "field" : "fields"} did not come back as
          stored.{" "}
        </>
      )}
      {feeds.length === 0 ? "No feed takes it." : `In ${feeds.map(({ title }) => title).join(", ")}.`}
    </p>
  );
};

/** Who gets it, and what its system will say to it. */
const ForPartners: FC<{ site: Site; list: PartnerPreview[] }> = ({ site, list }) => {
  const taken = list.filter(({ linted }) => !linted.left_out).map(({ definition }) => definition.title);
  const found = list.flatMap(({ definition, linted }) =>
    linted.findings.map((finding) => ({ finding, of: definition.title })),
  );
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">For partners</h2>
      <p>{taken.length === 0 ? "It goes out to none." : `It goes out in ${taken.join(", ")}.`}</p>
      {found.length === 0 ? null : <Findings site={site} label="Findings" of="Feed" list={found} />}
    </section>
  );
};

const Changes: FC<{ found: DeskArticle; article: Previewed["article"] }> = ({ found, article }) => {
  const { minor: _, ...content } = article;
  const changes = differences(found.article, content);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Against what is stored</h2>
      {changes.length === 0 ? <p>It is the same.</p> : null}
      {changes.length === 0 ? null : (
        <Differences label="Against what is stored" before="Stored" after="Pasted" changes={changes} />
      )}
    </section>
  );
};

/** A page's lines, and what each was taken for. As many as one looks through. */
const MAX_DECISIONS = 400;

const Decisions: FC<{ list: LineDecision[] }> = ({ list }) => (
  <section aria-labelledby="decisions">
    <h2 id="decisions">What each line was taken for</h2>
    <Table label="Lines" head={["Line", "Taken for", "Text"]}>
      {list.slice(0, MAX_DECISIONS).map(({ line, text, as }) => (
        <tr>
          <td class="number">{line}</td>
          <td class={/dropped/.test(as) ? "dropped" : undefined}>{as}</td>
          <td class="value" dir="auto">
            {text.slice(0, 300)}
            {text.length > 300 ? "…" : ""}
          </td>
        </tr>
      ))}
    </Table>
    {list.length > MAX_DECISIONS ? <p class="meta">{list.length - MAX_DECISIONS} more are not shown.</p> : null}
  </section>
);
