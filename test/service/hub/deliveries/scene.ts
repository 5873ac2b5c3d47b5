import { onTestFinished, vi } from "vitest";
import { here } from "../../../homes/here.ts";
import { pass, startClock } from "../../clock.ts";
import { article, type Newsroom } from "../../newsroom.ts";
import { select } from "../../store/rows.ts";
import { newsroomInTime, type Received, Subscribers } from "../subscribers.ts";

/** A newsroom with a first edition, and whoever is subscribed to it. */
export interface Scene {
  others: Subscribers;
  desk: Newsroom;
  /** In how many seconds the sender was woken, each time. */
  woken: number[];
  publish(id: string, fields?: object): Promise<void>;
}

/** Sets the scene, by a clock that stands until the test lets it pass. */
export async function deliveryScene(): Promise<Scene> {
  startClock(Date.UTC(2026, 2, 1));
  onTestFinished(() => void vi.useRealTimers());
  const others = new Subscribers();
  const woken: number[] = [];
  const wakeSender = async (seconds: number) => void woken.push(seconds);
  const desk = await newsroomInTime({ fetchOut: others.fetchOut, wakeSender });
  await desk.put(article("first"));
  await desk.publish();
  return {
    others,
    desk,
    woken,
    async publish(id, fields = {}) {
      pass(1_000);
      await desk.put(article(id, { ...fields }));
      await desk.publish();
    },
  };
}

export const subscription = async (id = 1) =>
  (await select(here.db, `SELECT * FROM subscription WHERE id = ${id}`))[0] as Record<string, number | string | null>;

export const run = async (sql: string): Promise<void> => void (await here.db.prepare(sql).run());

export const pushes = () => select(here.db, "SELECT edition, subscription, status, attempts, is_delta FROM push");

/** The stories in what was sent. */
export const stories = ({ body }: Received): string[] =>
  [...body.matchAll(/Title of (\w+)</g)].map((match) => match[1] ?? "");
