import { here } from "../../../homes/here.ts";
import type { Chance } from "./chance.ts";
import type { Edge } from "./edge.ts";
import { newStory, type Story, toInput } from "./stories.ts";

/** Stories that are there when the rehearsal begins: feeds have archives by then. */
const STOCK = 20;

/** How a story is taken back. */
const WAYS = ["DELETE", "canceled", "withheld"] as const;

/** The desk: stores stories, changes them, and takes some back. */
export class Desk {
  /** Those that are to be seen. */
  readonly stories: Story[] = [];
  readonly #edge: Edge;
  readonly #chance: Chance;
  #count = 0;
  #taken = 0;
  #chosen: Story | undefined;

  constructor(edge: Edge, chance: Chance) {
    this.#edge = edge;
    this.#chance = chance;
  }

  async stock(): Promise<void> {
    for (let count = 0; count < STOCK; count += 1) await this.#add();
  }

  /** A new story, a change of one of the newest, or of any. */
  async change(): Promise<void> {
    const kind = this.#chance.between(0, 10);
    if (kind < 4) return this.#add();
    // A change that is saved after it would bring back the story that is to go.
    const others = this.stories.filter((story) => story !== this.#chosen);
    const story = this.#chance.pick(kind < 8 ? others.slice(-5) : others);
    story.changes += 1;
    await this.#put(story);
  }

  /** Which story is to go next: in turn one of the newest, and one of the archive. */
  choose(): Story {
    const newest = this.stories.slice(-5);
    this.#chosen = this.#chance.pick(this.#taken % 2 === 0 ? newest : this.stories.slice(0, -8));
    return this.#chosen;
  }

  get chosen(): Story {
    return this.#chosen ?? this.choose();
  }

  /** Takes it back. Resolves when that is acknowledged. */
  async takeBack(): Promise<Story> {
    const story = this.chosen;
    this.stories.splice(this.stories.indexOf(story), 1);
    const way = WAYS[this.#taken++ % WAYS.length];
    if (way === "DELETE") await this.#send("DELETE", `/api/articles/${story.id}`);
    else await this.#put(story, { status: way });
    return story;
  }

  async #add(): Promise<void> {
    const story = newStory(++this.#count, this.#chance);
    this.stories.push(story);
    await this.#put(story);
  }

  #put(story: Story, fields: Record<string, unknown> = {}): Promise<void> {
    return this.#send("PUT", `/api/articles/${story.id}`, toInput(story, fields));
  }

  async #send(method: string, path: string, body?: object): Promise<void> {
    const { status } = await this.#edge.send(method, path, body);
    if (status !== 200 && status !== 201) throw new Error(`${method} ${path}: ${status}`);
  }
}

/** Editions of all feeds so far. */
export async function countEditions(): Promise<number> {
  const row = await here.db.prepare("SELECT sum(edition) AS editions FROM feed").first<{ editions: number }>();
  return row?.editions ?? 0;
}
