import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A binding, as wrangler sends it with the worker. */
export interface SentBinding {
  name: string;
  type: string;
  [field: string]: unknown;
}

/** As much of Cloudflare's API as a deployment asks, on this machine: one account, in which there is nothing yet. */
export interface FakeCloudflare {
  url: string;
  /** What was asked to be made or changed, in its order: the method, and the path below the account's. */
  changes: string[];
  /** The bindings of each worker that was sent. */
  sent: SentBinding[][];
  /** Whether variables that were set elsewhere were kept. */
  kept: string[];
  /** Whether R2 is switched on for the account. */
  hasR2: boolean;
  stop(): Promise<void>;
}

interface Queue {
  queue_id: string;
  queue_name: string;
  consumers: { type: "worker"; consumer_id: string; script: string }[];
}

const NOTHING = { status: 404, code: 10_007, result: null };
const DATABASE = "11111111-2222-3333-4444-555555555555";
const VERSION = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

export async function fakeCloudflare(): Promise<FakeCloudflare> {
  const databases: { uuid: string; name: string }[] = [];
  const queues: Queue[] = [];
  const buckets: { name: string }[] = [];
  const [changes, sent, kept]: [string[], SentBinding[][], string[]] = [[], [], []];
  const worker = { id: VERSION, deployment_id: VERSION, etag: "e", resources: { script: { etag: "e" } } };
  const subdomain = { enabled: true, previews_enabled: true };

  function take(body: string) {
    const { bindings, keep_bindings } = JSON.parse(
      /name="metadata"[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(body)?.[1] ?? "{}",
    );
    sent.push(bindings);
    kept.push(...keep_bindings);
    return { result: worker };
  }

  const fake: FakeCloudflare = {
    ...{ url: "", changes, sent, kept, hasR2: true },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };

  /** By the beginning of what is asked: the first that fits answers. */
  const answers: [RegExp, (body: string, url: URL) => { status?: number; code?: number; result: unknown }][] = [
    [/^GET \/user\/tokens\/verify/, () => ({ result: { status: "active" } })],
    [/^GET \/user/, () => ({ result: { email: "editor@gazette.example" } })],
    [/^GET \/(accounts|memberships)$/, () => ({ result: [{ id: "newsroom", name: "Newsroom" }] })],
    [/^GET \/d1\/database$/, () => ({ result: databases })],
    [/^GET \/d1\/database\//, () => (databases[0] ? { result: databases[0] } : { ...NOTHING, code: 7_404 })],
    [/^POST \/d1\/database/, (body) => ({ result: make(databases, { uuid: DATABASE, name: JSON.parse(body).name }) })],
    [/^GET \/r2\/buckets$/, () => (fake.hasR2 ? { result: { buckets } } : { ...NOTHING, status: 403, code: 10_042 })],
    [/^GET \/r2\/buckets\//, () => (buckets[0] ? { result: buckets[0] } : { ...NOTHING, code: 10_006 })],
    [/^POST \/r2\/buckets/, (body) => ({ result: make(buckets, { name: JSON.parse(body).name }) })],
    [/^GET \/queues/, (_, url) => ({ result: named(queues, url.searchParams.getAll("name")) })],
    [
      /^(POST|PUT) \/queues\/\d\/consumers/,
      (_, url) => {
        const id = url.pathname.split("/").find((part) => /^\d$/.test(part));
        const queue = queues.find(({ queue_id }) => queue_id === id);
        if (queue) queue.consumers = [{ type: "worker", consumer_id: "c", script: "wireproof" }];
        return { result: {} };
      },
    ],
    [
      /^POST \/queues/,
      (body) => {
        const { queue_name } = JSON.parse(body);
        return { result: make(queues, { queue_id: String(queues.length), queue_name, consumers: [] }) };
      },
    ],
    [/^PUT \/workers\/scripts\/wireproof$/, take],
    [/^POST \/workers\/scripts\/wireproof\/versions/, take],
    [/^GET \/workers\/subdomain/, () => ({ result: { subdomain: "gazette" } })],
    [/\/subdomain$/, () => ({ result: subdomain })],
    [
      /^GET \/workers\/scripts\/wireproof\/secrets/,
      () => (sent.length > 0 ? { result: [{ name: "PUBLISH_TOKEN", type: "secret_text" }] } : NOTHING),
    ],
    [
      /^GET \/workers\/services\//,
      () =>
        sent.length > 0
          ? { result: { default_environment: { script: { last_deployed_from: "wrangler", tag: "t" } } } }
          : { ...NOTHING, code: 10_090 },
    ],
    [/^GET .*\/settings$/, () => (sent.length > 0 ? { result: { bindings: sent[0] } } : NOTHING)],
    [/^GET .*\/deployments/, () => ({ result: { deployments: [] } })],
    [/^GET \/workers\/workers\//, () => (sent.length > 0 ? { result: { id: "w", subdomain } } : NOTHING)],
    [/^(PUT|POST|PATCH) /, () => ({ result: {} })],
  ];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const path = url.pathname.replace(/^\/client\/v4(\/accounts\/newsroom)?/, "");
    const asked = `${request.method} ${path}`;
    const body = await text(request);
    if (request.method !== "GET") changes.push(asked);
    const answer = answers.find(([pattern]) => pattern.test(asked))?.[1] ?? (() => NOTHING);
    const { status = 200, code, result } = answer(body, new URL(path + url.search, url));
    const errors = code === undefined ? [] : [{ code, message: "There is none." }];
    response.writeHead(status, { "content-type": "application/json" });
    const list = Array.isArray(result) ? { page: 1, per_page: 100, count: result.length, total_pages: 1 } : undefined;
    response.end(JSON.stringify({ success: status === 200, errors, messages: [], result, result_info: list }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`;
  return fake;
}

const named = (queues: Queue[], names: string[]): Queue[] =>
  queues.filter(({ queue_name }) => names.length === 0 || names.includes(queue_name));

function make<T>(list: T[], one: T): T {
  list.push(one);
  return one;
}
