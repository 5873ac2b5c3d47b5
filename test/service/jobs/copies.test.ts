import { describe, expect, it } from "vitest";
import { Copies } from "../../../src/service/jobs/copies.ts";
import { insertPurges } from "../../../src/service/store/purges.ts";
import type { CurrentEdition } from "../../../src/service/store/validators.ts";
import { here } from "../../homes/here.ts";
import { emptyStore, insert } from "../store/rows.ts";

const VALIDATORS = { etag: "a", modified: 0 };
const EDITION: CurrentEdition = { number: 7, validators: { rss: VALIDATORS, atom: VALIDATORS, json: VALIDATORS } };

/** What is done when an edition takes the place of one, with a story taken back or not. */
async function done(isTakenBack: boolean): Promise<unknown[]> {
  const { db } = here;
  await emptyStore();
  const place = { feed: "all", page: 0, number: 6 };
  if (isTakenBack) await insert(db, "taken_back", { ...place, article_id: "a", revision: 2, changed: 9, at: 0 });
  const superseded = { ...place, number: 7, at: Date.now(), before: 8, composed: 9, isPurged: true };
  await db.batch(insertPurges(db, superseded));
  const order: unknown[] = [];
  const confirm = (...given: unknown[]) => void order.push(given);
  const purge = async (tags: string[]) => {
    order.push(tags);
    return null;
  };
  await new Copies({ confirm }, { db, purge }).supersede("all", EDITION);
  return order;
}

describe("the copies of an edition before", () => {
  it("give way in memory first, and then in the cache in front, by the feed's tag, where a story was taken back", async () => {
    expect(await done(true)).toEqual([["all", EDITION], ["feed-all"]]);
  });

  it("wait for others that go with them in one purge where none was", async () => {
    expect(await done(false)).toEqual([["all", EDITION]]);
  });
});
