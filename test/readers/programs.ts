import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import Parser from "rss-parser";
import rssParser from "rss-parser/package.json" with { type: "json" };
import type { ReadAll, ReadEntry, ReaderView } from "./view.ts";

/** Debian's, which has python3-feedparser, or another one's. */
const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";
/** A checkout of SimplePie, which is no package of Debian's any more. */
const SIMPLEPIE = join(process.env.SIMPLEPIE ?? "simplepie", "autoloader.php");

/** The readers that are asked, each with how its version is found. */
export const READERS: Record<string, { version: () => Promise<string>; read: ReadAll }> = {
  "rss-parser": {
    version: async () => rssParser.version,
    read: async (documents) => {
      const views: Record<string, ReaderView> = {};
      for (const [name, text] of Object.entries(documents)) views[name] = await readWithRssParser(text);
      return views;
    },
  },
  feedparser: {
    version: () => run(PYTHON, ["-c", "import feedparser; print(feedparser.__version__, end='')"]),
    read: (documents) => throughProgram(PYTHON, [beside("read_with_feedparser.py")], documents),
  },
  newsboat: {
    version: async () => /[\d.]+/.exec(await run("newsboat", ["--version"]))?.[0] ?? "",
    read: readWithNewsboat,
  },
  SimplePie: {
    version: () => run("php", ["-r", `require ${JSON.stringify(SIMPLEPIE)}; echo \\SimplePie\\SimplePie::VERSION;`]),
    read: (documents) => throughProgram("php", [beside("read_with_simplepie.php"), SIMPLEPIE], documents),
  },
};

const beside = (file: string): string => join(import.meta.dirname, file);

async function readWithRssParser(text: string): Promise<ReaderView> {
  try {
    const feed = await new Parser().parseString(text);
    return {
      title: feed.title ?? null,
      entries: feed.items.map((item) => ({
        id: textOf(item.guid ?? (item as { id?: unknown }).id),
        title: textOf(item.title),
        link: textOf(item.link),
        date: textOf(item.isoDate),
        author: textOf(item.creator ?? (item as { author?: unknown }).author),
        text: textOf((item as Record<string, unknown>)["content:encoded"] ?? item.content),
        enclosures: item.enclosure ? [`${item.enclosure.url} ${item.enclosure.type} ${item.enclosure.length}`] : [],
      })),
    };
  } catch (error) {
    return { refused: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

const textOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === "string" ? value : JSON.stringify(value);

/** An hour: newsboat gives entries without a date the time of the poll. */
const HOUR = 3_600;

/** newsboat polls a file and keeps what it read in SQLite: a store each, for it knows an entry again in another feed. */
async function readWithNewsboat(documents: Record<string, string>): Promise<Record<string, ReaderView>> {
  const folder = await mkdtemp(join(tmpdir(), "newsboat-"));
  const waiting = Object.entries(documents);
  const views: Record<string, ReaderView> = {};
  const readOn = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const own = await mkdtemp(join(folder, "document-"));
      views[next[0]] = await pollWithNewsboat(own, next[1]);
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, readOn));
    return views;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function pollWithNewsboat(folder: string, text: string): Promise<ReaderView> {
  const [file, urls, cache] = [join(folder, "feed.xml"), join(folder, "urls"), join(folder, "cache.db")];
  const url = pathToFileURL(file).href;
  await writeFile(file, text);
  await writeFile(urls, url);
  await run("newsboat", ["-u", urls, "-c", cache, "-C", "/dev/null", "-x", "reload"], "", { HOME: folder });
  using database = new DatabaseSync(cache, { readOnly: true });
  return kept(database, url);
}

function kept(database: DatabaseSync, url: string): ReaderView {
  const feed = database.prepare("SELECT title FROM rss_feed WHERE rssurl = ?").get(url);
  if (!feed) return { refused: "it stays empty" };
  const now = Date.now() / 1_000;
  const items = database.prepare("SELECT * FROM rss_item WHERE feedurl = ? ORDER BY id").all(url);
  return {
    title: textOf(feed.title),
    entries: items.map(
      (item): ReadEntry => ({
        id: textOf(item.guid),
        title: textOf(item.title),
        link: textOf(item.url),
        date: Math.abs(now - Number(item.pubDate)) < HOUR ? null : new Date(Number(item.pubDate) * 1_000).toISOString(),
        author: textOf(item.author),
        text: textOf(item.content),
        enclosures: item.enclosure_url ? [`${item.enclosure_url} ${item.enclosure_type}`] : [],
      }),
    ),
  };
}

async function throughProgram(
  command: string,
  args: string[],
  documents: Record<string, string>,
): Promise<Record<string, ReaderView>> {
  return JSON.parse(await run(command, args, JSON.stringify(documents)));
}

/** @throws what the program says, where it fails */
function run(command: string, args: string[], input = "", env: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
    const out: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve(Buffer.concat(out).toString())
        : reject(new Error(`${command} ended with ${code}: ${Buffer.concat(complaints).toString().slice(0, 500)}`)),
    );
    child.stdin.end(input);
  });
}
