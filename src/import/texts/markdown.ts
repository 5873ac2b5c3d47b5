import { firstWords } from "../../article/text.ts";
import { articleId } from "../decide/article-id.ts";
import { chooseAuthors } from "../decide/choose-authors.ts";
import { chooseTags } from "../decide/choose-tags.ts";
import { NO_RULES, type SiteRules } from "../site-rules.ts";
import type { ImportSource } from "../source.ts";
import type { ReadItem, Skip } from "../source-reading.ts";
import { withoutUndefined } from "../values/keep.ts";
import type { Person } from "../values/people.ts";
import { renderMarkdown } from "./body/markdown-it.ts";
import { plainHtml, plainMarkdown } from "./body/plain-markdown.ts";
import { readByline } from "./bylines.ts";
import { chooseFileAddress } from "./file-address.ts";
import { readFileDates } from "./file-dates.ts";
import { nameFields, plainKey } from "./front-matter/field-names.ts";
import type { Fields } from "./front-matter/parse-fields.ts";
import { readFrontMatter } from "./front-matter/read-front-matter.ts";
import type { FrontMatterFormat } from "./front-matter/split-front-matter.ts";
import { withDefaults } from "./front-matter/with-defaults.ts";
import { readPictures } from "./front-pictures.ts";
import { readTags } from "./front-tags.ts";
import { readTexts } from "./front-texts.ts";
import { hiddenByPlace } from "./publication/hidden-place.ts";
import { isAboutPublication, readPublication } from "./publication/publication.ts";
import { type ContentPath, readContentPath } from "./sites/content-path.ts";
import { guessByFile } from "./sites/guess-generator.ts";
import { whyNoStory } from "./sites/no-story.ts";
import { matchesPattern } from "./sites/path-pattern.ts";
import { titleAndBody } from "./title-and-body.ts";
import { timeIn } from "./written-time.ts";

interface MarkdownReading {
  items: ReadItem[];
  skipped: Skip[];
  /** What concerns the site that the file is of. */
  notes: string[];
}

/** Markdown (GitHub's) with front matter that names an article's fields, by the rules of the site that it was written for. */
export async function readMarkdown(text: string, source: ImportSource): Promise<MarkdownReading> {
  const path = source.path ?? fileName(source);
  // A template's fields are not always written out.
  const furniture = whyNoStory(path, source.site ?? NO_RULES, true);
  if (furniture !== undefined) return skip(source, { reason: furniture, isNoStory: true });
  const read = readFrontMatter(text);
  if (read.status === "unreadable") return skip(source, { reason: read.reason });
  const rules = rulesOf(path, read, source);
  const zone = rules.zone ?? source.zone;
  const notes: string[] = read.note === undefined ? [] : [read.note];
  const said = withDefaults(read.fields, defaultsOf(path, rules));
  const { fields, tags } = nameFields(said, (name) => isAboutPublication(name) || BODY.test(name), notes);
  const place = readContentPath(path, rules);
  const dates = readFileDates(fields, place.date, source, zone, notes);
  const noStory = whyNoStory(path, rules, dates.published_at !== undefined);
  if (noStory !== undefined) return skip(source, { reason: noStory, isNoStory: true });
  const home = source.base ?? rules.home ?? source.home;
  const plain = await plainBody(read.body.trim() === "" ? bodyField(said) : read.body, path, home, notes);
  const { title, body } = titleAndBody(fields.title, plain, place.name || (place.folders.at(-1) ?? ""), notes);
  const categories = categoriesOf(said, place, rules);
  const facts = { path, place, fields, title, categories, published: dates.published_at, zone, home };
  const url = chooseFileAddress(facts, rules, source, notes);
  if (!url) return skip(source, { reason: "it has no url, and neither --base nor its site names a home" });
  const times = { published: dates.published_at, now: source.now, read: (value: unknown) => timeIn(value, zone) };
  const publication = readPublication(said, times);
  if (fields.aliases !== undefined) notes.push("aliases are left out: at its old addresses nothing answers yet");
  const texts = readTexts(fields, notes);
  const article = withoutUndefined<Record<string, unknown>>({
    ...texts,
    id: fields.id === undefined ? await articleId(String(texts.guid ?? url), url) : String(fields.id),
    url,
    title,
    content_html: HTML.test(path) ? body : renderMarkdown(body, url, notes),
    authors: chooseAuthors(peopleOf(said, fields, notes), url, notes),
    section: source.section ?? texts.section,
    tags: chooseTags(readTags(tags, rules.generator), source.tag, notes),
    images: readPictures(fields.images, url, notes),
    ...dates,
    embargo_until: publication.embargo,
    expires_at: publication.expiry,
    status: publication.status,
  });
  const item = withoutUndefined<ReadItem>({
    where: `“${firstWords(title, 60)}”`,
    article,
    notes: [...new Set(notes)],
    withheld: publication.withheld ?? hiddenByPlace(path, rules),
    undated: dates.published_at === undefined ? 0 : undefined,
  });
  return { items: [item], skipped: [], notes: siteNotes(rules) };
}

/** Some editors keep the text in a field (Decap). */
const BODY = /^(?:body|content|text)$/;

function bodyField(said: Fields): string {
  const field = Object.entries(said).find(([key, value]) => BODY.test(plainKey(key)) && typeof value === "string");
  return field === undefined ? "" : String(field[1]);
}

/** Files with front matter whose text is HTML already (Jekyll, Hugo). */
const HTML = /\.html?$/i;

/** A file's text without what only its generator understands. */
async function plainBody(text: string, path: string, home: string | undefined, notes: string[]): Promise<string> {
  if (HTML.test(path)) return plainHtml(text, home, notes);
  if (!/\.mdx$/i.test(path)) return plainMarkdown(text, home, notes);
  // Its parser is one of JavaScript, too: few have MDX.
  const { mdxToMarkdown } = await import("./body/mdx.ts");
  return plainMarkdown(mdxToMarkdown(text, notes), home, notes);
}

function rulesOf(
  path: string,
  { fields, format }: { fields: Fields; format?: FrontMatterFormat },
  source: ImportSource,
): SiteRules {
  const rules = source.site ?? NO_RULES;
  return rules.generator === undefined ? { ...rules, ...guessByFile(path, fields, format) } : rules;
}

const defaultsOf = (path: string, { defaults }: SiteRules): Fields[] =>
  defaults.filter(({ files }) => matchesPattern(path, files)).map(({ fields }) => fields);

/** Jekyll: the folders above `_posts` are categories, too. */
function categoriesOf(said: Fields, { folders, isPost }: ContentPath, { generator }: SiteRules): string[] {
  const named = Object.entries(said).map(([key, value]): [string, unknown] => [plainKey(key), value]);
  const given = readTags(
    named.filter(([name]) => name === "categories"),
    generator,
  );
  const one = readTags(
    named.filter(([name]) => name === "category").map(([, value]) => ["tag", value]),
    generator,
  );
  return [...(generator === "jekyll" && isPost ? folders : []), ...one, ...given];
}

/** A plural, `authors: Ada, Bob`, is a list. */
const peopleOf = (said: Fields, { authors }: Fields, notes: string[]): Person[] =>
  readByline(
    authors,
    Object.entries(said).some(([key, value]) => plainKey(key) === "authors" && value === authors),
    notes,
  );

const siteNotes = ({ generator, guessedBy }: SiteRules): string[] =>
  generator === undefined || guessedBy === undefined
    ? []
    : [`its addresses are made as ${generator} makes them, by ${guessedBy}: --site names another generator`];

const skip = (source: ImportSource, why: Omit<Skip, "where">): MarkdownReading => ({
  items: [],
  skipped: [{ where: source.name, ...why }],
  notes: [],
});

const fileName = (source: ImportSource): string =>
  (source.url === undefined ? source.name : (URL.parse(source.url)?.pathname ?? "")).split(/[\\/]/).at(-1) ?? "";
