import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { newsroom, sleep } from "../bench/newsroom.ts";
import { random, stories } from "../bench/stories.ts";
import { TOKEN } from "../e2e/token.ts";
import { quickest } from "../quickest.ts";
import { articleLine, sourceFile } from "./articles.ts";
import { anyRequest, type RawRequest, type Targets } from "./requests.ts";
import { xmlFaults } from "./well-formed.ts";
import { sendAll } from "./wire.ts";

export interface Fuzz {
  /** The same gives the same requests and articles. */
  seed: number;
  requests: number;
  /** Lines of bulks, and files to import: one of each ten. */
  articles: number;
  /** It ends after so long, done or not. */
  seconds: number;
}

/** What was sent, and how it was answered. */
export interface Fuzzed {
  requests: number;
  /** By status; `closed` for what got none. */
  answers: Record<string, number>;
  /** By what became of them. */
  lines: Record<string, number>;
  files: number;
  /** Documents that were read by strangers' parsers. */
  documents: number;
  /** By kind: how many there were, and the first of them. */
  faults: Map<string, { count: number; first: string }>;
}

const CONNECTIONS = 4;
/** Requests on one connection. */
const PIPELINED = 50;
const BULK = 100;
const FILES = 20;
/** Milliseconds. */
const CHECK_EVERY = 5_000;
/** What is told of a request that was not answered well. Characters. */
const TOLD = 3_000;

/** Sends a running service, all at once, any requests and any articles, and looks at what it publishes meanwhile. */
export async function fuzz(origin: string, { seed, requests, articles, seconds }: Fuzz): Promise<Fuzzed> {
  const found: Fuzzed = { requests: 0, answers: {}, lines: {}, files: 0, documents: 0, faults: new Map() };
  const end = Date.now() + seconds * 1_000;
  await newsroom(origin).saveAll(stories(50).map(({ article }) => article));
  await newsroom(origin).settled();
  const targets = await targetsAt(origin);
  const bound = await boundAt(origin);
  let isOver = false;
  const checking = (async () => {
    for (; !isOver; await sleep(CHECK_EVERY)) await checkDocuments(origin, found);
  })();
  let batch = 0;
  const requesting = Array.from({ length: CONNECTIONS }, async () => {
    while (batch * PIPELINED < requests && Date.now() < end) {
      const next = random(seed + batch++);
      await request(
        origin,
        Array.from({ length: PIPELINED }, () => anyRequest(next, targets)),
        bound,
        found,
      );
    }
  });
  await Promise.all([...requesting, store(origin, { seed, articles, end, now: targets.now }, bound, found)]);
  isOver = true;
  await checking;
  await newsroom(origin)
    .settled()
    .catch((error) => fault(found, "settling", error));
  await checkDocuments(origin, found);
  return found;
}

/** Sends requests, those that may end a connection by themselves, and those once more that another one's end cut off. */
async function request(origin: string, batch: RawRequest[], bound: number, found: Fuzzed): Promise<void> {
  const port = Number(new URL(origin).port);
  const groups = [
    batch.filter(({ isBroken }) => !isBroken),
    ...batch.filter(({ isBroken }) => isBroken).map((one) => [one]),
  ];
  for (let group = groups.shift(); group; group = groups.shift()) {
    const outcomes = await sendAll(port, group, bound);
    const answered = outcomes.findIndex((outcome) => typeof outcome === "string");
    const done = answered < 0 ? group.length : Math.max(1, answered);
    for (const [index, outcome] of outcomes.slice(0, done).entries()) {
      found.requests += 1;
      found.answers[outcome] = (found.answers[outcome] ?? 0) + 1;
      const sent = group[index];
      // Of those that come at once some are asked to come again: that is an answer, and documented.
      const isCrowded = outcome === 503 && sent?.kind === "POST /api/proofread";
      const isFault =
        typeof outcome === "number" ? outcome >= 500 && !isCrowded : outcome === "hung" || !sent?.isBroken;
      if (isFault) fault(found, `${outcome} to ${sent?.kind}`, JSON.stringify(sent?.bytes.toString("latin1")));
    }
    if (done < group.length) groups.push(group.slice(done));
  }
}

/** Stores articles by bulks, and imports files. */
async function store(
  origin: string,
  { seed, articles, end, now }: { seed: number; articles: number; end: number; now: number },
  bound: number,
  found: Fuzzed,
): Promise<void> {
  let sent = 0;
  for (let batch = 0; sent < articles && Date.now() < end; batch += 1) {
    const next = random(-seed - batch);
    if (batch % 6 === 5) {
      await importFiles(
        origin,
        Array.from({ length: FILES }, () => sourceFile(next)),
        bound,
        found,
      );
      sent += FILES;
      continue;
    }
    const lines = Array.from({ length: BULK }, () => articleLine(next, now));
    const told = (why: unknown) => fault(found, "bulk", `${batch} of seed ${seed}: ${why}`);
    await saveLines(origin, lines, bound, found).catch(told);
    sent += BULK;
  }
}

async function saveLines(origin: string, lines: string[], bound: number, found: Fuzzed): Promise<void> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const signal = AbortSignal.timeout(bound * 10);
  const answer = await fetch(`${origin}/api/articles`, { method: "POST", headers, body: lines.join("\n"), signal });
  const results = (await answer.text()).split("\n").filter((line) => line !== "");
  const asked = lines.filter((line) => line.trim() !== "").length;
  if (results.length !== asked) throw new Error(`answered ${answer.status}, ${results.length} lines for ${asked}`);
  for (const result of results) {
    const { status } = JSON.parse(result) as { status: string };
    found.lines[status] = (found.lines[status] ?? 0) + 1;
    if (status === "failed") fault(found, "a line failed", result);
  }
}

const run = promisify(execFile);

/** By the command that a newsroom uses. */
async function importFiles(
  origin: string,
  files: { name: string; text: string }[],
  bound: number,
  found: Fuzzed,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "wireproof-fuzz-"));
  const command = [
    join(import.meta.dirname, "../../src/cli/import.ts"),
    folder,
    "--to",
    origin,
    "--token",
    TOKEN,
    "--json",
  ];
  try {
    for (const [index, { name, text }] of files.entries()) await writeFile(join(folder, `${index}-${name}`), text);
    await run(process.execPath, [...command, "--date", "2026-03-01", "--base", "https://gazette.example/"], {
      timeout: bound * 10,
      maxBuffer: 2 ** 30,
    });
    found.files += files.length;
  } catch (error) {
    const { code, killed, stderr } = error as { code?: number; killed?: boolean; stderr?: string };
    found.files += files.length;
    // 1: something was skipped.
    if (code !== 1 || killed)
      fault(found, "import", `ended with ${killed ? "no answer" : code}: ${stderr}\n${JSON.stringify(files)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Every feed is verified, and its documents are well-formed to parsers that are not ours. */
async function checkDocuments(origin: string, found: Fuzzed): Promise<void> {
  try {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const { feeds } = (await (await fetch(`${origin}/api/feeds?asleep=false`, { headers })).json()) as {
      feeds: { slug: string; state: string }[];
    };
    for (const feed of feeds)
      if (feed.state === "refused") fault(found, `${feed.slug} is refused`, JSON.stringify(feed));
    const documents = new Map<string, Buffer>();
    const addresses = feeds.flatMap(({ slug }) => [`/feeds/${slug}.rss`, `/feeds/${slug}.atom`, `/feeds/${slug}.json`]);
    for (const address of [...addresses, "/feeds.opml", "/news-sitemap.xml"]) {
      const answer = await fetch(origin + address, { headers });
      if (answer.status === 404) continue;
      if (!answer.ok) fault(found, `${answer.status} to ${address}`, await answer.text());
      else if (address.endsWith(".json")) await answer.json();
      else documents.set(address, Buffer.from(await answer.arrayBuffer()));
    }
    found.documents += documents.size;
    for (const said of await xmlFaults(documents)) fault(found, "not well-formed", said);
  } catch (error) {
    fault(found, "reading documents", error);
  }
}

function fault(found: Fuzzed, kind: string, detail: unknown): void {
  const known = found.faults.get(kind) ?? { count: 0, first: String(detail).slice(0, TOLD) };
  found.faults.set(kind, { ...known, count: known.count + 1 });
}

/** How long an answer may take: as much longer as this machine is slower. Milliseconds. */
const boundAt = async (origin: string): Promise<number> =>
  10_000 + Math.ceil(1_000 * (await quickest(async () => (await fetch(`${origin}/feeds/everything`)).text())));

async function targetsAt(origin: string): Promise<Targets> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const { feeds } = (await (await fetch(`${origin}/api/feeds?asleep=false`, { headers })).json()) as {
    feeds: { slug: string }[];
  };
  const form = new URLSearchParams({ token: TOKEN, to: "" });
  const signIn = await fetch(`${origin}/desk/sign-in`, {
    method: "POST",
    body: form,
    redirect: "manual",
    headers: { origin },
  });
  const cookie = signIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  const desk = await (await fetch(`${origin}/desk`, { headers: { cookie } })).text();
  const formToken = /name="form_token" value="([^"]+)"/.exec(desk)?.[1];
  if (formToken === undefined) throw new Error("nobody is signed in");
  return { slugs: feeds.map(({ slug }) => slug), cookie, formToken, now: Date.now() };
}
