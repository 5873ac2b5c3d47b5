import type { FC } from "hono/jsx";
import { type Catalog, partnersWithFeeds } from "../../../feed/catalog.ts";
import type { Database } from "../../home.ts";
import { MAX_FIND_LENGTH } from "../../jobs/article-query.ts";
import { listLabels } from "../../store/listed-articles.ts";
import { deskPath } from "../frame.tsx";

/** Sections of a list to choose from, and tags and authors that a field is completed with: as many as a page has room for. */
const MAX_SECTIONS = 200;
const MAX_COMPLETED = 200;

/** What a list was asked for, by the names of its fields: those that say something. */
export type AskedList = Record<string, string>;

/** What there is to choose from. */
export interface FilterChoices {
  sections: string[];
  tags: string[];
  authors: string[];
  /** By slug; with the partner's name where it is not for everybody. */
  feeds: [string, string][];
  sources: string[];
  partners: string[];
}

/**
 * What a list may be filtered by: from what is stored, and from the definitions.
 *
 * @param published no drafts: they are for who publishes
 */
export async function filterChoices(db: Database, catalog: Catalog, published: boolean): Promise<FilterChoices> {
  const [sections, tags, authors] = await Promise.all([
    listLabels(db, "section", { limit: MAX_SECTIONS, published }),
    listLabels(db, "tag", { limit: MAX_COMPLETED, published }),
    listLabels(db, "author", { limit: MAX_COMPLETED, published }),
  ]);
  const { all, sources } = catalog;
  return {
    sections,
    tags,
    authors,
    feeds: [...all.values()].map(({ slug, title, partner }) => [slug, partner ? `${title} (for ${partner})` : title]),
    sources: [...sources.keys()],
    partners: partnersWithFeeds(catalog),
  };
}

/** How a story stands, as the desk says it. */
export const STATUS_WORDS: Record<string, string> = {
  usable: "in sight",
  embargoed: "embargoed",
  expired: "expired",
  withheld: "withheld",
  canceled: "taken back",
  draft: "draft",
};

const SORT_WORDS: Record<string, string> = {
  rank: "best match first",
  stored: "stored last first",
  published: "published last first",
  updated: "updated last first",
};

/** The names of filters, as a chip says them. */
const FILTER_WORDS: Record<string, string> = {
  q: "Words",
  status: "Status",
  section: "Section",
  tag: "Tag",
  author: "Author",
  feed: "Feed",
  source: "Source",
  left_out_by: "Left out by",
  undelivered: "Not yet delivered",
  from: "From",
  to: "To",
  sort: "Sorted",
};

/** The path of a list. */
export const listPath = (asked: AskedList): string => {
  const query = new URLSearchParams(asked).toString();
  return query === "" ? "/articles" : `/articles?${query}`;
};

interface FilterProps {
  site: Catalog["site"];
  asked: AskedList;
  choices: FilterChoices;
}

/** The form of a list: what to look for, and below it, folded while none is used, the filters. */
export const ListForm: FC<FilterProps & { drafts: boolean }> = ({ site, asked, choices, drafts }) => {
  const isFiltered = Object.keys(asked).some((name) => name !== "q");
  return (
    <search>
      <form action={deskPath(site, "/articles")} method="get" class="finder">
        <label for="q">Words of title, summary or text; an id, or a URL</label>
        <div class="field">
          <input id="q" name="q" type="search" maxlength={MAX_FIND_LENGTH} value={asked.q} />
          <button type="submit">Find</button>
        </div>
        <details open={isFiltered}>
          <summary>Filters</summary>
          <div class="filters">
            <Select name="status" asked={asked} any="any" options={statusOptions(drafts)} />
            <Select name="section" asked={asked} any="all" options={choices.sections.map((one) => [one, one])} />
            <Completed name="tag" asked={asked} labels={choices.tags} />
            <Completed name="author" asked={asked} labels={choices.authors} />
            <Select name="feed" asked={asked} any="all, or none" options={choices.feeds} />
            {choices.sources.length === 0 ? null : (
              <Select name="source" asked={asked} any="any" options={choices.sources.map((one) => [one, one])} />
            )}
            {choices.partners.length === 0 ? null : (
              <>
                <Select
                  name="left_out_by"
                  asked={asked}
                  any="does not matter"
                  options={choices.partners.map((one) => [one, one])}
                />
                <Select
                  name="undelivered"
                  asked={asked}
                  any="does not matter"
                  options={[["true", "to a partner"], ...choices.partners.map((one): Option => [one, `to ${one}`])]}
                />
              </>
            )}
            <Day name="from" asked={asked} />
            <Day name="to" asked={asked} />
            <Select
              name="sort"
              asked={asked}
              any={asked.q === undefined ? "stored last first" : "best match first"}
              options={Object.entries(SORT_WORDS).filter(([name]) => name !== "rank" || asked.q !== undefined)}
            />
          </div>
          <p class="actions">
            <button type="submit" class="quiet">
              Apply the filters
            </button>
          </p>
        </details>
      </form>
    </search>
  );
};

type Option = [value: string, text: string];

const statusOptions = (drafts: boolean): Option[] =>
  Object.entries(STATUS_WORDS).filter(([status]) => drafts || status !== "draft");

interface FieldProps {
  name: string;
  asked: AskedList;
}

const Select: FC<FieldProps & { any: string; options: Option[] }> = ({ name, asked, any, options }) => (
  <div>
    <label for={`filter-${name}`}>{FILTER_WORDS[name]}</label>
    <select id={`filter-${name}`} name={name}>
      <option value="">{any}</option>
      {/* What is asked for stays, though no story has it any more. */}
      {[...options, ...unlisted(asked[name], options)].map(([value, text]) => (
        <option value={value} selected={value === asked[name]}>
          {text}
        </option>
      ))}
    </select>
  </div>
);

const unlisted = (value: string | undefined, options: Option[]): Option[] =>
  value === undefined || options.some(([one]) => one === value) ? [] : [[value, value]];

const Completed: FC<FieldProps & { labels: string[] }> = ({ name, asked, labels }) => (
  <div>
    <label for={`filter-${name}`}>{FILTER_WORDS[name]}</label>
    <input id={`filter-${name}`} name={name} list={`labels-${name}`} value={asked[name]} autocomplete="off" />
    <datalist id={`labels-${name}`}>
      {labels.map((label) => (
        <option value={label} />
      ))}
    </datalist>
  </div>
);

const Day: FC<FieldProps> = ({ name, asked }) => (
  <div>
    <label for={`filter-${name}`}>{FILTER_WORDS[name]} (UTC)</label>
    <input id={`filter-${name}`} name={name} type="date" value={asked[name]?.slice(0, 10)} />
  </div>
);

/** The filters that are in use, each to be taken away. */
export const Chips: FC<FilterProps> = ({ site, asked, choices }) => {
  const used = Object.entries(asked).filter(([name]) => Object.hasOwn(FILTER_WORDS, name));
  if (used.length === 0) return null;
  return (
    <ul class="chips" aria-label="Filters in use">
      {used.map(([name, value]) => {
        const { [name]: _, ...others } = asked;
        const said = `${FILTER_WORDS[name]}: ${chipValue(name, value, choices)}`;
        return (
          <li>
            <a href={deskPath(site, listPath(others))} aria-label={`Without ${said}`}>
              <span dir="auto">{said}</span> <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
      {used.length > 1 ? (
        <li>
          <a href={deskPath(site, "/articles")}>All stories</a>
        </li>
      ) : null}
    </ul>
  );
};

function chipValue(name: string, value: string, { feeds }: FilterChoices): string {
  if (name === "status") return STATUS_WORDS[value] ?? value;
  if (name === "sort") return SORT_WORDS[value] ?? value;
  if (name === "feed") return feeds.find(([slug]) => slug === value)?.[1] ?? value;
  if (name === "undelivered") return value === "true" ? "to a partner" : `to ${value}`;
  return value;
}
