import { afterEach, beforeEach, vi } from "vitest";
import { here } from "../../../homes/here.ts";
import { pass, startClock } from "../../clock.ts";
import { article, type Newsroom } from "../../newsroom.ts";
import { select } from "../../store/rows.ts";
import { newsroomInTime, type Received, Subscribers } from "../subscribers.ts";

/** A newsroom with one story, on a clock that the test moves, and others' servers that subscribe to its feeds. */
interface Scene {
  others: Subscribers;
  desk: Newsroom;
  /** How many seconds from then the sender was to come, each time that it was woken. */
  woken: number[];
}

/** Before each test of a file. */
export function setUp(): Scene {
  const scene = {} as Scene;
  beforeEach(async () => {
    startClock(Date.UTC(2026, 2, 1));
    scene.others = new Subscribers();
    scene.woken = [];
    const { fetchOut } = scene.others;
    const wakeSender = async (seconds: number) => void scene.woken.push(seconds);
    scene.desk = await newsroomInTime(undefined, undefined, { fetchOut, wakeSender });
    await scene.desk.put(article("first"));
    await scene.desk.publish();
  });
  afterEach(() => void vi.useRealTimers());
  return scene;
}

/** A second later, a story is stored and published. */
export async function publishStory({ desk }: Scene, id: string, fields: object = {}): Promise<void> {
  pass(1_000);
  await desk.put(article(id, { ...fields }));
  await desk.publish();
}

export const storedSubscription = async (id = 1) =>
  (await select(here.db, `SELECT * FROM subscription WHERE id = ${id}`))[0] as Record<string, number | string | null>;

export const storedPushes = () => select(here.db, "SELECT edition, subscription, status, attempts, is_delta FROM push");

export const change = async (sql: string): Promise<void> => void (await here.db.prepare(sql).run());

/** The stories in what was sent. */
export const storiesIn = ({ body }: Received): string[] =>
  [...body.matchAll(/Title of (\w+)</g)].map((match) => match[1] ?? "");
