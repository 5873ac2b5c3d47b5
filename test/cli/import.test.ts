import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseArticle } from "../../src/article/parse.ts";
import { rss } from "../import/helpers.ts";
import { itTellsAFailingServiceInOneLine, lineOnStderr } from "./failing.ts";
import { type Ran, runCli } from "./run.ts";
import { closeServers, json, serve } from "./server.ts";

const FEED = rss(
  "<link>https://gazette.example/a</link><guid>a</guid><pubDate>2026-03-03</pubDate><description>Ferries sail.</description></item><item><guid>b</guid>",
);

/** As much of a worker as an import sees: it stores what parses, and knows what it has. */
const stored = new Map<string, string>();
const requests: string[] = [];
let folder = "";
let base = "";

beforeAll(async () => {
  const server = await serve(({ method, path, headers, body }) => {
    if (path === "/feed") return { type: "text/xml", body: FEED };
    if (path === "/api/site") return json({ home: "https://gazette.example/" });
    if (method === "GET") return { status: 404 };
    const isDry = path === "/api/articles/dry-run";
    const lines = body.split("\n");
    if (!isDry) requests.push(`${headers.authorization} ${lines.length}`);
    return {
      body: lines.map((line, index) => `${JSON.stringify({ line: index + 1, ...save(line, isDry) })}\n`).join(""),
    };
  });
  base = server.url;
  folder = await mkdtemp(join(tmpdir(), "wireproof-import-"));
  await mkdir(join(folder, "all/deep"), { recursive: true });
  await writeFile(join(folder, "all/b.xml"), FEED);
  await writeFile(join(folder, "all/.hidden.xml"), FEED);
  await writeFile(
    join(folder, "all/deep/a.txt"),
    "Home Weather Ice melts fast\n\nIce melts fast\n\nIt melts, they said.\n",
  );
  await writeFile(join(folder, "all/table.tsv"), "a\tb\n");
});

afterAll(async () => {
  await closeServers();
  await rm(folder, { recursive: true });
});

function save(line: string, isDry: boolean) {
  const parsed = parseArticle(JSON.parse(line));
  if (parsed.status === "problems") return { status: "refused", problems: parsed.problems };
  const text = JSON.stringify(parsed.article);
  const before = stored.get(parsed.article.id);
  if (!isDry) stored.set(parsed.article.id, text);
  return {
    id: parsed.article.id,
    status: before === undefined ? "created" : before === text ? "unchanged" : "changed",
    removed: parsed.removed,
  };
}

const run = (...args: string[]): Promise<Ran> => runCli("import", args, { cwd: folder, token: "secret" });

/** The table's rows, their cells parted by one space. */
const table = (out: string): string[] =>
  out
    .split("\n")
    .filter((line) => line.startsWith("│"))
    .map((line) =>
      line
        .split("│")
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(" "),
    );

describe("npm run import", () => {
  it("stores a folder, shows what it took a page for, and gives every skip its reason", async () => {
    const { code, out } = await run(
      "all",
      "--to",
      base,
      "--base",
      "https://gazette.example/n",
      "--date",
      "3 March 2026",
    );
    expect(table(out)).toEqual([
      "source kind read stored unchanged not shown skipped passed over",
      "all/b.xml rss 2 1 0 0 1 0",
      "all/deep/a.txt page text 1 1 0 0 0 0",
      "2 sources 3 2 0 0 1 2",
    ]);
    expect(out).toContain("breadcrumb → section Weather");
    expect(out).toContain("  untitled: its first words are the title ×1 (");
    expect(out).toContain("  all/.hidden.xml: hidden\n  all/table.tsv: configuration or data\n");
    expect(out).toContain("item 2 in all/b.xml: it has no words, no address and no file");
    expect(code).toBe(1);
    expect(requests[0]).toBe("Bearer secret 1");
  });

  it("changes nothing the second time, also when the feed comes from its URL", async () => {
    const { out } = await run(`${base}/feed`, "--to", base);
    expect(table(out)[1]).toBe(`${base}/feed rss 2 0 1 0 1 0`);
  });

  it("stores nothing on a dry run, and shows what it would", async () => {
    const before = requests.length;
    const { code, out } = await run("all/b.xml", "--dry-run", "--tag", "t", "--to", base);
    expect(table(out)[1]).toBe("all/b.xml rss 2 1 0 0 1 0");
    expect(out).toContain("item 1 “Ferries sail.”: 2026-03-03T00:00:00Z, https://gazette.example/a, id ");
    expect(out).toContain("A dry run: nothing was stored.");
    expect([code, requests.length]).toEqual([1, before]);
  });

  it("says it as JSON", async () => {
    const { out } = await run("all/b.xml", "--json", "--dry-run");
    expect(JSON.parse(out)).toMatchObject({
      sources: [{ name: "all/b.xml", kind: "rss", read: 2 }],
      total: { read: 2, stored: 1, unchanged: 0, skipped: 1 },
    });
  });

  it("ends with 0 when all went in", async () => {
    await writeFile(
      join(folder, "one.ndjson"),
      `${JSON.stringify({ id: "n1", url: "https://gazette.example/n1", title: "N", published_at: "2026-03-03T00:00:00Z" })}\n`,
    );
    expect((await run("one.ndjson", "--to", base)).code).toBe(0);
  });

  it.each([
    [[], "no SOURCE was given"],
    [["x", "--bogus"], "Unknown option '--bogus'"],
    [["x", "--to", "ftp://x"], "--to ftp://x is no http(s) URL"],
    [["x", "--date", "soon"], "--date soon is no date"],
    [["nowhere"], "there is no file or folder nowhere"],
    [["all/b.xml", "--to", "http://127.0.0.1:1"], "nothing answers on http://127.0.0.1:1"],
  ])("%j: %s", async (args, message) => {
    const { code, err } = await run(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  it("names a URL that cannot be read, and goes on", async () => {
    const { code, out } = await run("http://127.0.0.1:1/feed", "one.ndjson", "--to", base);
    expect(table(out).slice(1, 3)).toEqual([
      "http://127.0.0.1:1/feed unreadable 0 0 0 0 1 0",
      "one.ndjson ndjson 1 0 1 0 0 0",
    ]);
    expect(code).toBe(2);
  });

  it("helps", async () => {
    expect((await run("--help")).out).toMatch(/^npm run import -- SOURCE…/);
  });

  it("asks for a token before it reads anything", async () => {
    const { code, out, err } = await runCli("import", ["all/b.xml", "--to", base], { cwd: folder });
    expect([code, out, err]).toEqual([
      2,
      "",
      "wireproof: there is no publish token: give --token, set PUBLISH_TOKEN, or let `npm start` write .dev.vars\n",
    ]);
  });

  it("finds its token in .dev.vars, and takes --token before that", async () => {
    const own = await mkdtemp(join(tmpdir(), "wireproof-import-token-"));
    await writeFile(join(own, ".dev.vars"), "PUBLISH_TOKEN=of-the-file\n");
    await writeFile(join(own, "a.xml"), FEED);
    await runCli("import", ["a.xml", "--to", base], { cwd: own });
    await runCli("import", ["a.xml", "--to", base, "--token", "of-the-line"], {
      cwd: own,
      token: "of-the-environment",
    });
    expect(requests.slice(-2)).toEqual(["Bearer of-the-file 1", "Bearer of-the-line 1"]);
  });
});

describe("npm run import, of a service that fails", () => {
  const file = join(tmpdir(), `wireproof-import-${process.pid}.xml`);
  beforeAll(() => writeFile(file, FEED));
  afterAll(() => rm(file));

  itTellsAFailingServiceInOneLine("import", { args: [file], asked: "/api/site", told: lineOnStderr });
});
