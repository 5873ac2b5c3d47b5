import { expect } from "vitest";
import type { HubRoom } from "../../../hub/subscriber.ts";
import { type StoredSubscription, subscriptions } from "../../../hub/subscriptions.ts";

/** A sentence of WebSub's (W3C Recommendation, 23 January 2018), as it stands there, and what it takes to see it. */
export type Sentence = [section: string, sentence: string, see: () => Promise<void>];

/** The only subscription that there is. */
export const theOne = async (): Promise<StoredSubscription> => {
  const all = await subscriptions();
  expect(all).toHaveLength(1);
  return all[0] as StoredSubscription;
};

/** The only request that the subscriber has been sent since the last look. */
export const askedBy = (hub: HubRoom) => {
  const all = hub.subscriber.take();
  expect(all).toHaveLength(1);
  return all[0] as (typeof all)[number];
};
