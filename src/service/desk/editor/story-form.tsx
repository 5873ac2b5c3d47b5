import type { FC } from "hono/jsx";
import type { Article } from "../../../article/article.ts";
import type { Site } from "../../../feed/definition.ts";
import { Exactly } from "../../pages/frame/time.tsx";
import type { Suggestions } from "../../store/suggestions.ts";
import {
  ChoiceField,
  Completions,
  type FormView,
  LineField,
  RichText,
  TextField,
  TickField,
  TimeField,
  Wrong,
} from "./inputs.tsx";
import { languageOptions } from "./languages.ts";
import { ListField } from "./rows.tsx";
import { type RowList, rowsIn } from "./story/fields.ts";

export interface StoryFormProps {
  site: Site;
  on: FormView;
  /** The revision that the form started from; null: a new story. */
  base: Article | null;
  suggestions: Suggestions;
  /** The list that gets one more empty row. */
  more: RowList | undefined;
  /** Where the story is said to be, where nobody gives an address. */
  proposed: string;
  /** The story's language, and its direction. */
  language: { lang: string; dir: "rtl" | "ltr" };
  /** The names of partners, by slug. */
  partners: Map<string, string>;
  /** The id of the form with which a file is uploaded, without a script. */
  upload: (list: RowList) => string;
}

/** All the fields of a story. */
export const StoryForm: FC<StoryFormProps> = (props) => {
  const { site, on, suggestions, language } = props;
  const empty = (list: RowList, least = 0) => least + (props.more === list ? 1 : 0);
  return (
    <>
      <LineField on={on} name="title" label="Title" />
      <TextField
        on={on}
        name="summary"
        label="Summary"
        rows={3}
        hint="One or two sentences, for lists and newsreaders."
      />
      <div class="fields">
        <LineField on={on} name="section" label="Section" list="known-sections" />
        <LineField on={on} name="dateline" label="Dateline" placeholder="PORT ELLIS (Coast Wire)" />
      </div>
      <RichText on={on} name="content_html" label="Text" rows={18} {...language} />
      <ListField
        on={on}
        list="authors"
        legend="Authors"
        called="author"
        empty={empty("authors", rowsIn(on.fields, "authors").length === 0 ? 1 : 0)}
        row={(at) => (
          <>
            <LineField on={on} name={`${at}.name`} label="Name" list="known-authors" />
            <LineField on={on} name={`${at}.url`} label="Page" type="url" />
            <LineField on={on} name={`${at}.email`} label="E-mail" type="email" />
          </>
        )}
      />
      <ListField
        on={on}
        list="tags"
        legend="Tags"
        called="tag"
        empty={empty("tags", 1)}
        row={(at) => <LineField on={on} name={`${at}.name`} label="Tag" list="known-tags" />}
      />
      <Media {...props} empty={empty} />
      <Times {...props} />
      <Corrections {...props} empty={empty("corrections")} />
      <Partners {...props} />
      <fieldset>
        <legend>Where it is, and whose</legend>
        <LineField
          on={on}
          name="url"
          label="Link"
          type="url"
          placeholder={props.proposed}
          hint={
            <>
              The address of the story’s page on your own site. Left empty, it is <code>{props.proposed}</code>: see to
              it that your site has a page there.
            </>
          }
        />
        <ChoiceField
          on={on}
          name="language"
          label="Language"
          options={languageOptions(site, [...suggestions.languages, on.fields.language ?? ""])}
          hint={`Written from ${language.dir === "rtl" ? "right to left" : "left to right"}.`}
        />
        <div class="fields">
          <LineField on={on} name="credit.name" label="Source" list="known-credits" hint="Who the story came from." />
          <LineField on={on} name="credit.url" label="Its page" type="url" />
        </div>
        <LineField on={on} name="rights" label="Rights" placeholder={site.rights} />
      </fieldset>
      <Completions id="known-sections" names={suggestions.sections} />
      <Completions id="known-tags" names={suggestions.tags} />
      <Completions id="known-authors" names={suggestions.authors} />
      <Completions id="known-credits" names={suggestions.credits} />
    </>
  );
};

const Media: FC<StoryFormProps & { empty: (list: RowList) => number }> = ({ on, upload, empty }) => (
  <>
    <ListField
      on={on}
      list="images"
      legend="Pictures"
      called="picture"
      empty={empty("images")}
      row={(at) => (
        <>
          <LineField on={on} name={`${at}.url`} label="Address" type="url" />
          <TextField on={on} name={`${at}.caption`} label="Caption" rows={2} />
          <div class="fields">
            <LineField on={on} name={`${at}.credit`} label="Credit" />
            <LineField on={on} name={`${at}.rights`} label="Rights" />
          </div>
          <details>
            <summary>Licence, partners, size</summary>
            <div class="fields">
              <LineField on={on} name={`${at}.licensor`} label="Agency that licensed it" />
              <LineField on={on} name={`${at}.license_id`} label="Licence number" />
              <ChoiceField
                on={on}
                name={`${at}.partners`}
                label="Which partners may have it"
                options={[
                  ["", "Those that may have the story"],
                  ["all", "Every partner"],
                  ["some", "Only those named"],
                  ["none", "None"],
                ]}
              />
              <LineField on={on} name={`${at}.partners_named`} label="Partners named" auto={false} />
              <LineField on={on} name={`${at}.type`} label="Type" placeholder="image/jpeg" auto={false} />
              <LineField on={on} name={`${at}.width`} label="Width" type="number" />
              <LineField on={on} name={`${at}.height`} label="Height" type="number" />
              <LineField on={on} name={`${at}.length`} label="Bytes" type="number" />
            </div>
          </details>
        </>
      )}
      more={<FileInput form={upload("images")} list="images" label="Upload a picture" accept="image/*" />}
    />
    <ListField
      on={on}
      list="attachments"
      legend="Sound and other files"
      called="file"
      empty={empty("attachments")}
      row={(at) => (
        <>
          <LineField on={on} name={`${at}.url`} label="Address" type="url" />
          <LineField on={on} name={`${at}.type`} label="Type" placeholder="audio/mpeg" auto={false} />
          <TextField on={on} name={`${at}.caption`} label="Caption" rows={2} />
          <div class="fields">
            <LineField on={on} name={`${at}.credit`} label="Credit" />
            <LineField on={on} name={`${at}.rights`} label="Rights" />
            <LineField on={on} name={`${at}.length`} label="Bytes" type="number" />
            <LineField on={on} name={`${at}.duration`} label="Seconds" type="number" />
          </div>
        </>
      )}
      more={<FileInput form={upload("attachments")} list="attachments" label="Upload sound" accept="audio/*" />}
    />
  </>
);

/** The file goes out in a form of its own, which stands behind the story's. */
const FileInput: FC<{ form: string; list: RowList; label: string; accept: string }> = ({
  form,
  list,
  label,
  accept,
}) => (
  <span class="upload">
    <label>
      {label} <input type="file" name="file" form={form} accept={accept} data-upload={list} />
    </label>
    <button type="submit" class="quiet" form={form}>
      Upload
    </button>
    <noscript>
      <span class="hint">Save the draft first: an upload leads back to what was saved.</span>
    </noscript>
  </span>
);

const Times: FC<StoryFormProps> = ({ on, base }) => (
  <fieldset>
    <legend>Times, as the clocks in {on.zone} show them</legend>
    <div class="fields">
      <TimeField
        on={on}
        name="published_at"
        label="Published"
        hint={base === null || base.status === "draft" ? "Empty: when somebody publishes it." : undefined}
      />
      <TimeField on={on} name="embargo_until" label="Embargo until" hint="Nobody sees it before." />
      <TimeField on={on} name="expires_at" label="Expires" hint="It leaves all feeds then." />
      <TimeField on={on} name="updated_at" label="Updated" hint="Empty: the service notes it." />
    </div>
  </fieldset>
);

/** Corrections that readers were told of, which stay, and new ones. */
const Corrections: FC<StoryFormProps & { empty: number }> = ({ site, on, base, empty }) =>
  base === null || base.status === "draft" ? null : (
    <ListField
      on={on}
      list="corrections"
      legend="Corrections"
      called="correction"
      empty={empty}
      row={(at) => <TextField on={on} name={`${at}.note`} label="What was wrong, and what is right" rows={2} />}
      more={
        base.corrections.length === 0 ? null : (
          <>
            <span class="meta">Readers were told, and it stays:</span>
            <ul class="bullets">
              {base.corrections.map(({ at, note }) => (
                <li>
                  <Exactly site={site} at={Date.parse(at)} />: <span dir="auto">{note}</span>
                </li>
              ))}
            </ul>
          </>
        )
      }
    />
  );

/** Which partners may have the story, when, and how much of it. */
const Partners: FC<StoryFormProps> = ({ on, partners }) => {
  const rows = rowsIn(on.fields, "partners");
  return (
    <fieldset id="syndication">
      <legend>Partners</legend>
      <ChoiceField
        on={on}
        name="syndication"
        label="Who may have it"
        options={[
          ["", "Every partner whose feed takes it"],
          ["some", "Only the partners ticked below"],
          ["none", "No partner"],
        ]}
      />
      {rows.map(({ slug = "" }, number) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would draw a frame in a frame
        <div class="partner" role="group" aria-label={partners.get(slug) ?? slug}>
          <input type="hidden" name={`partners.${number}.slug`} value={slug} />
          <p class="called">{partners.get(slug) ?? slug}</p>
          <TickField on={on} name={`partners.${number}.may`} label="may have it" />
          <TickField on={on} name={`partners.${number}.summary`} label="gets the summary only" />
          <TimeField on={on} name={`partners.${number}.embargo`} label="Not before" />
        </div>
      ))}
      <Wrong on={on} name="partners" />
      <TimeField on={on} name="syndication.until" label="Licence ends, for every partner" />
    </fieldset>
  );
};
