import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/article/article.ts";
import { firstDates } from "../../../src/article/dates.ts";
import { anArticle } from "../an-article.ts";

const hour = (hours: number) => Date.UTC(2026, 2, 1, hours);
const at = (hours: number) => new Date(hour(hours)).toISOString();
const correction = (hours: number) => ({ at: at(hours), note: "A name was wrong." });

/** Published at eight, unless it says otherwise; stored at twelve. */
const first = (fields: Partial<Article>, now = hour(12)) => firstDates(anArticle(fields), now);

describe("an article that is stored for the first time", () => {
  it.each<[string, Partial<Article>, published: number, updated: number]>([
    ["was updated when it was published", {}, 8, 8],
    ["was updated when the newsroom says", { updated_at: at(10) }, 8, 10],
    ["was updated before its publication, where the newsroom says so", { updated_at: at(7) }, 8, 7],
    ["was updated by its last correction", { corrections: [correction(9), correction(11), correction(10)] }, 8, 11],
    ["was updated after its last correction", { updated_at: at(11), corrections: [correction(9)] }, 8, 11],
    ["is not ahead of now, whatever it says", { updated_at: at(15) }, 8, 12],
    ["is not ahead of now, whatever its correction says", { corrections: [correction(20)] }, 8, 12],
    ["is published later, and updated then", { published_at: at(14) }, 14, 14],
    ["is published later, and not updated after that", { published_at: at(14), updated_at: at(20) }, 14, 14],
    ["is updated when its embargo ends", { embargo_until: at(13) }, 8, 13],
    ["was updated when its embargo ended", { embargo_until: at(9) }, 8, 9],
    ["was updated after its embargo ended", { embargo_until: at(9), updated_at: at(10) }, 8, 10],
    ["is not updated after its embargo's end, which is ahead", { embargo_until: at(13), updated_at: at(20) }, 8, 13],
    ["keeps its dates while it is withheld", { status: "withheld", updated_at: at(10) }, 8, 10],
  ])("%s", (_, fields, published, updated) =>
    expect(first(fields)).toEqual({ published: hour(published), updated: hour(updated), public: false }),
  );
});
