import { beforeEach, describe, expect, it } from "vitest";
import { CALLBACK, type HubRoom, publishedHub, TOPIC } from "./subscriber.ts";
import { pendingRequests, subscriptions } from "./subscriptions.ts";

let hub: HubRoom;
beforeEach(async () => {
  hub = await publishedHub();
});

describe("the hub", () => {
  it("says to people what it is, and how one subscribes", async () => {
    const answer = await hub.fetch(new Request("https://feeds.example/hub"));
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/plain; charset=utf-8"]);
    expect(await answer.text()).toContain("curl https://feeds.example/hub -d hub.mode=subscribe");
  });

  it("subscribes a callback that confirms", async () => {
    const answer = await hub.subscribe();
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([202, "no-store"]);
    const [one, ...others] = await subscriptions();
    expect(one).toMatchObject({
      feed: "all",
      format: "atom",
      callback: CALLBACK,
      host: "reader.example",
      partner: null,
      secret: null,
      algorithm: "sha256",
      wants_delta: 0,
      ended_at: null,
      acknowledged: 0,
    });
    expect(others).toEqual([]);
    expect(await pendingRequests()).toEqual([]);
    const [asked, ...more] = hub.subscriber.take();
    expect(asked?.query.get("hub.topic")).toBe(TOPIC);
    expect(asked?.headers["user-agent"]).toBe("Wireproof (+https://feeds.example)");
    expect(more).toEqual([]);
  });
});
