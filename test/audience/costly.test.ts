import { describe, expect, it } from "vitest";
import { priceOf } from "../../src/audience/cost.ts";
import { costlyPollers, type FeedPolls } from "../../src/audience/costly.ts";
import { noSums } from "../../src/audience/count-record.ts";

const row = (product: string, feed: string, more: Partial<FeedPolls> = {}): FeedPolls => ({
  ...{ product, feed, ...noSums(), feed_conditional: 100, feed_304: 75 },
  ...more,
});
/** So many whole documents of a thousand bytes, unasked for conditions. */
const whole = (count: number) => ({
  ...{ polls_200: count, bytes_sent: 1_000 * count, polls_unconditional: count, bytes_unconditional: 1_000 * count },
});

describe("a costly poller", () => {
  it("is told with what it costs a day, and with what it would, had it fared as the others in the same feeds", () => {
    const found = [
      row("Miniflux", "all", { ...whole(600), polls_304: 100 }),
      row("Miniflux", "sport", { ...whole(100), feed_conditional: 10, feed_304: 1 }),
    ];
    expect(costlyPollers(found, 10)).toEqual([
      {
        ...{ product: "Miniflux", kind: "app", contact: "https://miniflux.app/", feeds: ["all", "sport"] },
        ...{ polls: 80, unconditional: 70, soon: 0 },
        now: { bytes: 70_000, dollars: expect.closeTo(priceOf({ whole: 70, unchanged: 10 }), 12) },
        conditionally: {
          bytes: 70_000 - 45_000 - 1_000,
          dollars: expect.closeTo(priceOf({ whole: 24, unchanged: 56 }), 12),
        },
      },
    ]);
  });

  it("is compared with nobody where nobody polls its feed conditionally", () => {
    const [one] = costlyPollers([row("curl", "all", { ...whole(5), feed_conditional: 0, feed_304: 0 })], 1);
    expect([one?.now.bytes, one?.conditionally]).toEqual([5_000, null]);
  });

  it("comes before those that cost less, and of two that cost the same before who comes less often too soon", () => {
    const found = [
      row("curl", "all", whole(5)),
      row("Wget", "all", { polls_304: 10, polls_soon: 5 }),
      row("Guzzle", "all", { polls_304: 10, polls_soon: 9 }),
      row("Feedly", "all", whole(6)),
    ];
    expect(costlyPollers(found, 1).map(({ product }) => product)).toEqual(["Feedly", "curl", "Guzzle", "Wget"]);
  });

  it("is nobody who does so now and then: whoever begins to read a feed has nothing to name yet", () => {
    const now = (polls: number) => costlyPollers([row("Feedly", "all", { ...whole(1), polls_304: polls - 1 })], 1);
    expect([now(20).length, now(21).length]).toEqual([1, 0]);
    expect(costlyPollers([], 7)).toEqual([]);
  });
});
