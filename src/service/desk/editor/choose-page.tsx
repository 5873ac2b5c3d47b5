import type { Child, FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import type { DraftFields } from "../../store/drafts.ts";
import { DeskPage, Post } from "../frame.tsx";
import type { Session } from "../session.ts";
import { fieldsIn, type Group } from "./story/fields.ts";
import type { Merge, Side, Versions } from "./story/merge.ts";

/** Two forms of one story that have to become one. */
export interface ChoosePageProps {
  site: Site;
  session: Session;
  title: string;
  /** What happened, and that nothing is lost. */
  why: Child;
  versions: Versions;
  merge: Merge;
  /** Whose the other form is: "Stored since". */
  called: Record<Side, string>;
  /** Where the choice goes, below the desk, and what goes with it. */
  to: string;
  hidden: Record<string, string | number>;
}

/** Shows what two have changed, and asks which of both is meant where both have changed the same. Nothing is chosen beforehand. */
export const ChoosePage: FC<ChoosePageProps> = (props) => {
  const { site, session, title, why, versions, merge, called } = props;
  return (
    <DeskPage site={site} session={session} title={title} part="/drafts">
      <div class="notice">
        <h1>{title}</h1>
        {why}
        <Post site={site} session={session} to={props.to}>
          {Object.entries(props.hidden).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          {merge.taken.length === 0 ? null : (
            <section aria-labelledby="taken">
              <h2 id="taken">Only they changed</h2>
              <p>It is taken over.</p>
              {merge.taken.map((group) => (
                <section aria-label={GROUP_NAMES[group]}>
                  <h3>{GROUP_NAMES[group]}</h3>
                  <div class="versions">
                    <Version called="Before" fields={fieldsIn(versions.base ?? {}, group)} />
                    <Version called={called.theirs} fields={fieldsIn(versions.theirs, group)} />
                  </div>
                </section>
              ))}
            </section>
          )}
          {merge.both.length === 0 ? null : <h2>Choose</h2>}
          {merge.both.map((group) => (
            <fieldset>
              <legend>{GROUP_NAMES[group]}</legend>
              <div class="versions">
                {(["mine", "theirs"] as const).map((side) => (
                  <label>
                    <input type="radio" name={`choice.${group}`} value={side} required /> {called[side]}
                    <pre dir="auto" tabindex={0}>
                      {inWords(fieldsIn(versions[side], group))}
                    </pre>
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
          <p class="actions">
            <button type="submit">Go on with this</button>
          </p>
        </Post>
      </div>
    </DeskPage>
  );
};

const Version: FC<{ called: string; fields: DraftFields }> = ({ called, fields }) => (
  <div>
    <p class="meta">{called}</p>
    <pre dir="auto" tabindex={0}>
      {inWords(fields)}
    </pre>
  </div>
);

/** The fields of one group, in lines: a single one by itself, others by their names. */
function inWords(fields: DraftFields): string {
  const entries = Object.entries(fields);
  if (entries.length === 0) return "nothing";
  const [[, only = ""] = []] = entries;
  if (entries.length === 1) return only;
  return entries.map(([name, value]) => `${rowName(name)}: ${value}`).join("\n");
}

/** `images.0.caption` is "1 caption". */
const rowName = (name: string): string =>
  name
    .split(".")
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step.replaceAll("_", " ")))
    .join(" ") || "who may have it";

/** What of a story is decided together, as the form calls it. */
export const GROUP_NAMES: Record<Group, string> = {
  title: "Title",
  section: "Section",
  tags: "Tags",
  authors: "Authors",
  summary: "Summary",
  dateline: "Dateline",
  credit: "Source",
  url: "Link",
  language: "Language",
  published_at: "Published",
  updated_at: "Updated",
  embargo_until: "Embargo until",
  expires_at: "Expires",
  rights: "Rights",
  syndication: "Partners",
  images: "Pictures",
  attachments: "Sound and other files",
  corrections: "Corrections",
  content_html: "Text",
};
