import { beforeEach, describe, expect, it } from "vitest";
import { newKept } from "../../src/service/kept.ts";
import { feedShelf } from "../../src/service/poll/shelf.ts";
import { homeOn } from "./newsroom.ts";
import { emptyStore, VALIDATORS } from "./store/rows.ts";
import { watchStore } from "./watched-store.ts";

beforeEach(() => emptyStore());

const EDITION = { number: 7, validators: VALIDATORS };
const poll = (headers: RequestInit["headers"] = {}) => ({
  request: new Request("https://feeds.example/feeds/all.rss", { headers }),
  ...{ shelf: feedShelf("all"), format: "rss" as const, keep: "max-age=300" },
});

describe("what an instance keeps", () => {
  it("is one memory: what the publisher has made current is served without a look at the store, hot or not", async () => {
    const store = watchStore();
    const { editions, poller, hot } = newKept(homeOn({ db: store.db }));
    editions.confirm("all", EDITION);
    // That it is polled is written down, once in some hours.
    await poller.answer(poll({ "if-none-match": '"rss-tag"' }));
    const noted = store.calls;
    const { request, ...asked } = poll({ "if-none-match": '"rss-tag"' });
    const answer = await poller.answer({ ...asked, request });
    expect(answer?.status).toBe(304);
    hot.remember({ ...asked, account: { settleHot: () => true } }, request, answer ?? new Response());
    expect([hot.answer(request)?.status, store.calls - noted]).toEqual([304, 0]);
  });

  it("is its own: another instance knows nothing of it", async () => {
    const [one, other] = [newKept(homeOn()), newKept(homeOn())];
    one.editions.confirm("all", EDITION);
    expect(await other.poller.answer(poll())).toBeNull();
  });
});
