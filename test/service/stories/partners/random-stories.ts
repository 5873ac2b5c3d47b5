/** Chance, as the hour of news in `oracle.test.ts` takes it: stories and what becomes of them. */
import { CONTRACTS, ODDITIES, type Story } from "./newsroom-model.ts";

let chance = 20260601;

/** A whole number below another. mulberry32: the same hour at every run. */
function random(below: number): number {
  chance = (chance + 0x6d2b79f5) | 0;
  let t = Math.imul(chance ^ (chance >>> 15), 1 | chance);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}

/** One of a list. */
export const some = <T>(list: T[]): T => list[random(list.length)] as T;

const names: string[] = CONTRACTS.map(({ partner }) => partner);
const fewNames = (): string[] => names.filter(() => random(3) === 0);

const allowance = (): Story["allow"] =>
  some<() => Story["allow"]>([() => "all", () => "all", () => "none", fewNames])();

/** A story that has just been written, somehow. */
export function writeStory(id: string, now: number): Story {
  const updated = now - 1_000 * (1 + random(50));
  const pictures = Array.from({ length: random(3) }, (_, index) => ({
    name: `${id}-picture-${index}`,
    allow: some([undefined, "all", "none", fewNames()] as const) as Story["allow"] | undefined,
  }));
  const oddity = random(3) === 0 ? some([...ODDITIES]) : undefined;
  return {
    id,
    revision: 1,
    sport: random(2) === 0,
    published: updated,
    updated,
    allow: allowance(),
    shortFor: oddity === "mute" ? [] : fewNames(),
    embargo: random(3) === 0 ? { [some(names)]: now + random(20) * 60_000 } : {},
    until: random(6) === 0 ? now + (5 + random(30)) * 60_000 : undefined,
    pictures: oddity === "mute" ? [] : pictures,
    oddity,
  };
}

/** What a desk does to a story, somehow. */
export const CHANGES: ((story: Story, now: number) => void)[] = [
  () => undefined,
  (story) => {
    story.allow = allowance();
  },
  (story, now) => {
    story.embargo = { [some(names)]: now + random(15) * 60_000 };
  },
  (story) => {
    for (const picture of story.pictures) picture.allow = allowance();
  },
  (story, now) => {
    story.retracted = now;
  },
];
