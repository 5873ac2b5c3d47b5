/** What readers notice on one machine while the costliest inputs are saved, imported, previewed and looked at. */
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TOKEN } from "../e2e/token.ts";
import { SITE } from "../site.ts";
import { encoded, rss } from "./cost/parsers.ts";
import { costliest } from "./cost/rows.ts";
import { type Figure, figure, quantile, table } from "./figures.ts";
import type { Measured } from "./generator.ts";
import { Generator } from "./load.ts";
import { startMachine } from "./machine.ts";
import { newsroom, sleep } from "./newsroom.ts";
import { stories } from "./stories.ts";
import { withFolder } from "./workerd.ts";

const FEED = { slug: "all", title: "Everything", description: "All the news", entries: 100 };
const WORST = 20;
const BYTES = 100_000;
const VIEWERS = 8;
/** Between two looks at an ordinary story's page. Milliseconds. */
const PAUSE = 100;
/** Nobody waits longer for an answer. Milliseconds. */
const PATIENCE = 60_000;

interface Inputs {
  articles: { id: string }[];
  /** Folders and files to import. */
  folder: string;
  /** To paste at the desk. */
  pasted: string[];
}

export const benchHostile = (long: boolean): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const inputs = await worst(join(folder, "sources"));
    const machine = await startMachine(join(folder, "store"), [FEED]);
    const [story] = stories(1);
    if (!story) throw new Error("no story");
    const generators = [new Generator(), new Generator()];
    try {
      await newsroom(machine.origin).saveAll([story.article]);
      await newsroom(machine.origin).settled();
      return await attack(machine.origin, story.entryId, inputs, generators, long ? 120_000 : 30_000);
    } finally {
      for (const generator of generators) generator.stop();
      await machine.stop();
    }
  });

/** The inputs that cost most, as each way into the service takes them. */
async function worst(folder: string): Promise<Inputs> {
  const [bodies, feeds, texts, pages] = await Promise.all([
    costliest("an article's HTML", BYTES, WORST),
    costliest("import: RSS", BYTES, WORST),
    costliest("import: Markdown", BYTES, WORST),
    costliest("import: page text", BYTES, WORST),
  ]);
  const articles = bodies.map((content_html, index) => ({
    id: `hostile-${index}`,
    url: `https://gazette.example/hostile-${index}`,
    title: `Hostile ${index}`,
    content_html,
    published_at: "2026-04-01T00:00:00Z",
  }));
  await mkdir(folder);
  const sources = [
    ...bodies.map((html) => ["rss", rss(`<title>a</title>${encoded(html)}`)]),
    ...feeds.map((items) => ["rss", rss(items)]),
    ...texts.map((text) => ["md", text]),
    ...pages.map((text) => ["txt", text]),
  ];
  for (const [index, [ending, text = ""]] of sources.entries())
    await writeFile(join(folder, `${index}.${ending}`), text);
  return { articles, folder, pasted: [...articles.map((article) => JSON.stringify(article)), ...pages] };
}

async function attack(
  origin: string,
  ordinary: string,
  { articles, folder, pasted }: Inputs,
  [one, other]: Generator[],
  milliseconds: number,
): Promise<Figure[]> {
  if (!one || !other) throw new Error("two generators are needed");
  const end = Date.now() + milliseconds;
  const times = new Map<string, number[]>();
  /** Does the same with each of a list until the end, one after the other. */
  async function repeat<T>(what: string, list: T[], work: (item: T) => Promise<unknown>, pause = 0): Promise<void> {
    const taken = times.get(what) ?? [];
    times.set(what, taken);
    for (let index = 0; Date.now() < end; index += 1) {
      const began = performance.now();
      await work(list[index % list.length] as T);
      taken.push(performance.now() - began);
      await sleep(pause);
    }
  }
  const desk = await signIn(origin);
  const poll = { url: `${origin}/feeds/${FEED.slug}.rss`, connections: 1, milliseconds };
  const hostile = articles.map(({ id }) => pageOf(`tag:${SITE.tag.authority},${SITE.tag.date}:${id}`));
  const [whole, unchanged] = await Promise.all([
    one.run({ ...poll, headers: { "accept-encoding": "gzip" }, status: 200 }),
    other.run({ ...poll, headers: { "if-none-match": "*" }, status: 304 }),
    repeat("view of an ordinary story", [pageOf(ordinary)], (path) => ask(origin + path), PAUSE),
    repeat("save", articles, (article) => save(origin, article)),
    repeat("import of all", [folder], (place) => importAll(origin, place)),
    repeat("preview", pasted, (text) => desk.preview(text)),
    ...Array.from({ length: VIEWERS }, () => repeat("view of a hostile story", hostile, (path) => ask(origin + path))),
  ]);
  const polls: [string, Measured][] = [
    ["polls, 200 gzip", whole],
    ["polls, 304", unchanged],
  ];
  table(
    ["", "times", "median, ms", "p99, ms", "most, ms"],
    [
      ...polls.map(([name, { requests, median, p99, most }]) => [name, requests, ...[median, p99, most].map(tell)]),
      ...[...times].map(([name, list]) => [
        name,
        list.length,
        ...[0.5, 0.99, 1].map((share) => tell(quantile(list, share))),
      ]),
    ],
  );
  return polls.map(([name, { p99 }]) =>
    figure(`Node: p99 of ${name}, beside the costliest inputs`, p99, `${tell(p99)} ms`, "≤ 50 ms", p99 <= 50),
  );
}

const pageOf = (entryId: string): string => `/feeds/${FEED.slug}?entry=${encodeURIComponent(entryId)}`;

const tell = (milliseconds: number): string => milliseconds.toFixed(1);

/** Whatever it says: how long it takes is what counts. */
async function ask(url: string, init?: RequestInit): Promise<string> {
  const given = AbortSignal.timeout(PATIENCE);
  return fetch(url, { ...init, signal: given, redirect: "manual" })
    .then((answer) => answer.text())
    .catch(() => "");
}

const save = (origin: string, article: { id: string }): Promise<string> => {
  // Another each time: what is stored already would be nothing new to the publisher.
  const body = JSON.stringify({ ...article, title: `Hostile ${performance.now()}` });
  return ask(`${origin}/api/articles/${article.id}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${TOKEN}` },
    body,
  });
};

const importAll = (origin: string, folder: string): Promise<void> =>
  new Promise((resolve) => {
    const command = join(import.meta.dirname, "../../src/cli/import.ts");
    const args = [command, folder, "--to", origin, "--token", TOKEN, "--date", "2026-04-01", "--base", SITE.home];
    execFile(process.execPath, args, { timeout: PATIENCE, maxBuffer: 2 ** 30 }, () => resolve());
  });

async function signIn(origin: string): Promise<{ preview(text: string): Promise<string> }> {
  const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
  const form = new URLSearchParams({ token: TOKEN, to: "" });
  const answer = await fetch(`${origin}/desk/sign-in`, { method: "POST", headers, body: form, redirect: "manual" });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  const page = await ask(`${origin}/desk`, { headers: { cookie } });
  const form_token = /name="form_token" value="([^"]+)"/.exec(page)?.[1];
  if (form_token === undefined) throw new Error("nobody is signed in");
  return {
    preview: (text) =>
      ask(`${origin}/desk/preview`, {
        method: "POST",
        headers: { ...headers, cookie },
        body: new URLSearchParams({
          form_token,
          text,
          url: `${SITE.home}pasted`,
          published: "2026-04-01",
          section: "",
        }),
      }),
  };
}
