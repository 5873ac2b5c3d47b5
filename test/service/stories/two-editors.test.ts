import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDraft } from "../../../src/service/store/drafts.ts";
import { here } from "../../homes/here.ts";
import { type Browser, signIn, stored } from "../desk/browser.ts";
import { fieldsOfForm, Window } from "../desk/editor/writing.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";

/** What the editors write into: each text is a word that is written once in all. */
const FIELDS = ["title", "summary", "section", "rights", "tags.0.name", "images.0.caption", "content_html"];

type Side = "mine" | "theirs";

/** One thing that somebody does. Ada has two windows open; Ben works in another system. */
type Step =
  | { does: "types"; window: 0 | 1; field: string }
  | { does: "autosaves"; window: 0 | 1 }
  | { does: "saves"; window: 0 | 1 }
  | { does: "loads again"; window: 0 | 1 }
  | { does: "publishes"; window: 0 | 1; readers: "update" | "small" }
  | { does: "chooses"; window: 0 | 1; sides: Side[] }
  | { does: "stores from elsewhere"; field: string };

const window = fc.constantFrom<0 | 1>(0, 1);
const field = fc.constantFrom(...FIELDS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("types" as const), window, field }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("autosaves" as const), window }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("saves" as const), window }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("loads again" as const), window }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("publishes" as const),
      window,
      readers: fc.constantFrom("update" as const, "small" as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("chooses" as const),
      window,
      sides: fc.array(fc.constantFrom<Side>("mine", "theirs"), { minLength: 7, maxLength: 7 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("stores from elsewhere" as const), field }) },
);

/** The words that a text holds. */
const wordsIn = (text: string): Set<string> => new Set(text.match(/\bword\d+\b/g));

/**
 * The newsroom, and what everybody has seen. A word may go from where it is kept only by somebody who was shown it; and what somebody
 * sends is kept, or it is on the page that comes back.
 */
class World {
  readonly #room: Newsroom;
  readonly #desk: Browser;
  readonly #windows: (Window | undefined)[] = [undefined, undefined];
  /** The conflict that a window shows. */
  readonly #asked: (string | undefined)[] = [undefined, undefined];
  readonly #seen: [Set<string>, Set<string>] = [new Set(), new Set()];
  #written = 0;
  conflicts = 0;

  constructor(room: Newsroom, desk: Browser) {
    this.#room = room;
    this.#desk = desk;
  }

  async take(step: Step): Promise<void> {
    if (step.does === "stores from elsewhere") return this.#storeFromElsewhere(step.field);
    const open = await this.#open(step.window);
    if (step.does === "types") return this.#type(step.window, open, step.field);
    if (step.does === "loads again") return this.#load(step.window);
    const before = await this.#kept(open);
    const sent = wordsIn(JSON.stringify(open.fields));
    const shown = await this.#act(step, open);
    const after = await this.#kept(open);
    const isSent = step.does !== "chooses";
    for (const word of isSent ? sent : [])
      if (!after.draft.has(word) && !after.history.has(word)) expect(shown, `${word} of what was sent`).toContain(word);
    // What is in the draft goes only by this window, what is in the article by any of this person's.
    const gone = [...before.draft].filter((word) => !after.draft.has(word) && !after.history.has(word));
    for (const word of gone) expect([...this.#seen[step.window]], `${word} of the draft`).toContain(word);
    const replaced = [...before.article].filter((word) => !after.article.has(word));
    for (const word of replaced) expect([...this.#seen[0], ...this.#seen[1]], `${word} of the article`).toContain(word);
  }

  /** @returns what the window shows or still holds of what was sent */
  async #act(
    step: Exclude<Step, { does: "types" | "loads again" | "stores from elsewhere" }>,
    open: Window,
  ): Promise<string> {
    const { window } = step;
    if (step.does === "autosaves") {
      const { status } = await open.autosave();
      expect([200, 409]).toContain(status);
      return JSON.stringify(open.fields);
    }
    if (step.does === "chooses") {
      const page = this.#asked[window];
      return page === undefined ? "" : this.#answer(window, await this.#choose(page, step.sides));
    }
    if (step.does === "saves") return this.#answer(window, await open.send("save"));
    const first = await open.send("publish");
    if (first.status !== 200) return this.#answer(window, first);
    const question = fieldsOfForm(await first.text(), "/publish");
    return this.#answer(window, await this.#desk.post(`${open.path}/publish`, { ...question, readers: step.readers }));
  }

  #choose(page: string, sides: Side[]): Promise<Response> {
    const action = page.includes("/settle") ? "/settle" : "/rebase";
    const to = new RegExp(`action="([^"]+${action})"`).exec(page)?.[1] ?? "";
    const groups = [...new Set([...page.matchAll(/name="choice\.(\w+)"/g)].map(([, group]) => group))];
    const choices = groups.map((group, index): [string, string] => [`choice.${group}`, sides[index] ?? "mine"]);
    return this.#desk.post(to, { ...fieldsOfForm(page, action), ...Object.fromEntries(choices) });
  }

  /** Looks at what came back, as somebody does: a page that asks stays, and else one goes where it leads. */
  async #answer(window: 0 | 1, answer: Response): Promise<string> {
    if (answer.status === 409) {
      this.conflicts += 1;
      const page = await answer.text();
      this.#asked[window] = page;
      this.#see(window, page);
      return page;
    }
    expect(answer.status).toBe(303);
    this.#asked[window] = undefined;
    const to = answer.headers.get("location") ?? "";
    this.#windows[window] = undefined;
    const page = await this.#desk.page(to);
    this.#see(window, page);
    return page;
  }

  #type(window: 0 | 1, open: Window, field: string): void {
    this.#written += 1;
    const word = `word${this.#written}`;
    const image: Record<string, string> = field.startsWith("images")
      ? { "images.0.url": "https://gazette.example/a.jpg" }
      : {};
    open.type({ ...image, [field]: field === "content_html" ? `<p>${word}</p>` : word });
    this.#seen[window].add(word);
  }

  async #load(window: 0 | 1): Promise<void> {
    this.#windows[window] = undefined;
    this.#asked[window] = undefined;
    await this.#open(window);
  }

  /** The window's form. A draft that is gone is begun anew. */
  async #open(window: 0 | 1): Promise<Window> {
    const open = this.#windows[window] ?? (await Window.open(this.#desk, "/desk/articles/a/edit"));
    if (this.#windows[window] === undefined) this.#see(window, await this.#desk.page(open.path));
    this.#windows[window] = open;
    return open;
  }

  #see(window: 0 | 1, page: string): void {
    for (const word of wordsIn(page)) this.#seen[window].add(word);
  }

  /** Another system does as systems do: it reads, changes one thing, and stores that with `If-Match`. */
  async #storeFromElsewhere(field: string): Promise<void> {
    this.#written += 1;
    const word = `word${this.#written}`;
    const { article, revision } = await stored(this.#room, "a");
    const change: Record<string, unknown> = {
      "tags.0.name": { tags: [word] },
      "images.0.caption": { images: [{ url: "https://gazette.example/a.jpg", caption: word }] },
      content_html: { content_html: `<p>${word}</p>` },
    };
    const body = { ...article, ...((change[field] ?? { [field]: word }) as object) };
    const answer = await this.#room.request("PUT", "/api/articles/a", body, { "if-match": revision });
    expect(answer.status).toBe(200);
  }

  /** The words that are kept: in the window's draft, in the article, and in all its revisions. */
  async #kept(open: Window): Promise<Record<"draft" | "article" | "history", Set<string>>> {
    const draft = await findDraft(here.db, open.path.split("/").at(-1) ?? "");
    const { results } = await here.db
      .prepare("SELECT body, superseded_at FROM revision WHERE article_id = 'a'")
      .all<{ body: string; superseded_at: number | null }>();
    const current = results.find(({ superseded_at }) => superseded_at === null)?.body ?? "";
    return {
      draft: wordsIn(JSON.stringify(draft?.fields ?? {})),
      article: wordsIn(current),
      history: wordsIn(results.map(({ body }) => body).join()),
    };
  }
}

describe("two editors on one story", () => {
  it("lose nothing without being shown it, whatever they do in whatever order", async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 60 }), async (steps) => {
        const room = await newsroom();
        await room.put(article("a", { section: "Politics" }));
        const world = new World(room, await signIn(room));
        for (const one of steps) await world.take(one);
        conflicts += world.conflicts;
      }),
      { seed: 20, numRuns: 12, endOnFailure: true },
    );
    expect(conflicts).toBeGreaterThan(10);
  }, 300_000);
});
