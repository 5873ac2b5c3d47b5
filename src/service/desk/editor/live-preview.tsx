import type { FC } from "hono/jsx";
import type { Article } from "../../../article/article.ts";
import type { Problem, Removed } from "../../../article/parse.ts";
import type { Site } from "../../../feed/definition.ts";
import type { DraftFields } from "../../store/drafts.ts";
import { ArticleState } from "../articles/article-state.tsx";
import { SharedUrl } from "../articles/shared-url.tsx";
import type { JudgedArticle } from "../preview/judge.ts";
import { ShownStory, shownItem } from "../preview/outputs.tsx";
import { ForPartners, TakenOut, Verdict } from "../preview/verdict.tsx";
import { Discrepancies } from "../tables/discrepancies.tsx";
import { fieldAt } from "./story/to-article.ts";

/** What would become of a form's story if it were published now. */
export type StoryPreview =
  | {
      status: "problems";
      problems: Problem[];
      /** The story without what is wrong with it, where there is one. */
      rest?: ShownPreview;
    }
  | ShownPreview;

/** A story that could be published. */
export type ShownPreview = { status: "article"; article: Article; removed: Removed[] } & JudgedArticle;

/** How readers will see a story, what is wrong with it and what will be taken out, and where it goes. */
export const LivePreview: FC<{ site: Site; preview: StoryPreview; fields: DraftFields; now: number }> = ({
  site,
  preview,
  fields,
  now,
}) => {
  if (preview.status === "problems") {
    const { problems, rest } = preview;
    return (
      <>
        <Missing problems={problems} fields={fields} />
        {rest === undefined ? null : (
          <>
            <p class="meta">Without that, it would be seen like this:</p>
            <LivePreview site={site} preview={rest} fields={fields} now={now} />
          </>
        )}
      </>
    );
  }
  const { article, removed, holder, previews, partners } = preview;
  const refused = previews.flatMap(({ discrepancies }) => discrepancies);
  const item = previews.map(({ documents }) => shownItem(documents)).find((one) => one !== undefined);
  return (
    <>
      <ArticleState site={site} article={article} now={now} />
      <SharedUrl site={site} holder={holder} />
      <Verdict previews={previews} />
      {refused.length === 0 ? null : <Discrepancies site={site} list={refused} />}
      <TakenOut removed={removed} />
      {item === undefined ? null : (
        <ShownStory site={site} item={item} language={previews[0]?.definitions[0]?.language ?? site.language} />
      )}
      {partners.length === 0 ? null : <ForPartners site={site} list={partners} />}
    </>
  );
};

/** What keeps a story from being published, each with the field that it is about. */
export const Missing: FC<{ problems: Problem[]; fields: DraftFields }> = ({ problems, fields }) => (
  <section aria-labelledby="missing">
    <h2 id="missing">Not ready yet</h2>
    <ul class="bullets">
      {problems.map(({ path, detail }) => (
        <li>
          <b>{placeName(path)}</b> {detail}
          {fieldAt(path, fields) === undefined && path !== "" ? "" : "."}
        </li>
      ))}
    </ul>
  </section>
);

/** Where something is wrong, in the form's words: `/images/0/url` is "Picture 1, address". */
function placeName(path: string): string {
  const [first = "", second, third] = path.slice(1).split("/");
  const number = /^\d+$/.test(second ?? "") ? ` ${Number(second) + 1}` : "";
  const rest = number === "" ? second : third;
  const name = PLACES[first] ?? (first || "The story");
  return `${name}${number}${rest === undefined ? "" : `, ${PARTS_OF[rest] ?? rest}`}`;
}

const PLACES: Record<string, string> = {
  title: "Title",
  section: "Section",
  summary: "Summary",
  dateline: "Dateline",
  content_html: "Text",
  authors: "Author",
  tags: "Tag",
  images: "Picture",
  attachments: "File",
  published_at: "Published",
  updated_at: "Updated",
  embargo_until: "Embargo",
  expires_at: "Expires",
  corrections: "Correction",
  syndication: "Partners",
  url: "Link",
  language: "Language",
  credit: "Source",
  rights: "Rights",
};

const PARTS_OF: Record<string, string> = { url: "address", email: "e-mail", until: "licence ends" };
