import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../homes/here.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";
import { select } from "../store/rows.ts";
import { Subscribers, signatureOf, subscribed } from "./subscribers.ts";

let others: Subscribers;
let desk: Newsroom;
let woken: number[];
beforeEach(async () => {
  others = new Subscribers();
  woken = [];
  const wakeSender = async (seconds: number) => void woken.push(seconds);
  desk = await newsroom(undefined, undefined, { fetchOut: others.fetchOut, wakeSender });
  await desk.put(article("first"));
  await desk.publish();
});

const subscription = async () => (await select(here.db, "SELECT * FROM subscription"))[0];

const publish = async (id: string): Promise<void> => {
  await desk.put(article(id));
  await desk.publish();
};

describe("an edition that becomes current", () => {
  it("wakes nobody where nobody is subscribed", () => {
    expect(woken).toEqual([]);
  });

  it("is sent to whoever is subscribed: the document itself, signed over its bytes", async () => {
    const callback = await subscribed();
    await publish("second");
    expect(woken).toEqual([0]);
    await desk.send();
    const body = await desk.document("/feeds/all.atom");
    expect(body).toContain("Title of second");
    expect(others.received).toEqual([
      {
        url: callback,
        reach: "public",
        body,
        headers: {
          "content-type": "application/atom+xml; charset=utf-8",
          link: '<https://feeds.example/hub>; rel="hub", <https://feeds.example/feeds/all.atom>; rel="self"',
          "user-agent": "Wireproof (+https://feeds.example)",
          "x-hub-signature": signatureOf(body, "a secret"),
        },
      },
    ]);
    expect(await subscription()).toMatchObject({
      ...{ acknowledged: 2, wanted: 2, wanted_since: null, due_at: null, claimed_until: 0, attempts: 0 },
      ...{ last_status: 204, last_fault: null, urgent: 0 },
    });
    expect(await select(here.db, "SELECT * FROM push")).toEqual([
      {
        feed: "all",
        edition: 2,
        subscription: 1,
        status: 204,
        attempts: 1,
        is_delta: 0,
        pushed_at: expect.any(Number),
      },
    ]);
  });
});
