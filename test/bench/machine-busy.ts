/** What readers notice on one machine of a publisher that never rests, and of a bulk of a hundred thousand stories. */
import { TOKEN } from "../e2e/token.ts";
import { type Figure, figure } from "./figures.ts";
import { Generator } from "./load.ts";
import { type Server, startMachine } from "./machine.ts";
import { newsroom, sleep } from "./newsroom.ts";
import { rss } from "./processes.ts";
import { stories } from "./stories.ts";
import { raw } from "./wire.ts";
import { withFolder } from "./workerd.ts";

/** Every story stands in all of them. */
const FEEDS = Array.from({ length: 10 }, (_, index) => ({
  slug: `feed-${index}`,
  title: `Feed ${index}`,
  description: "All the news",
}));

/** Pollers with a breath between two polls: they load the machine a little, and wait when it does. */
const POLLS = { connections: 20, pause: 10 };

export const benchMachineBusy = (long: boolean): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const machine = await startMachine(folder, FEEDS);
    const generator = new Generator();
    try {
      await newsroom(machine.origin).saveAll(stories(60).map(({ article }) => article));
      await newsroom(machine.origin).settled();
      return [...(await busy(machine, generator)), ...(await bulk(machine, generator, long ? 100_000 : 20_000))];
    } finally {
      generator.stop();
      await machine.stop();
    }
  });

async function poll(generator: Generator, { origin }: Server, milliseconds: number) {
  const url = `${origin}/feeds/feed-0.rss`;
  // Of no edition: every poll is a whole document, whichever edition is current.
  return generator.run({ url, headers: { "accept-encoding": "gzip" }, status: 200, milliseconds, ...POLLS });
}

/** Changes without a pause: each makes ten feeds stale, so that the publisher has always something to compose. */
async function busy(machine: Server, generator: Generator): Promise<Figure[]> {
  const desk = newsroom(machine.origin);
  const [story] = stories(1, 2);
  if (!story) throw new Error("no story");
  const calm = await poll(generator, machine, 5_000);
  let changes = 0;
  let isOver = false;
  const changing = (async () => {
    for (; !isOver; changes += 1) await desk.save({ ...story.article, title: `Change ${changes}` });
  })();
  const polled = await poll(generator, machine, 15_000);
  isOver = true;
  await changing;
  await desk.settled();
  const text = `${polled.p99.toFixed(1)} ms (median ${polled.median.toFixed(1)}; ${calm.p99.toFixed(1)} without; ${changes} changes)`;
  return [figure("Node: p99 of polls beside a publisher without pause", polled.p99, text, "≤ 20 ms", polled.p99 <= 20)];
}

async function bulk(machine: Server, generator: Generator, count: number): Promise<Figure[]> {
  const before = rss(machine.pid);
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(rss(machine.pid)), 500);
  const started = performance.now();
  let stored = 0;
  const sending = send(machine.origin, count).then((answered) => {
    stored = answered;
    return (performance.now() - started) / 1000;
  });
  const p99s: number[] = [];
  let seconds: number | undefined;
  void sending.then((taken) => (seconds = taken));
  while (seconds === undefined) p99s.push((await poll(generator, machine, 2_000)).p99);
  const taken = await sending;
  await fresh(machine.origin, count);
  const late = (performance.now() - started) / 1000 - taken;
  clearInterval(watch);
  if (stored !== count) throw new Error(`${stored} of ${count} stories were stored`);
  const rate = count / taken;
  const p99 = Math.max(...p99s);
  const last = Math.max(...memory.slice(-10));
  const early = Math.max(...memory.slice(0, Math.ceil(memory.length / 4)));
  return [
    figure(
      `Node: stories stored a second, ${count} by one bulk into ten feeds`,
      rate,
      rate.toFixed(0),
      "≥ 1500",
      rate >= 1_500,
    ),
    figure("Node: all feeds fresh after a bulk", late, `${late.toFixed(1)} s`, "≤ 5 s", late <= 5),
    figure(
      "Node: p99 of polls during a bulk, the worst two seconds",
      p99,
      `${p99.toFixed(1)} ms`,
      "≤ 50 ms",
      p99 <= 50,
    ),
    figure(
      "Node: memory at the end of a bulk, over that in its first quarter",
      last / early,
      `${last.toFixed(0)} MB over ${early.toFixed(0)} MB (${before.toFixed(0)} MB before)`,
      "flat",
      last <= early * 1.2,
    ),
  ];
}

/** Stories of 3.5 KB, each with its own id and words, in one request. @returns how many were stored */
async function send(origin: string, count: number): Promise<number> {
  const kinds = stories(200, 3).map(({ article }) => ({
    ...article,
    content_html: article.content_html.slice(0, 2_600),
  }));
  const encoder = new TextEncoder();
  let next = 0;
  const body = new ReadableStream({
    pull(controller) {
      const lines: string[] = [];
      for (const end = Math.min(count, next + 20); next < end; next += 1) {
        const kind = kinds[next % kinds.length];
        const id = `bulk-${next}`;
        const published_at = new Date(Date.UTC(2026, 4, 1) + next * 1_000).toISOString();
        lines.push(
          JSON.stringify({
            ...kind,
            id,
            url: `https://gazette.example/${id}`,
            title: `Story ${next}: ${kind?.title}`,
            published_at,
          }),
        );
      }
      if (lines.length > 0) controller.enqueue(encoder.encode(`${lines.join("\n")}\n`));
      if (next >= count) controller.close();
    },
  });
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    headers: { authorization: `Bearer ${TOKEN}` },
    body,
    duplex: "half",
  };
  const answer = await fetch(`${origin}/api/articles`, init);
  let stored = 0;
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    stored += lines.filter((line) => line.includes('"status":"created"')).length;
  }
  return stored;
}

/** Waits until every feed shows the last story. */
async function fresh(origin: string, count: number): Promise<void> {
  for (const { slug } of FEEDS)
    while (!(await raw(`${origin}/feeds/${slug}.json`)).body.includes(`"Story ${count - 1}:`)) await sleep(50);
}
