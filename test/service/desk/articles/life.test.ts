import { describe, expect, it } from "vitest";
import { ROLES } from "../../../../src/people/roles.ts";
import { Life } from "../../../../src/service/desk/articles/life.tsx";
import type { Revision } from "../../../../src/service/store/history.ts";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deedOf, deskArticle, HOUR, NOW, parsedArticle, SESSION } from "../fixtures.ts";

const revisionOf = (revision: number, fields = {}): Revision => ({
  ...{ revision, stored_at: NOW - (10 - revision) * HOUR, updated: revision },
  article: parsedArticle(fields),
});

type Props = Parameters<typeof Life>[0];
const life = (props: Partial<Props> = {}) =>
  render<Props>(Life, {
    site,
    session: SESSION,
    found: deskArticle(),
    definitions: new Map([["all", definitionOf()]]),
    shown: [revisionOf(2), revisionOf(1)],
    before: undefined,
    deeds: [],
    served: [],
    now: NOW,
    ...props,
  });
const sentences = (html: string) =>
  [...html.matchAll(/<h3[^>]*>(.*?)<\/h3>/g)].map(([, sentence = ""]) => sentence.replace(/<[^>]+>/g, ""));

describe("an article's life", () => {
  it("is told in sentences, the newest first: who did what, and what was said of it", () => {
    const html = life({
      found: deskArticle({}, { revision: 3 }),
      shown: [
        revisionOf(3, { status: "canceled", reason: "It was wrong" }),
        revisionOf(2, { corrections: [{ at: "2026-03-01T09:00:00Z", note: "The name was wrong." }] }),
        revisionOf(1),
      ],
      deeds: [
        deedOf({ action: "article.retracted", detail: { revision: 3, reason: "It was wrong" } }),
        deedOf({ action: "article.corrected", detail: { revision: 2 } }),
      ],
    });
    expect(sentences(html)).toEqual([
      "Ada Quill took it back: “It was wrong”.",
      "Ada Quill corrected it.",
      "The log does not tell who stored it.",
    ]);
    expect(text(html)).toContain("Ada Quill corrected it. Restore revision 2 “The name was wrong.”");
  });

  it("has, in its time, what was done that made no revision", () => {
    const brought = deedOf({ action: "article.brought", at: NOW - 8.5 * HOUR, detail: { revisions: 2 } });
    expect(sentences(life({ deeds: [brought] }))).toEqual([
      "The log does not tell who stored it.",
      "Ada Quill took it in from another service, with 2 revisions.",
      "The log does not tell who stored it.",
    ]);
  });

  it("leads to older revisions where there are, and to the latest where one has left it", () => {
    expect(life()).not.toMatch(/Older revisions|The latest revision/);
    const html = life({ shown: [revisionOf(12)], before: revisionOf(11), found: deskArticle({}, { revision: 30 }) });
    expect(html).toContain('<a href="/desk/articles/a?up_to=11">Older revisions</a>');
    expect(html).toContain('<a href="/desk/articles/a">The latest revision</a>');
  });

  it("leads to the log for whoever may see that", () => {
    const link = '<a href="/desk/log?subject=article%3Aa">All of it in the log</a>';
    expect(life()).toContain(link);
    const scopes = new Set([...ROLES.reader].filter((scope) => scope !== "log:read"));
    expect(life({ session: { ...SESSION, scopes } })).not.toContain("/desk/log");
  });

  it("compares each revision with the one before it, the oldest shown with the first that is not", () => {
    const html = life({
      shown: [revisionOf(3, { title: "C" }), revisionOf(2, { title: "B" })],
      before: revisionOf(1, { title: "A" }),
    });
    expect([...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, summary]) => summary)).toEqual([
      "Changed: title",
      "Changed: title",
    ]);
    expect(text(html)).toMatch(/title B C .* title A B/);
  });
});
