import { describe, expect, it } from "vitest";
import { ROLES } from "../../../../src/people/roles.ts";
import { RevisionSection } from "../../../../src/service/desk/articles/revision-section.tsx";
import type { LoggedDeed } from "../../../../src/service/store/audit-log.ts";
import type { Revision } from "../../../../src/service/store/history.ts";
import type { Served } from "../../../../src/service/store/served.ts";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deedOf, deskArticle, HOUR, NOW, parsedArticle, SESSION } from "../fixtures.ts";

const revisionOf = (
  revision: number,
  fields: Record<string, unknown> = {},
  known: Partial<Revision> = {},
): Revision => ({
  revision,
  stored_at: NOW - HOUR,
  updated: revision,
  article: parsedArticle(fields),
  ...known,
});
const servedIn = (feed: string, fields: Partial<Served> = {}): Served => ({
  revision: 2,
  feed,
  first_edition: 3,
  first_at: NOW - HOUR,
  last_edition: null,
  last_at: null,
  ...fields,
});
const PROPS = {
  site,
  session: SESSION,
  found: deskArticle({ id: "a/b" }),
  definitions: new Map([["all", definitionOf()]]),
  previous: undefined,
  deed: undefined,
  served: [],
  now: NOW,
};
const section = (one: Revision, previous?: Revision, served: Served[] = [], deed?: LoggedDeed) =>
  render(RevisionSection, { ...PROPS, one, previous, deed, served });
const summary = (html: string) => /<summary>(.*?)<\/summary>/.exec(html)?.[1];

describe("a revision", () => {
  it("that is the current one says so, shows what it changed, and offers no way back to itself", () => {
    const html = section(revisionOf(2, { title: "New" }), revisionOf(1, { title: "Old" }));
    expect(text(html)).toContain("revision 2, the current one");
    expect(html).not.toContain("<form");
    expect(summary(html)).toBe("Changed: title");
  });

  it("says who made it, and what its correction says", () => {
    const corrections = [{ at: "2026-03-01T09:00:00Z", note: "The name was <wrong>." }];
    const deed = deedOf({ action: "article.corrected", detail: { revision: 2 } });
    const html = text(section(revisionOf(2, { corrections }), revisionOf(1), [], deed));
    expect(html).toContain("Ada Quill corrected it. “The name was &lt;wrong&gt;.” 1 hour ago , March 1, 2026, 11:00");
  });

  it("that the log did not see says so", () =>
    expect(text(section(revisionOf(1)))).toContain("The log does not tell who stored it."));

  it("is not restored by who may not", () => {
    const session = { ...SESSION, scopes: ROLES.reader };
    expect(render(RevisionSection, { ...PROPS, session, one: revisionOf(1) })).not.toContain("<form");
  });

  it("that is a former one is restored by a form that names both revisions", () => {
    const html = section(revisionOf(1));
    expect(html).toContain('action="/desk/articles/a%2Fb/restore"');
    expect(html).toContain(
      '<input type="hidden" name="revision" value="2"/><button type="submit" name="restore" value="1"',
    );
    expect(html).toContain("<details><summary>All of it: ");
  });

  it.each([
    ["changed fields", { title: "New", tags: ["Votes"] }, "Changed: title, tags"],
    ["changed nothing of the article", { title: "Old" }, "The same fields"],
  ])("that %s says which", (_, fields, words) =>
    expect(summary(section(revisionOf(2, fields), revisionOf(1, { title: "Old" })))).toBe(words),
  );

  it("says whether readers had to look again", () => {
    const look = (before: number, after: number) =>
      text(section(revisionOf(2, {}, { updated: after }), revisionOf(1, {}, { updated: before })));
    expect(look(5, 5)).toContain("revision 2, the current one · no reader had to look again");
    expect(look(5, 6)).not.toContain("look again");
    expect(text(section(revisionOf(1)))).not.toContain("look again");
  });

  it.each([
    ["in no edition", [], "served in no edition"],
    ["in one feed", [servedIn("all")], "Served in one feed from edition 3"],
    ["twice in one feed", [servedIn("all"), servedIn("all", { first_edition: 9 })], "Served in one feed "],
    ["in several feeds", [servedIn("all"), servedIn("gone")], "Served in 2 feeds from edition 3"],
    [
      "until another took its place",
      [servedIn("all", { last_edition: 4, last_at: NOW })],
      "Served in one feed from edition 3, no longer",
    ],
    ["as another revision", [servedIn("all", { revision: 1 })], "served in no edition"],
  ])("that was served %s says so", (_, served, words) =>
    expect(text(section(revisionOf(2), undefined, served))).toContain(words),
  );

  it("tells in which editions of each feed it stood, of a feed that is gone by its slug", () => {
    const served = [
      servedIn("all", { first_edition: 1, last_edition: 2, last_at: NOW }),
      servedIn("gone", { first_edition: 7 }),
    ];
    const page = text(section(revisionOf(2), undefined, served)).replaceAll("\u202F", " ");
    expect(page).toContain("Everything 1 to 2 March 1, 2026, 11:00 AM UTC March 1, 2026, 12:00 PM UTC");
    expect(page).toContain("gone 7 to now March 1, 2026, 11:00 AM UTC now");
  });
});
