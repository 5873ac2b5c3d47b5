import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../../src/cli/service.ts";
import { runCli } from "../cli/run.ts";
import { freePort } from "../free-port.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { TOKEN } from "./token.ts";

/** `KILLS=50 npx vitest run … test/e2e/crash.test.ts` for a long run. */
const KILLS = Number(process.env.KILLS ?? 1);
/**
 * An embargo's end reaches readers within it, also in a service that was down before: less than the interval of the sweeps. Milliseconds,
 * on a machine on which a change takes none.
 */
const EMBARGO_BOUND = 5_000;

let folder: string;
/** The backup of it. */
let copy: string;
let port: number;
let service: NodeService | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-crash-"));
  copy = join(folder, "copy.sqlite");
  port = await freePort();
  await start();
});

afterAll(async () => {
  await kill();
  await rm(folder, { recursive: true, force: true });
});

test(
  `SIGKILL amid saves, bulks, retractions, publishing and backups, ${KILLS} times: nothing that was acknowledged is lost`,
  async () => {
    const gone: number[] = [];
    for (let round = 1; round <= KILLS; round += 1) {
      const said = await workUntilKilled(round);
      const restarted = Date.now();
      const starting = start();
      const { took, bound } = await untilGone(said.retracted, restarted);
      await starting;
      gone.push(took);
      expect(took, `retractions, after kill ${round}`).toBeLessThan(bound);
      expect(integrity(service?.file ?? ""), `the store, after kill ${round}`).toEqual(["ok"]);
      if (existsSync(copy)) expect(integrity(copy), `the backup, after kill ${round}`).toEqual(["ok"]);
      const titles = storedTitles(said.titles.keys());
      for (const [id, title] of said.titles) expect(titles.get(id), `${id} after kill ${round}`).toBe(title);
      await settled();
      if (KILLS > 1)
        console.info(
          `kill ${round}: ${said.titles.size} saves, ${said.retracted.length} retractions, gone after ${took} ms, ${Date.now() - restarted} ms in all`,
        );
    }
    console.info(`retractions were out of every answer ${Math.max(...gone)} ms after the restart at most`);
  },
  600_000 * (KILLS + 1),
);

/** What was acknowledged before the process was killed. */
interface Said {
  /** By article. */
  titles: Map<string, string>;
  /** Titles of stories that were taken back. */
  retracted: string[];
}

/** Editors, a bulk and backups at work, all at once, and then the end. */
async function workUntilKilled(round: number): Promise<Said> {
  const said: Said = { titles: new Map(), retracted: [] };
  const first = Promise.withResolvers<void>();
  let alive = true;
  let count = 0;
  const whileAlive = async (work: (count: number) => Promise<void>): Promise<void> => {
    // Whether a change that was never answered was stored, nobody can know.
    while (alive) {
      count += 1;
      await work(count).catch(() => undefined);
    }
  };
  const saves = whileAlive(async (number) => {
    const [id, title] = [`crash-${number % 20}`, `Change ${round}-${number}`];
    said.titles.delete(id);
    if ((await put(id, { title })).ok) said.titles.set(id, title);
    first.resolve();
  });
  const retractions = whileAlive(async (number) => {
    const [id, title] = [`wrong-${round}-${number}`, `Wrong ${round}-${number}.`];
    if (!(await put(id, { title, content_html: `<p>${title}</p>` })).ok) return;
    if ((await api(`/api/articles/${id}?reason=Wrong`, { method: "DELETE" })).ok) said.retracted.push(title);
  });
  const bulks = whileAlive(async (number) => {
    const stories = Array.from({ length: 60 }, (_, line) => ({
      id: `bulk-${round}-${number}-${line}`,
      title: `Line ${line}`,
    }));
    const body = stories.map(({ id, title }) => JSON.stringify({ id, ...story(id), title })).join("\n");
    for (const line of (await (await api("/api/articles", { method: "POST", body })).text()).split("\n")) {
      const { id, status } = JSON.parse(line || "{}");
      const title = stories.find((one) => one.id === id)?.title;
      if (status === "created" && title) said.titles.set(id, title);
    }
  });
  const backups = whileAlive(async () => void (await runCli("backup", [copy, "--persist-to", folder])));
  await first.promise;
  await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 1_500));
  alive = false;
  await kill();
  await Promise.all([saves, retractions, bulks, backups]);
  return said;
}

/**
 * Polls from the first answer on, until no document tells of what was taken back.
 *
 * @returns how long after the restart that was, and when it has to be on this machine: two seconds, where an answer takes none.
 * Milliseconds
 */
async function untilGone(titles: string[], restarted: number): Promise<{ took: number; bound: number }> {
  let answering = 0;
  for (;;) {
    const asked = Date.now();
    const polls = ["rss", "atom", "json"].map(async (format) => (await api(`/feeds/everything.${format}`)).text());
    const texts = await Promise.all(polls).catch(() => null);
    const took = Date.now() - restarted;
    if (texts) answering = Math.max(answering, Date.now() - asked);
    if (texts && !titles.some((title) => texts.some((text) => text.includes(title))))
      return { took, bound: 2_000 + 20 * answering };
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (took > 120_000) throw new Error("what was taken back is still served");
  }
}

function integrity(file: string): unknown[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("PRAGMA integrity_check").all();
  database.close();
  return rows.map(({ integrity_check }) => integrity_check);
}

/** The current title of each, as the store has it. */
function storedTitles(ids: Iterable<string>): Map<string, unknown> {
  const database = new DatabaseSync(service?.file ?? "", { readOnly: true });
  const find = database.prepare(
    "SELECT body ->> 'title' AS title FROM article JOIN revision ON article_id = id AND revision.revision = article.revision WHERE id = ?",
  );
  const titles = new Map([...ids].map((id) => [id, find.get(id)?.title]));
  database.close();
  return titles;
}

test("an embargo that ends after a crash ends in time, without anyone calling anything", async () => {
  const began = Date.now();
  await kill();
  await start();
  const until = Date.now() + 2 * (Date.now() - began) + 3_000;
  expect((await put("embargoed", { title: "Not yet", embargo_until: new Date(until).toISOString() })).ok).toBe(true);
  const saved = Date.now();
  await settled();
  const bound = EMBARGO_BOUND + 10 * (Date.now() - saved);
  await kill();
  await start();
  const due = Math.max(until, Date.now());
  let seenAt = 0;
  for (; Date.now() < due + bound + 60_000; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const shown = (await (await api("/feeds/everything.json")).text()).includes("Not yet");
    if (shown) seenAt = Date.now();
    if (shown) break;
  }
  expect(seenAt).toBeGreaterThanOrEqual(until);
  expect(seenAt - due).toBeLessThan(bound);
});

const put = (id: string, fields: object): Promise<Response> =>
  api(`/api/articles/${id}`, {
    method: "PUT",
    body: JSON.stringify({ ...story(id), ...fields }),
  });

const story = (id: string) => ({
  url: `https://gazette.example/${id}`,
  content_html: `<p>${id}</p>`,
  published_at: new Date(Date.now() - 60_000).toISOString(),
});

const api = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: { authorization: `Bearer ${TOKEN}` } });

async function start(): Promise<void> {
  service = await startNode({ port, directory: folder, sample: true });
}

const kill = async (): Promise<void> => service?.kill();

async function settled(): Promise<void> {
  const service = connect(`http://127.0.0.1:${port}`, TOKEN);
  for (const end = Date.now() + 300_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const { feeds } = await service.feeds();
    expect(feeds.filter(({ state }) => state === "refused")).toEqual([]);
    if (feeds.every((feed) => !feed.stale && feed.state === "verified")) return;
  }
  throw new Error("the feeds did not settle");
}
