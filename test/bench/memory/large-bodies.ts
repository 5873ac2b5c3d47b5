/**
 * What a document costs workerd in memory that is polled without a coding and without pause, and what it costs for connections that read
 * nothing: ours beside a bare worker that answers with as many constant bytes, in workerds of their own, for what one has taken
 * it does not give back.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { type Figure, figure, table } from "../figures.ts";
import { CONNECTIONS, Generator, pin } from "../load.ts";
import { newsroom, sleep } from "../newsroom.ts";
import { rss } from "../processes.ts";
import { stories } from "../stories.ts";
import { raw } from "../wire.ts";
import { type Contestant, startWorkerd, withFolder } from "../workerd.ts";

const IDENTITY = { "accept-encoding": "identity" };
/** More than a hundred megabytes of documents. */
const UNREAD_CONNECTIONS = 500;
/** Polls before anything is measured. */
const WARM_UP = 20;
/** Milliseconds. */
const SAMPLE_EVERY = 100;
const REST = 3_000;
/** Of what a bare worker's memory grows by that answers with the bytes. */
const SMALL = 0.25;

/** Megabytes. */
interface Seen {
  name: string;
  /** Polls a second. */
  rate: number;
  before: number;
  most: number;
  rested: number;
  unread: number;
}

export const largeBodies = (long: boolean): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const milliseconds = long ? 30_000 : 6_000;
    const document = await publish(folder);
    const seen: Seen[] = [];
    for (const { name, path, worker } of contestants(document)) {
      const on = <T>(measure: (url: string, pid: number) => Promise<T>): Promise<T> =>
        withWorkerd(worker, folder, (origin, pid) => measure(origin + path, pid));
      const polls = await on((url, pid) => polled(url, pid, milliseconds));
      seen.push({ name, ...polls, unread: await on(leftUnread) });
    }
    print(seen, Buffer.byteLength(document), milliseconds / 1000);
    return toFigures(seen);
  });

const contestants = (document: string): { name: string; worker: Contestant; path: string }[] => [
  { name: "Wireproof", worker: { name: "ours" }, path: "/feeds/all.rss" },
  ...Object.entries({
    "/bytes": "bare, a Uint8Array",
    "/text": "bare, a string",
    "/stream": "bare, a FixedLengthStream",
  }).map(([path, name]) => ({ name, worker: { name: "bodies", bindings: { BODY: document } }, path })),
];

async function withWorkerd<T>(
  worker: Contestant,
  folder: string,
  work: (origin: string, pid: number) => Promise<T>,
): Promise<T> {
  const workerd = await startWorkerd([worker], folder);
  try {
    return await work(workerd.origins[worker.name] ?? "", workerd.pid);
  } finally {
    await workerd.stop();
  }
}

const publish = (folder: string): Promise<string> =>
  withWorkerd({ name: "ours", publishes: true }, folder, async (origin) => {
    const desk = newsroom(origin);
    await desk.saveAll(stories(50).map(({ article }) => article));
    await desk.settled();
    return (await raw(`${origin}/feeds/all.rss`, IDENTITY)).body.toString();
  });

async function polled(url: string, pid: number, milliseconds: number): Promise<Omit<Seen, "name" | "unread">> {
  const generator = new Generator();
  pin(pid, 0);
  try {
    for (let count = 0; count < WARM_UP; count += 1) await raw(url, IDENTITY);
    const before = rss(pid);
    let most = before;
    const sampling = setInterval(() => {
      most = Math.max(most, rss(pid));
    }, SAMPLE_EVERY);
    const { requests, seconds } = await generator
      .run({ url, headers: IDENTITY, status: 200, milliseconds })
      .finally(() => clearInterval(sampling));
    await sleep(REST);
    return { rate: requests / seconds, before, most, rested: rss(pid) };
  } finally {
    generator.stop();
  }
}

/** By how much memory grows for connections that ask, and do not read the answer. */
async function leftUnread(url: string, pid: number): Promise<number> {
  const { hostname, port, pathname, host } = new URL(url);
  for (let count = 0; count < WARM_UP; count += 1) await raw(url, IDENTITY);
  const before = rss(pid);
  const sockets: Socket[] = [];
  for (let count = 0; count < UNREAD_CONNECTIONS; count += 1) {
    const socket = connect({ host: hostname, port: Number(port) });
    sockets.push(socket.pause());
    await once(socket, "connect");
    socket.write(`GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: identity\r\n\r\n`);
  }
  await sleep(REST / 2);
  const after = rss(pid);
  for (const socket of sockets) socket.destroy();
  return after - before;
}

function print(seen: Seen[], bytes: number, seconds: number): void {
  console.log(
    `${bytes} bytes, no coding, ${CONNECTIONS} connections without pause for ${seconds} s; workerd's resident memory in MB\n`,
  );
  table(
    ["", "polls/s", "before", "at most", `after ${REST / 1000} s of rest`, `for ${UNREAD_CONNECTIONS} answers unread`],
    seen.map(({ name, rate, before, most, rested, unread }) => [
      name,
      ...[rate, before, most, rested, unread].map((value) => value.toFixed(0)),
    ]),
  );
}

function toFigures([ours, bytes]: Seen[]): Figure[] {
  const grown = (seen: Seen | undefined): number => (seen ? seen.most - seen.before : Number.NaN);
  const [own, bare] = [grown(ours), grown(bytes)];
  const share = own / bare;
  const text = `${own.toFixed(0)} MB over ${bare.toFixed(0)} MB: ${share.toFixed(2)}`;
  return [
    figure("memory that polls without pause take, over a bare worker's", share, text, `≤ ${SMALL}`, share <= SMALL),
  ];
}
