import { describe, expect, it } from "vitest";
import { type Circumstances, type KnownArticle, revise } from "../../src/article/revise.ts";
import { anArticle } from "./an-article.ts";

const DAY = 86_400_000;
const PUBLISHED = Date.parse("2026-03-01T08:00:00Z");
const NOW = PUBLISHED + DAY;

const ARTICLE = anArticle({ title: "The first boat out", content_html: "<p>She left at dawn.</p>" });

/** Known for a day, and seen. */
const KNOWN: KnownArticle = {
  article: ARTICLE,
  entryId: "tag:gazette.example,2026:a",
  revision: 3,
  dates: { published: PUBLISHED, updated: PUBLISHED, public: true },
};

const at = (more: Partial<Circumstances> = {}): Circumstances => ({
  now: NOW,
  precondition: () => true,
  mintedId: "tag:gazette.example,2026:a",
  ownerOf: () => undefined,
  ...more,
});

describe("a save of an article whose URL is another's, where no two may share one", () => {
  const problems = [{ path: "/url", detail: "is that of the article b: change that one, or take it back before" }];

  it.each([null, KNOWN])("is refused, be it known or not", (known) => {
    const article = { ...ARTICLE, url: "https://gazette.example/b" };
    expect(revise(known, article, at({ holder: "b" }))).toEqual({ status: "refused", problems });
  });
});

describe("a save of an article that is not known", () => {
  it("creates its first revision, with the id that was minted for its entry", () => {
    expect(revise(null, ARTICLE, at())).toEqual({
      status: "created",
      article: ARTICLE,
      entryId: "tag:gazette.example,2026:a",
      revision: 1,
      dates: { published: PUBLISHED, updated: PUBLISHED, public: false },
    });
  });

  it("keeps the id that the entry had in an old feed (RFC 4287 §4.2.6)", () => {
    const article = { ...ARTICLE, guid: "http://old.example/?p=7" };
    expect(revise(null, article, at())).toMatchObject({ status: "created", entryId: "http://old.example/?p=7" });
  });

  it.each([
    ["minted", ARTICLE, "tag:gazette.example,2026:a", "/id"],
    ["kept", { ...ARTICLE, guid: "old-1" }, "old-1", "/guid"],
  ])("is refused where the id that is %s is another article's", (_, article, entryId, path) => {
    const ownerOf = (id: string) => (id === entryId ? "other" : undefined);
    expect(revise(null, article, at({ ownerOf }))).toEqual({
      status: "refused",
      problems: [{ path, detail: `the entry id ${entryId} belongs to the article other already` }],
    });
  });

  it("is not refused for a minted id that somebody else has, where it keeps one of its own", () => {
    const ownerOf = (id: string) => (id === "old-1" ? undefined : "other");
    expect(revise(null, { ...ARTICLE, guid: "old-1" }, at({ ownerOf })).status).toBe("created");
  });
});

describe("a save of an article that is known", () => {
  it("makes the next revision, which keeps the entry's id and when it was first published", () => {
    const article = { ...ARTICLE, title: "The second boat out", published_at: "2026-02-01T00:00:00Z" };
    expect(revise(KNOWN, article, at())).toEqual({
      status: "changed",
      article,
      entryId: KNOWN.entryId,
      revision: 4,
      dates: { published: PUBLISHED, updated: NOW, public: true },
    });
  });

  it("is no change with the same content again", () => {
    expect(revise(KNOWN, structuredClone(ARTICLE), at())).toEqual({ status: "unchanged", revision: 3 });
  });

  it("is no change with the same content said to be a minor one", () => {
    expect(revise(KNOWN, { ...ARTICLE, minor: true }, at())).toEqual({ status: "unchanged", revision: 3 });
  });

  it("that is minor is stored without that word, and readers are not asked to look again (RFC 4287 §4.2.15)", () => {
    const article = { ...ARTICLE, content_html: "<p>She left at dusk.</p>" };
    expect(revise(KNOWN, { ...article, minor: true }, at())).toEqual({
      ...{ status: "changed", article, entryId: KNOWN.entryId, revision: 4 },
      dates: KNOWN.dates,
    });
  });

  it.each([
    ["says the id that the entry has", KNOWN.entryId, "changed"],
    ["says no id", undefined, "changed"],
    ["says another id, for readers would see the story twice (RFC 4287 §4.2.6)", "old-1", "refused"],
  ])("%s: %s is %s", (_, guid, status) => {
    const article = guid === undefined ? { ...ARTICLE, title: "New" } : { ...ARTICLE, title: "New", guid };
    expect(revise(KNOWN, article, at()).status).toBe(status);
  });

  it("names the field that would change the entry's id, and the id that stays", () => {
    expect(revise(KNOWN, { ...ARTICLE, guid: "old-1" }, at())).toEqual({
      status: "refused",
      problems: [{ path: "/guid", detail: "the entry's id is tag:gazette.example,2026:a and cannot change" }],
    });
  });

  it("is not refused because its entry's id has an owner: that is itself", () => {
    const ownerOf = () => "a";
    expect(revise(KNOWN, { ...ARTICLE, title: "New" }, at({ ownerOf })).status).toBe("changed");
  });

  it("changes nothing of what it is given", () => {
    const [known, article] = [structuredClone(KNOWN), { ...ARTICLE, title: "New", minor: true }];
    revise(known, article, at());
    expect([known, article]).toEqual([KNOWN, { ...ARTICLE, title: "New", minor: true }]);
  });
});

describe("a precondition (RFC 9110 §13.1)", () => {
  it.each([
    ["not known", null, 0],
    ["known", KNOWN, 3],
  ])("is asked of the revision that a save follows: of an article %s", (_, known, revision) => {
    const asked: number[] = [];
    const precondition = (one: number) => asked.push(one) < 0;
    expect(revise(known, ARTICLE, at({ precondition }))).toEqual({ status: "conflict", revision });
    expect(asked).toEqual([revision]);
  });

  it("comes before everything else: whoever does not know the article is not told what is wrong with the save", () => {
    const precondition = () => false;
    expect(revise(KNOWN, { ...ARTICLE, guid: "old-1" }, at({ precondition })).status).toBe("conflict");
    expect(revise(KNOWN, ARTICLE, at({ precondition })).status).toBe("conflict");
    expect(revise(null, ARTICLE, at({ precondition, ownerOf: () => "other" })).status).toBe("conflict");
  });
});
