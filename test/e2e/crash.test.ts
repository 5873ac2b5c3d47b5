import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "../../src/cli/service.ts";
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
let port: number;
let service: NodeService | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-crash-"));
  port = await freePort();
  await start();
});

afterAll(async () => {
  await kill();
  await rm(folder, { recursive: true, force: true });
});

test(
  `SIGKILL in a stream of changes, ${KILLS} times: what was acknowledged is in its feeds, every edition whole and verified`,
  async () => {
    const acknowledged = new Map<string, string>();
    let count = 0;
    for (let round = 0; round < KILLS; round += 1) {
      let alive = true;
      let dying: Promise<void> | undefined;
      while (alive) {
        count += 1;
        const [id, title] = [`crash-${count % 20}`, `Change ${count}`];
        const stored = await put(id, { title }).catch(() => null);
        // Whether a change that was never answered was stored, nobody can know.
        if (stored?.ok) acknowledged.set(id, title);
        else acknowledged.delete(id);
        // The kill's time runs from the first answer: a slow machine too has acknowledged something.
        dying ??= new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 1_500)).then(() => {
          alive = false;
          return kill();
        });
      }
      await dying;
      await start();
      await settled();
      const { items } = (await (await api("/feeds/everything.json")).json()) as {
        items: { id: string; title: string }[];
      };
      const titles = new Map(items.map((item) => [item.id.replace(/^.*:/, ""), item.title]));
      for (const [id, title] of acknowledged) expect(titles.get(id), `${id} after kill ${round + 1}`).toBe(title);
    }
    expect(acknowledged.size).toBeGreaterThan(0);
  },
  600_000 * (KILLS + 1),
);

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
    body: JSON.stringify({
      url: `https://gazette.example/${id}`,
      content_html: `<p>${id}</p>`,
      published_at: new Date(Date.now() - 60_000).toISOString(),
      ...fields,
    }),
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
