import { describe, expect, it } from "vitest";
import { MAX_CELLS } from "../../../../src/audience/count-polls.ts";
import { Counts, FLUSH_CELLS, FLUSH_INTERVAL } from "../../../../src/service/audience/counts.ts";
import { here } from "../../../homes/here.ts";
import { coldPoll, sleep } from "../../cold-poll.ts";
import { logged } from "../../logged.ts";
import { isDown, works } from "../../watched-store.ts";
import { callsFor, countedBeforeEach, DEFINITIONS, FEEDBIN, later, PATH, storedAudience } from "./counted.ts";

const on = countedBeforeEach();

describe("a store that fails", () => {
  const due = () => {
    later(FLUSH_INTERVAL);
    return on.instance.poll(PATH, FEEDBIN, { "if-none-match": "*" });
  };

  it("costs no count: they are kept, and go out when it is back", async () => {
    on.store.before = isDown;
    for (let minute = 0; minute < 5; minute += 1) expect((await due()).status).toBe(304);
    expect((await storedAudience()).rows).toEqual([]);
    on.store.before = works;
    await due();
    expect((await storedAudience()).total).toMatchObject({ polls: 6, polls_200: 1, polls_304: 5 });
    await due();
    expect((await storedAudience()).total).toMatchObject({ polls: 7, polls_200: 1, polls_304: 6 });
  });

  it("is not asked by every poll", async () => {
    on.store.before = isDown;
    await due();
    expect(await callsFor(on, () => on.instance.poll(PATH, FEEDBIN, { "if-none-match": "*" }))).toBe(0);
  });

  it("makes no count double, where only its answer was lost", async () => {
    on.store.after = isDown;
    for (let minute = 0; minute < 3; minute += 1) await due();
    on.store.after = works;
    await due();
    await on.instance.ask("/api/audience");
    expect((await storedAudience()).total).toMatchObject({ polls: 5, polls_200: 1, polls_304: 4, subscribers: 102 });
  });
});

describe("very many counts", () => {
  it("go out before their time, and are bounded where they cannot", async () => {
    const written = logged();
    const counts = new Counts();
    const request = new Request("https://feeds.example/", { headers: { "user-agent": FEEDBIN } });
    const countTo = (cells: number) => {
      for (let cell = 0; cell < cells; cell += 1)
        counts.add({ request, feed: `a-feed-with-a-name-of-a-usual-length-${cell}`, format: "rss", status: 200 }, null);
    };
    countTo(FLUSH_CELLS - 1);
    expect(counts.isDue()).toBe(false);
    countTo(2 * MAX_CELLS);
    expect(counts.isDue()).toBe(true);
    await counts.flush(here.db);
    expect(counts.isDue()).toBe(false);
    const { results } = await here.db.prepare("SELECT count(*) AS cells, sum(polls_200) AS polls FROM audience").all();
    expect(results).toEqual([{ cells: MAX_CELLS, polls: FLUSH_CELLS - 1 + MAX_CELLS }]);
    expect(written).toEqual([{ level: "error", event: "audience not counted", polls: MAX_CELLS }]);
  });
});

describe("a flush that is taken for cut off", () => {
  it.each([0, 1])(
    "costs no count and makes none double when it goes on all the same (after %i failures)",
    async (failures) => {
      const hot = coldPoll(on.store.db, DEFINITIONS);
      const polls = async () => (await storedAudience()).total.polls;
      // Its edition is fresh, so that what is asked of the store is the flush.
      const due = async () => {
        on.store.before = works;
        later(FLUSH_INTERVAL - 1);
        await hot(PATH);
        later(1);
      };
      await hot(PATH);
      for (let failure = 0; failure < failures; failure += 1) {
        await due();
        on.store.before = isDown;
        await hot(PATH);
        await sleep(50);
      }
      await due();
      let goOn = (): void => undefined;
      const gate = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      on.store.before = () => gate;
      await hot(PATH);
      // The next one stores the same batch, and fails at the one after it; between them the edition is looked up.
      let calls = 0;
      later(FLUSH_INTERVAL);
      on.store.before = async () => (++calls === 3 ? isDown() : undefined);
      await hot(PATH);
      await sleep(200);
      expect([await polls(), calls]).toEqual([2, 3]);
      await hot(PATH);
      on.store.before = isDown;
      goOn();
      await sleep(200);
      expect(await polls()).toBe(2);
      later(FLUSH_INTERVAL);
      on.store.before = works;
      await hot("/api/audience", { authorization: "Bearer test-4f9c2e7b1d806a35e7c1" });
      expect(await polls()).toBe(5 + 2 * failures);
    },
  );
});
