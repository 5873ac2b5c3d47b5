import { DOCUMENTS, FEED_PAGES, listArchive, OTHERS, storyPage } from "./addresses.ts";
import type { Chance } from "./chance.ts";
import type { Desk } from "./desk.ts";
import type { Edge } from "./edge.ts";
import type { Story } from "./stories.ts";
import type { Question, Watch } from "./watch.ts";

const PLACES = [0, 1];

/** Accept-Encoding of readers. */
const ENCODINGS = ["", "gzip", "br", "gzip, deflate, br"];

/** Readers near both data centres, who ask for anything at any time. */
export class Readers {
  readonly #edge: Edge;
  readonly #desk: Desk;
  readonly #watch: Watch;
  readonly #chance: Chance;
  /** The tag of the last answer, by address. */
  readonly #tags = new Map<string, string>();
  #archive: string[] = [];

  constructor({ edge, desk, watch }: { edge: Edge; desk: Desk; watch: Watch }, chance: Chance) {
    this.#edge = edge;
    this.#desk = desk;
    this.#watch = watch;
    this.#chance = chance;
  }

  /** Somebody near each data centre asks for something. */
  poll(): void {
    for (const place of PLACES) {
      const path = this.#choose();
      const tag = this.#chance.of(0.4) ? this.#tags.get(path) : undefined;
      const more = { ...(tag && { "if-none-match": tag }), ...(tag && this.#chance.of(0.1) && { "a-im": "feed" }) };
      this.#ask(place, { path, encoding: this.#chance.pick(ENCODINGS) }, more, this.#chance.of(0.05) ? "HEAD" : "GET");
    }
  }

  /**
   * What was ever answered with these stories' text is asked for again, near both data centres.
   *
   * @param share how much of it, chosen by chance: so that tiers come to ask one another at all ages of their copies
   */
  askAgain(markers: string[], share = 1): void {
    const questions = new Map(
      markers
        .flatMap((marker) => this.#watch.questionsOf(marker))
        .map((question) => [`${question.path} ${question.encoding}`, question]),
    );
    for (const question of questions.values())
      for (const place of PLACES) if (this.#chance.of(share)) this.#ask(place, question);
  }

  /** Wherever a story may stand is read by somebody near each data centre, so that there are copies of it. */
  readAll(story: Story): void {
    const lists = [...FEED_PAGES, ...this.#archive.filter((path) => /\/\d+$/.test(path))];
    const stories = lists.map((list) => storyPage(list, story));
    const paths = [...DOCUMENTS, ...FEED_PAGES, ...OTHERS, ...this.#archive, ...stories];
    for (const path of paths)
      for (const place of PLACES) this.#ask(place, { path, encoding: this.#chance.pick(ENCODINGS) });
  }

  async look(): Promise<void> {
    this.#archive = await listArchive();
  }

  #choose(): string {
    const { stories } = this.#desk;
    const kind = this.#chance.between(0, 20);
    if (kind < 10) return this.#chance.pick(DOCUMENTS);
    if (kind < 12) return this.#chance.pick(FEED_PAGES);
    if (kind < 13) return this.#chance.pick(OTHERS);
    if (kind < 16 && this.#archive.length > 0) return this.#chance.pick(this.#archive);
    if (kind < 19) return storyPage(this.#chance.pick(FEED_PAGES), this.#chance.pick(stories.slice(-6)));
    return `${this.#chance.pick(DOCUMENTS)}?from=mail`;
  }

  #ask(place: number, question: Question, more: Record<string, string> = {}, method = "GET"): void {
    const headers = new Headers({ "accept-encoding": question.encoding, ...more });
    if (question.encoding === "") headers.delete("accept-encoding");
    const asked = this.#edge.cache.fetch(place, { method, path: question.path, headers });
    asked.then((answer) => {
      const tag = answer.headers.get("etag");
      if (tag !== null) this.#tags.set(question.path, tag);
      this.#watch.note(question, answer);
    });
  }
}
