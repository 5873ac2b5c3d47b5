import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "../free-port.ts";
import { PATIENT } from "../service/patient.ts";
import { SITE } from "../site.ts";
import { HttpSubscribers } from "./http-subscribers.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { TOKEN } from "./token.ts";

/** `KILLS=50 npx vitest run … test/e2e/push.test.ts` for a long run. */
const KILLS = Number(process.env.KILLS ?? 2);

const HEALTHY = Array.from({ length: 24 }, (_, index) => `reader-${index}`);

let folder: string;
let port: number;
let service: NodeService;
let subscribers: HttpSubscribers;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-push-"));
  port = await freePort();
  subscribers = await HttpSubscribers.start();
  // It never answers, and has a host of its own.
  subscribers.manners.set("hanging", () => undefined);
  subscribers.manners.set("gone", (response) => void response.writeHead(410).end());
  subscribers.manners.set("failing", (response, count) => void response.writeHead(count === 1 ? 500 : 200).end());
  service = await start();
});

afterAll(async () => {
  await service?.kill();
  await subscribers?.stop();
  await rm(folder, { recursive: true, force: true });
});

const start = (): Promise<NodeService> =>
  startNode({
    ...{ port, directory: folder },
    feeds: {
      site: { ...SITE, base: "http://localhost" },
      definitions: [{ slug: "all", title: "Everything", description: "All the news", entries: 10 }],
    },
  });

async function put(number: number): Promise<void> {
  const story = {
    url: `https://gazette.example/${number}`,
    title: `Story no. ${number}.`,
    content_html: `<p>${number}</p>`,
    published_at: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
  };
  const headers = { authorization: `Bearer ${TOKEN}` };
  const response = await fetch(`${service.url}/api/articles/s${number}`, {
    method: "PUT",
    headers,
    body: JSON.stringify(story),
  });
  expect(response.ok).toBe(true);
}

/** The newest story in a document: it grows with every edition here. */
const newestIn = (body: string): number =>
  Math.max(...[...body.matchAll(/Story no\. (\d+)\./g)].map((match) => Number(match[1])));

const select = (sql: string): Record<string, unknown>[] => {
  const database = new DatabaseSync(service.file, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
};

const subscribe = async (name: string, host?: string): Promise<void> => {
  const more: Record<string, string> = host === undefined ? {} : { "hub.callback": subscribers.callback(name, host) };
  const status = await subscribers.subscribe(`${service.url}/hub`, `${service.base}/feeds/all.atom`, name, more);
  expect(status).toBe(202);
};

test("those who subscribe are sent what becomes current, whatever others at other hosts do", async () => {
  await put(1);
  for (const name of HEALTHY) await subscribe(name);
  await subscribe("failing");
  await subscribe("gone");
  await subscribe("hanging", "localhost");
  const count = HEALTHY.length + 3;
  await vi.waitFor(() => expect(select("SELECT count(*) AS n FROM subscription")).toEqual([{ n: count }]), PATIENT);
  await put(2);
  await vi.waitFor(() => {
    for (const name of HEALTHY) expect(subscribers.to(name).map(({ body }) => newestIn(body))).toEqual([2]);
  }, PATIENT);
  const [pushed] = subscribers.to("reader-0");
  const polled = await fetch(`${service.url}/feeds/all.atom`);
  expect(pushed?.body).toBe(await polled.text());
  expect(pushed?.headers).toMatchObject({
    "content-type": polled.headers.get("content-type"),
    link: `<${service.base}/hub>; rel="hub", <${service.base}/feeds/all.atom>; rel="self"`,
    "content-length": String(Buffer.byteLength(pushed?.body ?? "")),
  });
  await vi.waitFor(
    () =>
      expect(select("SELECT end_reason FROM subscription WHERE callback LIKE '%/gone'")).toEqual([
        { end_reason: "gone" },
      ]),
    PATIENT,
  );
});

test(`of what was killed ${KILLS} times, nobody misses an edition, and nobody gets an older one after a newer one`, async () => {
  let number = 2;
  for (let kill = 0; kill < KILLS; kill += 1) {
    for (let story = 0; story < 4; story += 1) {
      await put(++number);
      await new Promise((resolve) => setTimeout(resolve, 300 + Math.random() * 600));
    }
    await service.kill();
    service = await start();
  }
  await put(++number);
  await vi.waitFor(() => {
    for (const name of HEALTHY) expect(newestIn(subscribers.to(name).at(-1)?.body ?? "")).toBe(number);
  }, PATIENT);
  for (const name of HEALTHY) {
    const pushed = subscribers.to(name);
    expect(pushed.every(({ isSigned }) => isSigned)).toBe(true);
    const order = pushed.map(({ body }) => newestIn(body));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    // What was under way when the process was killed may come once more.
    expect(order.length - new Set(order).size).toBeLessThanOrEqual(KILLS);
  }
  expect(subscribers.overlaps.filter((name) => name !== "hanging")).toEqual([]);
  await vi.waitFor(() => {
    const receipts = select(
      `SELECT count(*) AS n FROM push p WHERE p.edition = (SELECT max(number) FROM edition WHERE feed = 'all')`,
    );
    expect(Number(receipts[0]?.n)).toBeGreaterThanOrEqual(HEALTHY.length);
  }, PATIENT);
  expect(subscribers.to("gone")).toHaveLength(1);
});
