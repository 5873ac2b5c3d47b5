/** A store of 100,000 articles on one machine: what lists, filters and searches take, over HTTP. */
import { setTimeout as sleep } from "node:timers/promises";
import type { DefinitionInput } from "../../src/feed/definition.ts";
import { TOKEN } from "../e2e/token.ts";
import { type Figure, figure, median, quantile, table } from "./figures.ts";
import { startMachine } from "./machine.ts";
import { random } from "./stories.ts";
import { withFolder } from "./workerd.ts";

const ARTICLES = 100_000;
/** Articles of one request. */
const BULK = 500;
const WORDS_OF_A_STORY = 250;
const ROUNDS = 30;
/** Milliseconds. */
const AIM = 100;

const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "All", description: "All", entries: 50 },
  { slug: "sport", title: "Sport", description: "Sport", select: { any: [{ section: "Section 3" }] } },
  { slug: "radio", title: "Radio", description: "Radio", access: "partner", partner: "radio" },
];

/** As words of a language are: few are in most stories, and most in few. */
const wordOf = (next: () => number): string => `w${Math.floor(40_000 ** next()).toString(36)}x`;

/** A story's JSON: of 12 sections, 400 tags and 60 authors; one of fifty is withheld, one of 500 not for partners. */
function storyOf(index: number, next: () => number): string {
  const words = (count: number) => Array.from({ length: count }, () => wordOf(next)).join(" ");
  return JSON.stringify({
    id: `n${index}`,
    url: `https://gazette.example/n${index}`,
    title: `${words(8)} number${index}`,
    summary: words(20),
    content_html: `<p>${words(WORDS_OF_A_STORY)}</p>`,
    section: `Section ${Math.floor(next() * 12)}`,
    tags: [`tag ${Math.floor(next() * 20)}`, `rare ${Math.floor(next() * 380)}`],
    authors: [{ name: `Author ${Math.floor(next() * 60)}` }],
    published_at: new Date(Date.UTC(2015, 0, 1) + index * 3_600_000).toISOString(),
    status: index % 50 === 7 ? "withheld" : "usable",
    ...(index % 500 === 3 && { syndication: { allow: "none" } }),
  });
}

/** What is asked for, and by whom: the desk's programs, and readers. */
const ASKED: [what: string, path: string][] = [
  ["list", "/api/articles"],
  ["list, by publication", "/api/articles?sort=published"],
  ["status", "/api/articles?status=withheld"],
  ["in sight", "/api/articles?status=usable"],
  ["section", "/api/articles?section=Section+3"],
  ["tag", "/api/articles?tag=tag+7"],
  ["rare tag", "/api/articles?tag=rare+7"],
  ["author", "/api/articles?author=Author+7"],
  ["feed", "/api/articles?feed=sport"],
  ["days", "/api/articles?sort=published&from=2016-01-01&to=2016-02-01"],
  ["section and tag", "/api/articles?section=Section+3&tag=tag+7"],
  ["section, tag, author and status", "/api/articles?section=Section+3&tag=tag+7&author=Author+7&status=withheld"],
  ["left out by a partner", "/api/articles?left_out_by=radio"],
  ["not yet delivered", "/api/articles?undelivered=true"],
  ["search: a word of most stories", "/api/articles?q=w1x"],
  ["search: a word of many", "/api/articles?q=wgox"],
  ["search: a word of one", "/api/articles?q=number77777"],
  ["search: three words", "/api/articles?q=w1x+w2x+wgox"],
  ["search: a phrase", "/api/articles?q=%22w1x+w2x%22"],
  ["search: the beginning of a word", "/api/articles?q=wgo"],
  ["search: in a section, by time", "/api/articles?q=w1x&section=Section+3&sort=stored"],
  ["readers' search: a word of most", "/?q=w1x"],
  ["readers' search: two words", "/?q=w2x+wgox"],
];

export const benchLists = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const server = await startMachine(folder, FEEDS);
    try {
      const next = random(29);
      const began = performance.now();
      for (let from = 0; from < ARTICLES; from += BULK) {
        const lines = Array.from({ length: BULK }, (_, index) => storyOf(from + index, next));
        await ask(server.origin, "/api/articles", lines.join("\n"));
      }
      const rate = ARTICLES / ((performance.now() - began) / 1_000);
      console.log(`${ARTICLES} articles stored, ${rate.toFixed(0)} a second`);
      await sleep(20_000);
      const times = new Map(ASKED.map(([what]) => [what, [] as number[]]));
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [what, path] of ASKED) {
          const start = performance.now();
          await ask(server.origin, path);
          times.get(what)?.push(performance.now() - start);
        }
      table(
        [`of ${ARTICLES}`, "median ms", "p95 ms"],
        [...times].map(([what, all]) => [what, median(all).toFixed(1), quantile(all, 0.95).toFixed(1)]),
      );
      const worst = Math.max(...[...times.values()].map((all) => quantile(all, 0.95)));
      return [
        figure(
          "p95 of lists, filters and searches among 100,000, the worst",
          worst,
          `${worst.toFixed(0)} ms`,
          `≤ ${AIM} ms`,
          worst <= AIM,
        ),
      ];
    } finally {
      await server.stop();
    }
  });

/** Asks once more where a connection that had rested was ended just then. */
async function ask(origin: string, path: string, body?: string): Promise<void> {
  const method = body === undefined ? "GET" : "POST";
  const send = () => fetch(origin + path, { method, body, headers: { authorization: `Bearer ${TOKEN}` } });
  const response = await send().catch(send);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
}
