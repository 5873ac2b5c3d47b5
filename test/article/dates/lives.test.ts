import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { type Dates, firstDates, nextDates } from "../../../src/article/dates.ts";
import { isVisible } from "../../../src/article/visibility.ts";
import { anArticle } from "../an-article.ts";

/** Minutes of one day: so few that times often meet. */
const minute = fc.nat(60);
const time = minute.map((minutes) => new Date(minutes * 60_000).toISOString());

const revision: fc.Arbitrary<Partial<Article>> = fc.record({
  title: fc.constantFrom("A", "B", "C"),
  status: fc.constantFrom<Article["status"]>("usable", "usable", "usable", "withheld", "canceled"),
  published_at: time,
  updated_at: fc.option(time, { nil: undefined }),
  embargo_until: fc.option(time, { nil: undefined }),
  expires_at: fc.option(time, { nil: undefined }),
  corrections: fc.array(fc.record({ at: time, note: fc.constantFrom("x", "y") }), { maxLength: 2 }),
});

const life = fc.array(fc.record({ after: fc.integer({ min: 1, max: 60 }), minor: fc.boolean(), revision }), {
  minLength: 1,
  maxLength: 8,
});

interface Moment {
  now: number;
  article: Article;
  minor: boolean;
  dates: Dates;
}

/** What the store would hold after each save. The clock only goes on. */
function live(saves: { after: number; minor: boolean; revision: Partial<Article> }[]): Moment[] {
  const moments: Moment[] = [];
  let now = 0;
  for (const { after, minor, revision } of saves) {
    now += after * 60_000;
    const article = anArticle(revision);
    const last = moments.at(-1);
    const dates = last ? nextDates(last.dates, { old: last.article, article, minor }, now) : firstDates(article, now);
    moments.push({ now, article, minor, dates });
  }
  return moments;
}

/** When readers see a revision: the minutes from its save until the next one's. */
function seenAt({ now, article }: Moment, until: number): number[] {
  const times = [];
  for (let time = now; time < until; time += 60_000) if (isVisible(article, time)) times.push(time);
  return times;
}

interface Revision extends Moment {
  /** The minutes in which readers saw it. */
  seen: number[];
  /** It was to be seen when the next one came, which is how the next one knows. */
  known: boolean;
}

const lives = life.map((saves) => {
  const moments = live(saves);
  return moments.map((moment, index): Revision => {
    const end = moments[index + 1]?.now ?? moment.now + 70 * 60_000;
    return { ...moment, seen: seenAt(moment, end), known: isVisible(moment.article, end) };
  });
});

const check = (holds: (story: Revision[]) => void) => fc.assert(fc.property(lives, holds), { numRuns: 400 });

describe("the dates of a story, whatever its life", () => {
  // But for a millisecond a save: two changes at one instant have two `updated`s, the second after the first.
  it("never lie ahead of the clock where readers see them", () =>
    check((story) => {
      for (const [saves, { dates, seen }] of story.entries())
        for (const now of seen) expect(Math.max(dates.updated, dates.published)).toBeLessThanOrEqual(now + saves);
    }));

  it("are numbers of time, every one", () =>
    check((story) => {
      for (const { dates } of story) {
        expect(Number.isFinite(dates.published) && Number.isFinite(dates.updated)).toBe(true);
      }
    }));

  it("never let `updated` go back from one that readers saw (RFC 4287 §4.2.15)", () =>
    check((story) => {
      let last = Number.NEGATIVE_INFINITY;
      for (const { dates, seen, known } of story) {
        if (seen.length === 0) continue;
        expect(dates.updated).toBeGreaterThanOrEqual(last);
        if (known || dates.public) last = dates.updated;
      }
    }));

  it("keep `published` for good once readers saw it (RFC 4287 §4.2.9), and say from then on that they did", () =>
    check((story) => {
      let first: number | undefined;
      for (const { dates, known } of story) {
        if (first !== undefined) expect(dates).toMatchObject({ published: first, public: true });
        else expect(dates.public).toBe(false);
        if (known) first ??= dates.published;
      }
    }));

  it("move where a story that was seen is taken back, and are not ahead then", () =>
    check((story) => {
      for (const [index, { article, dates, now }] of story.entries()) {
        const before = story.slice(0, index).findLast(({ known }) => known);
        if (article.status !== "canceled" || !before) continue;
        expect(dates.updated).toBeGreaterThan(before.dates.updated);
        expect(dates.updated).toBeLessThanOrEqual(Math.max(now, (story[index - 1]?.dates.updated ?? 0) + 1));
      }
    }));

  it("move where a title changes before readers' eyes, and not where it stays or the change is minor", () =>
    check((story) => {
      for (const [index, { article, dates, minor, now, seen }] of story.entries()) {
        const before = story[index - 1];
        if (!before || !seen.includes(now) || !isVisible(before.article, now)) continue;
        if (JSON.stringify(article.corrections) !== JSON.stringify(before.article.corrections)) continue;
        if (minor || article.title === before.article.title) expect(dates.updated).toBe(before.dates.updated);
        else expect(dates.updated).toBeGreaterThan(before.dates.updated);
      }
    }));
});
