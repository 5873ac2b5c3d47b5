import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import Parser from "rss-parser";
import rssParser from "rss-parser/package.json" with { type: "json" };
import type { ReadAll, ReadEntry, ReaderView } from "../../src/proofread/readers/reactions.ts";

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

/** Whose addresses and ids all examples have. */
const HOST = /gazette\.example/g;

/**
 * newsboat polls files and keeps what it read in SQLite. It takes most of a second to start, so all are polled at once; and it
 * takes an entry with the id of another feed's for the same one, so each gets a host of its own. Where entries are missing all
 * the same, their ids may have had no host: these are polled again, alone.
 */
async function readWithNewsboat(documents: Record<string, string>): Promise<Record<string, ReaderView>> {
  const numbered = new Map(
    Object.entries(documents).map(([name, text], index) => [name, { text, host: `n${index}.example` }]),
  );
  const views = await pollWithNewsboat([...numbered].map(([name, { text, host }]) => [name, text.replace(HOST, host)]));
  for (const [name, { text, host }] of numbered) {
    const view = views[name];
    const shown = view && "entries" in view ? view.entries.length : 0;
    const again = shown < (text.match(/<(?:item|entry)[\s>]/g) ?? []).length;
    views[name] = again
      ? ((await pollWithNewsboat([[name, text]]))[name] as ReaderView)
      : JSON.parse(JSON.stringify(view).replaceAll(host, "gazette.example"));
  }
  return views;
}

async function pollWithNewsboat(documents: [name: string, text: string][]): Promise<Record<string, ReaderView>> {
  const folder = await mkdtemp(join(tmpdir(), "newsboat-"));
  const fileOf = (index: number): string => join(folder, `${index}.xml`);
  const urlOf = (index: number): string => pathToFileURL(fileOf(index)).href;
  const [urls, cache] = [join(folder, "urls"), join(folder, "cache.db")];
  try {
    for (const [index, [, text]] of documents.entries()) await writeFile(fileOf(index), text);
    await writeFile(urls, documents.map((_, index) => urlOf(index)).join("\n"));
    await run("newsboat", ["-u", urls, "-c", cache, "-C", "/dev/null", "-x", "reload"], "", { HOME: folder });
    using database = new DatabaseSync(cache, { readOnly: true });
    return Object.fromEntries(documents.map(([name], index) => [name, kept(database, urlOf(index))]));
  } finally {
    await rm(folder, { recursive: true });
  }
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
