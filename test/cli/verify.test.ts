import { exec } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { FORMATS, type Format } from "../../src/feed/feed.ts";
import { golden, replace } from "../verify/documents.ts";
import { sampleFeed } from "../verify/sample.ts";
import { itTellsAFailingServiceInOneLine } from "./failing.ts";
import { type Ran, runCli } from "./run.ts";
import { closeServers, json, serve as startServer } from "./server.ts";

const GOLDEN = join(import.meta.dirname, "../verify/golden");
const MIME = { rss: "application/rss+xml", atom: "application/atom+xml", json: "application/feed+json" };

afterEach(closeServers);

describe("npm run verify", () => {
  it("proofreads files, compares the formats of one feed, and is content with warnings", async () => {
    const { code, out } = await run(FORMATS.map((format) => join(GOLDEN, `local.${format}`)));
    expect(out).toContain("formats of one feed");
    expect(out).toMatch(/4 checked: 0 discrepancies, 0 errors, \d+ warnings, 0 not read/);
    expect(code).toBe(0);
  });

  it("fails with 1 on an error, and tells where it is", async () => {
    const file = await temporary(replace(golden("rss"), "<ttl>15", "<ttl>soon"));
    const { code, out } = await run([file]);
    expect(out).toMatch(/error: .*ttl/);
    expect(code).toBe(1);
  });

  it("reads what is piped in, and what - stands for", async () => {
    const file = join(GOLDEN, "local.rss");
    const command = `"${process.execPath}" "${join(import.meta.dirname, "../../src/cli/verify.ts")}"`;
    const shell = (line: string) => promisify(exec)(line).then(({ stdout }) => stdout);
    const expected =
      /^ok +standard input {2}RSS 2\.0, 3 entries, proofread\n {2}as utf-8 by its declaration, [\d,]+ bytes\n/;
    expect(await shell(`cat "${file}" | ${command}`)).toMatch(expected);
    expect(await shell(`${command} - < "${file}"`)).toMatch(expected);
  });

  it("reads no more of what is piped in than it proofreads", async () => {
    const command = `"${process.execPath}" "${join(import.meta.dirname, "../../src/cli/verify.ts")}"`;
    const told = promisify(exec)(`head -c 80000000 /dev/zero | ${command}`);
    await expect(told).rejects.toMatchObject({
      code: 2,
      stderr: "wireproof: standard input: it has more than 67,108,864 bytes\n",
    });
  });

  it("sends what opens a feed, and prints it nowhere", async () => {
    const { url, asked } = await startServer(() => ({ type: MIME.rss, body: golden("rss") }));
    const { out, err } = await runCli("verify", [`${url}/feed`, "--header", "Authorization: Bearer s3cret", "--json"]);
    expect(asked[0]?.headers.authorization).toBe("Bearer s3cret");
    expect(out + err).not.toContain("s3cret");
    const { received } = JSON.parse(out).checked[0];
    expect(received).toMatchObject({ from: `${url}/feed`, redirects: [], type: MIME.rss, encoding: "utf-8" });
  });

  it("fails with 2 on what cannot be read, and on wrong usage", async () => {
    expect(await run(["no-such-file.xml"])).toMatchObject({ code: 2, out: expect.stringContaining("no such file") });
    expect(await run(["--nonsense"])).toMatchObject({ code: 2 });
    expect(await run(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Exit code") });
  });

  it("reads documents in the encoding that they declare", async () => {
    const text = golden("rss")
      .replace('encoding="UTF-8"', 'encoding="windows-1251"')
      .replace("In brief</title>", "\u00cf\u00f0</title>");
    const file = await temporary(Buffer.from(text.replaceAll(/[^\x00-\xff]/g, "?"), "latin1"));
    const report = await runJson([file]);
    expect(JSON.stringify(report)).toContain("the encoding windows-1251 is not UTF-8");
    expect(JSON.stringify(report)).not.toContain("the bytes are not");
  });

  it("proves every feed of a service against what is stored", async () => {
    const to = await serve();
    expect(await run(["--to", to, "--token", "secret"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("edition 3: 3 entries in rss, atom, json, every field compared"),
    });
  });

  it("does not take a stored title that speaks of markup for one that was escaped twice", async () => {
    const report = await runJson(["--to", await serve(), "--token", "secret"]);
    expect(JSON.stringify(sampleFeed.entries.map(({ title }) => title))).toContain("&amp;");
    expect(JSON.stringify(report)).not.toContain("escaped twice");
  });

  it("names the field that a service's document has wrong", async () => {
    const to = await serve({ atom: replace(golden("atom"), 'term="piers"', 'term="beer"') });
    const report = await runJson(["--to", to, "--token", "secret"]);
    expect(report.code).toBe(1);
    expect(report.checked[0]?.discrepancies).toEqual([
      expect.objectContaining({ format: "atom", field: "categories", reader: "strict-xml" }),
    ]);
  });

  it("reads again when the edition changed in between", async () => {
    const to = await serve({}, [3, 4, 4, 4]);
    expect(await run(["--to", to, "--token", "secret"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("edition 4"),
    });
  });

  it("says so when the token is wrong, and when nobody answers", async () => {
    const to = await serve();
    expect(await run(["--to", to, "--token", "other"])).toMatchObject({
      code: 2,
      out: expect.stringContaining("right token"),
    });
    await closeServers();
    expect(await run(["--to", to, "--token", "secret"])).toMatchObject({
      code: 2,
      out: expect.stringContaining("GET"),
    });
  });

  it("proofreads a service's public feeds without a token, and says that this is less", async () => {
    const to = await serve();
    const { code, out } = await run(["--to", to]);
    expect(out).toContain("No publish token");
    expect(out).toContain("1 checked: 0 discrepancies, 0 errors");
    expect(code).toBe(0);
  });

  it("tells wrong usage on stderr, before the right one", async () => {
    const { code, out, err } = await runCli("verify", ["--to", "localhost"]);
    expect([code, out, err.split("\n").slice(0, 3)]).toEqual([
      2,
      "",
      ["--to localhost is no http(s) URL", "", expect.stringMatching(/^npm run verify -- /)],
    ]);
  });

  it("takes the environment's token where none is given", async () => {
    const to = await serve();
    expect((await runCli("verify", ["--to", to], { token: "secret" })).out).toContain("every field compared");
  });
});

describe("npm run verify -- --reach", () => {
  const feed = { type: "application/rss+xml", body: golden("rss") };

  it("polls as readers do, is content with warnings, and fails with 1 on an error", async () => {
    const { url: plain, asked } = await startServer(() => feed);
    expect(await runCli("verify", ["--reach", `${plain}/a.rss`])).toMatchObject({
      ...{ code: 0, err: "" },
      out: expect.stringMatching(
        /^Polled from here.*\nok +http:.*\n {2}warning: polls: RFC 9110 §8\.8: ETag and Last-Modified\n/,
      ),
    });
    expect(asked.map(({ path }) => path)).toEqual(Array(24).fill("/a.rss"));
    const { url } = await startServer(({ headers }) =>
      headers["user-agent"]?.includes("Feedly") ? { status: 403, body: "<html>" } : feed,
    );
    const { code, out } = await runCli("verify", ["--reach", `${url}/a.rss`]);
    expect([code, out]).toEqual([1, expect.stringContaining("    1 of 12: Feedly: 403\n    that means: ")]);
  });

  it("tells in one line why it does not poll, and ends with 2", async () => {
    const { code, out, err } = await runCli("verify", ["--reach", "feed.xml"]);
    expect([code, out, err.split("\n")[0]]).toEqual([2, "", "--reach polls URLs, and feed.xml is no http(s) URL"]);
  });
});

describe("npm run verify, of a service that fails", () => {
  // It is part of the report, which has other lines, too.
  const told = ({ out }: Ran) => `${out.split("\n").filter((line) => line.startsWith("  cannot be read: "))[0]}\n`;
  itTellsAFailingServiceInOneLine("verify", { args: [], asked: "/api/feeds?asleep=false", told });
});

/** A service with one feed; `editions` are what it tells of its edition, one after the other. */
async function serve(changed: Partial<Record<Format, string>> = {}, editions = [3]): Promise<string> {
  const numbers = [...editions];
  const { slug, title, self: urls } = sampleFeed;
  const listed = { slug, title, urls, state: "verified", entries: 3 };
  const opml = `<opml version="2.0"><head/><body><outline type="rss" text="x" xmlUrl="${urls.rss}"/></body></opml>`;
  const server = await startServer((asked) => {
    const { pathname } = new URL(asked.path, "http://x");
    const format = FORMATS.find((format) => new URL(urls[format]).pathname === pathname);
    if (format) return { type: MIME[format], body: changed[format] ?? golden(format) };
    if (pathname === "/feeds.opml") return { body: opml };
    if (asked.headers.authorization !== "Bearer secret") return { status: 401 };
    if (pathname === "/api/feeds") return json({ feeds: [listed] });
    const edition = numbers.length > 1 ? numbers.shift() : numbers[0];
    return json({ ...listed, edition, stale: false, feed: sampleFeed });
  });
  return server.url;
}

async function temporary(content: string | Uint8Array): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "verify-")), "feed.xml");
  await writeFile(file, content);
  return file;
}

/** Its exit code, and all that it prints. */
async function run(parameters: string[]): Promise<{ code: number; out: string }> {
  const { code, out, err } = await runCli("verify", parameters);
  return { code, out: out + err };
}

async function runJson(parameters: string[]): Promise<{ code: number; checked: { discrepancies: unknown[] }[] }> {
  const { code, out } = await run([...parameters, "--json"]);
  return { code, ...JSON.parse(out) };
}
