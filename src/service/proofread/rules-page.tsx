import type { FC } from "hono/jsx";
import { reactionsTo } from "../../proofread/readers/views.ts";
import type { Example, Rule, RuleFormat, ServedDocument } from "../../proofread/rule.ts";
import { RULES } from "../../proofread/table.ts";
import { ReaderReactions } from "./reader-reactions.tsx";

type Path = (rest?: string) => string;

/** The path of a rule's page. */
export const rulePath = (path: Path, name: string): string => path(`/rules/${encodeURI(name)}`);

/** What a rule speaks of, as people call it. */
const FORMATS: Record<RuleFormat, string> = {
  rss: "RSS 2.0 and 0.9x",
  rdf: "RSS 1.0",
  atom: "Atom",
  entry: "Atom entry documents",
  json: "JSON Feed",
  http: "HTTP",
};

/** Every rule, by whose it is. */
export const RulesPage: FC<{ path: Path }> = ({ path }) => (
  <div class="proofreader">
    <h1>The rules</h1>
    <p class="dek">
      {RULES.length} rules. An error breaks a specification; a warning goes against its advice, or trips readers; advice
      could serve readers better.
    </p>
    {[...Map.groupBy(RULES, ({ name }) => name.split("/", 1)[0] ?? "")].map(([prefix, rules]) => (
      <section aria-labelledby={`of-${prefix}`}>
        <h2 id={`of-${prefix}`}>{prefix}</h2>
        <ul class="rules">
          {rules.map(({ name, severity, says }) => (
            <li>
              <a href={rulePath(path, name)}>{name}</a> <span class={`severity ${severity}`}>{severity}</span> {says}
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);

/** A row of the table, with both its examples. */
export const RulePage: FC<{ rule: Rule; path: Path }> = ({ rule, path }) => (
  <div class="proofreader">
    <p class="back">
      <a href={path("/rules")}>All rules</a>
    </p>
    <h1>{rule.name}</h1>
    <p class="dek">{rule.says}</p>
    <dl class="facts">
      <dt>Severity</dt>
      <dd>
        <span class={`severity ${rule.severity}`}>{rule.severity}</span>
      </dd>
      <dt>Element</dt>
      <dd>{rule.element}</dd>
      <dt>In</dt>
      <dd>{rule.formats.map((format) => FORMATS[format]).join(", ")}</dd>
      <dt>By</dt>
      <dd>
        <a href={rule.url}>{rule.section}</a>
      </dd>
      <dt>How to mend it</dt>
      <dd>{rule.mend}</dd>
      {rule.readers === undefined && reactionsTo(rule.name).length === 0 ? null : (
        <>
          <dt>What readers do</dt>
          <dd>
            {rule.readers}
            <ReaderReactions rule={rule.name} />
          </dd>
        </>
      )}
    </dl>
    <ExampleSection id="fails" title="What breaks it" example={rule.fails} />
    <ExampleSection id="passes" title="What keeps it" example={rule.passes} />
  </div>
);

const ExampleSection: FC<{ id: string; title: string; example: Example }> = ({ id, title, example }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {documentsOf(example).map(({ text, url, contentType }, index) => (
      <>
        {url === undefined && contentType === undefined ? null : (
          <p class="meta">{[url, contentType].filter(Boolean).join(", as ")}</p>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is part of a form */}
        <div class="example" role="group" aria-label={`${title}, document ${index + 1}`} tabindex={0}>
          <pre>{text}</pre>
        </div>
      </>
    ))}
  </section>
);

function documentsOf(example: Example): ServedDocument[] {
  if (typeof example === "string") return [{ text: example }];
  return Array.isArray(example) ? example : [example];
}
