/** A WordPress's archive of twenty thousand posts into a service that is polled meanwhile. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { open } from "node:fs/promises";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { readWxr } from "../../src/import/wordpress/wxr/read-wxr.ts";
import { indexWxr, WxrIndex } from "../../src/import/wordpress/wxr/wxr-index.ts";
import { TOKEN } from "../e2e/token.ts";
import { type Figure, figure } from "./figures.ts";
import { Generator } from "./load.ts";
import { type Server, startMachine } from "./machine.ts";
import { newsroom } from "./newsroom.ts";
import { peakRss } from "./processes.ts";
import { stories } from "./stories.ts";
import { withFolder } from "./workerd.ts";
import { writeArchive } from "./wxr-archive.ts";

const ROOT = join(import.meta.dirname, "../..");
const POSTS = 20_000;
const FEEDS = [{ slug: "all", title: "All", description: "All the news" }];
/** Pollers with a breath between two polls. */
const POLLS = { connections: 20, pause: 10 };

export const benchImport = (long: boolean): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const posts = long ? 5 * POSTS : POSTS;
    const file = join(folder, "export.xml");
    const bytes = await writeArchive(file, posts);
    console.log(`${posts} posts in ${Math.round(bytes / 1e6)} MB`);
    const plain = await withMachine(join(folder, "plain"), (machine) => storePlain(machine, file));
    return withMachine(join(folder, "imported"), async (machine) => {
      const generator = new Generator();
      try {
        return toFigures(posts, await importPolled(machine, generator, file), plain);
      } finally {
        generator.stop();
      }
    });
  });

async function withMachine<T>(directory: string, work: (machine: Server) => Promise<T>): Promise<T> {
  const machine = await startMachine(directory, FEEDS);
  try {
    await newsroom(machine.origin).saveAll(stories(60).map(({ article }) => article));
    await newsroom(machine.origin).settled();
    return await work(machine);
  } finally {
    await machine.stop();
  }
}

/** The same articles, read before, in requests of the same size: what storing them costs alone. @returns seconds */
async function storePlain({ origin }: Server, file: string): Promise<number> {
  const chunks = async function* () {
    yield* (await open(file)).createReadStream();
  };
  const index = new WxrIndex();
  await indexWxr(chunks, index);
  const bodies: string[] = [];
  const lines: string[] = [];
  for await (const { item } of readWxr(chunks, index, { name: file, now: new Date().toISOString() })) {
    if (item) lines.push(JSON.stringify(item.article));
    if (lines.length === 100) bodies.push(lines.splice(0).join("\n"));
  }
  bodies.push(lines.join("\n"));
  const started = performance.now();
  for (const body of bodies.filter((one) => one !== "")) {
    const answer = await fetch(`${origin}/api/articles`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}` },
      body,
    });
    if (!answer.ok) throw new Error(`a bulk was answered ${answer.status}`);
    await answer.text();
  }
  return (performance.now() - started) / 1000;
}

interface Imported {
  seconds: number;
  stored: number;
  /** Megabytes. */
  peak: number;
  /** Milliseconds, of the worst two seconds. */
  p99: number;
}

async function importPolled({ origin }: Server, generator: Generator, file: string): Promise<Imported> {
  const [, ...command] = packageJson.scripts.import.split(" ");
  const args = [...command, file, "--to", origin, "--token", TOKEN, "--json"];
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  let [output, peak, isOver] = ["", 0, false];
  child.stdout.on("data", (text) => (output += String(text)));
  const watch = setInterval(() => (peak = Math.max(peak, peakRss(child.pid ?? 0) || 0)), 200);
  const ended = once(child, "close").then(() => {
    isOver = true;
    return (performance.now() - started) / 1000;
  });
  const p99s: number[] = [];
  while (!isOver) p99s.push((await poll(generator, origin)).p99);
  const seconds = await ended;
  clearInterval(watch);
  const { total } = JSON.parse(output) as { total: { stored: number } };
  return { seconds, stored: total.stored, peak, p99: Math.max(...p99s) };
}

const poll = (generator: Generator, origin: string) =>
  generator.run({
    url: `${origin}/feeds/all.rss`,
    headers: { "accept-encoding": "gzip" },
    status: 200,
    milliseconds: 2_000,
    ...POLLS,
  });

function toFigures(posts: number, { seconds, stored, peak, p99 }: Imported, plain: number): Figure[] {
  if (stored !== posts) throw new Error(`${stored} of ${posts} posts were stored`);
  const share = plain / seconds;
  return [
    figure(
      `Import: posts stored a second, ${posts} from WordPress's export`,
      posts / seconds,
      (posts / seconds).toFixed(0),
      "",
      true,
    ),
    figure(
      "Import: that rate as a share of storing the same articles alone",
      share,
      share.toFixed(2),
      "≥ 0.5",
      share >= 0.5,
    ),
    figure("Import: the importer's memory at its peak", peak, `${peak.toFixed(0)} MB`, "≤ 300 MB", peak <= 300),
    figure("Import: p99 of polls meanwhile, the worst two seconds", p99, `${p99.toFixed(1)} ms`, "≤ 50 ms", p99 <= 50),
  ];
}
