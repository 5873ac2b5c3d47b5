/**
 * What readers should see of stories, in the plainest words: a list of stories, and a few lines on which of them stands where.
 * Written apart from the service's code.
 */
export interface Story {
  id: string;
  section: string;
  title: string;
  body: string;
  published: number;
  embargo?: number;
  expires?: number;
  status: "usable" | "withheld" | "canceled";
  corrections: { at: number; note: string }[];
}

export interface Known {
  story: Story;
  published: number;
  updated: number;
  /** Readers may have seen it. */
  seen: boolean;
}

/** An entry as the model expects it. */
export interface Expected {
  id: string;
  title: string;
  text: string;
  published: number;
  updated: number;
  notice: boolean;
}

export const RETENTION = 35 * 86_400_000;

const from = ({ published, embargo = 0 }: Story): number => Math.max(published, embargo);

const open = (story: Story, now: number): boolean =>
  story.status === "usable" &&
  from(story) <= now &&
  (story.expires === undefined || (story.expires > now && story.expires > from(story)));

/** What the store should know of a story after a save. */
export function save(old: Known | undefined, story: Story, now: number, trivial: boolean): Known {
  const wasOpen = old !== undefined && open(old.story, now);
  const seen = old !== undefined && (old.seen || wasOpen);
  if (!seen) {
    const updated = Math.max(from(story), Math.min(latestCorrection(story), Math.max(now, from(story))));
    return {
      story,
      published: story.published,
      updated: old && open(story, now) ? Math.max(updated, now) : updated,
      seen: false,
    };
  }
  const known = { story, published: old.published, seen: true };
  // Its notice is all that readers see of it, and stays as it is.
  if (story.status === "canceled" && old.story.status === "canceled") return { ...known, updated: old.updated };
  // What waited for its time and never came is nothing to readers.
  const last = !wasOpen && old.updated >= now ? now - 1 : old.updated;
  if (story.status === "canceled") return { ...known, updated: Math.max(now, last + 1) };
  if (!open(story, now)) {
    const opens = story.status === "usable" && (story.expires === undefined || story.expires > from(story));
    return { ...known, updated: Math.max(last, opens ? from(story) : 0) };
  }
  if (wasOpen && trivial) return { ...known, updated: last };
  const stated = latestCorrection(story);
  const moved = wasOpen && stated > last && stated <= now ? stated : now;
  return { ...known, updated: Math.max(moved, last + 1) };
}

const latestCorrection = ({ published, corrections }: Story): number =>
  Math.max(published, ...corrections.map(({ at }) => at));

/** Everything of a feed that may be seen now, in the subscription document or the archive, the newest first. */
export function visible(stories: Known[], section: string | null, now: number): Expected[] {
  return stories
    .filter(({ story }) => section === null || story.section === section)
    .flatMap((known) => entryOf(known, now))
    .sort((a, b) => b.updated - a.updated || (a.id < b.id ? 1 : -1));
}

function entryOf({ story, published, updated, seen }: Known, now: number): Expected[] {
  if (story.status === "canceled")
    return seen ? [{ id: story.id, title: "Withdrawn", text: NOTICE, published, updated, notice: true }] : [];
  if (!open(story, now)) return [];
  const notes = story.corrections.map(({ note }) => note).join("|");
  return [{ id: story.id, title: story.title, text: `${story.body}|${notes}`, published, updated, notice: false }];
}

export const NOTICE = "This story has been withdrawn by the publisher.";

/** The subscription document holds the newest; a notice leaves it after the retention window. */
export const newest = (all: Expected[], entries: number, now: number): Expected[] =>
  all.filter(({ notice, updated }) => !notice || now < updated + RETENTION).slice(0, entries);
