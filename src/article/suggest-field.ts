/**
 * What other systems call an article's fields: WordPress, Ghost, Drupal, JSON Feed, schema.org, ninjs, RSS. In small letters, without
 * what parts words.
 */
const ELSEWHERE: Record<string, string> = {
  id: "identifier uuid uri articleid postid storyid versionid",
  url: "link permalink canonical canonicalurl externalurl href weburl",
  title: "headline name heading subject",
  summary: "excerpt customexcerpt description abstract standfirst dek lead teaser subtitle",
  content_html: "content contenttext contentencoded body bodyhtml bodyxhtml articlebody html text",
  authors: "author byline bylines creator creators dccreator primaryauthor writer writers",
  section: "category articlesection department rubric primarytag channel",
  tags: "categories keywords topics labels subjects",
  language: "lang locale inlanguage",
  dateline: "place location",
  credit: "source agency provider",
  images: "image picture pictures photo photos featuredimage featureimage featuredmedia thumbnail bannerimage",
  attachments: "enclosure enclosures audio video files media",
  rights: "copyright copyrightnotice usageterms",
  published_at:
    "date dategmt published datepublished publishedon pubdate publishdate publicationdate publishat firstcreated createdat created time",
  updated_at: "modified modifiedgmt modifiedat datemodified updated dateupdated lastmodified versioncreated",
  embargo_until: "embargo embargoed embargoeduntil embargodate releasedate",
  expires_at: "expires expiry expiration expirationdate validuntil unpublishat",
  corrections: "correction",
  status: "state pubstatus visibility",
  reason: "statusreason",
  guid: "originalid oldid",
};

const FIELDS = new Map(
  Object.entries(ELSEWHERE).flatMap(([field, names]) => names.split(" ").map((name) => [name, field])),
);

/** Longer than any field's name, and longer than what is compared letter by letter. */
const MAX_NAME = 30;

/** The known field that an unknown one was probably meant to be; undefined where none comes near. */
export function suggestField(unknown: string, known: string[]): string | undefined {
  if (unknown.length > MAX_NAME) return undefined;
  const name = bare(unknown);
  const same = known.find((field) => bare(field) === name);
  if (same !== undefined) return same;
  const elsewhere = FIELDS.get(name);
  if (elsewhere !== undefined && known.includes(elsewhere)) return elsewhere;
  const near = known
    .map((field) => ({ field, distance: editsBetween(name, bare(field)) }))
    .sort((a, b) => a.distance - b.distance)[0];
  // Two letters that changed places are two edits.
  return near && near.distance <= (name.length < 5 ? 1 : 2) ? near.field : undefined;
}

const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Letters to put in, take out or replace to make one word the other (Levenshtein). */
export function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
