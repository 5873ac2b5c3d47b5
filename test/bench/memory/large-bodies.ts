/**
 * What a document costs workerd in memory that is polled without a coding and without pause, and what it costs for connections that read
 * nothing: ours beside a bare worker that answers with as many constant bytes, in workerds of their own, for what one has taken
 * it does not give back.
 */
import { connect, type Socket } from "node:net";
import { type Figure, figure, table } from "../figures.ts";
import { CONNECTIONS, Generator, pin } from "../load.ts";
import { newsroom, sleep } from "../newsroom.ts";
import { rss } from "../processes.ts";
import { stories } from "../stories.ts";
import { raw } from "../wire.ts";
import { startWorkerd, type Workerd, withFolder } from "../workerd.ts";

const IDENTITY = { "accept-encoding": "identity" };
/** Some tens of megabytes of documents. */
const UNREAD_CONNECTIONS = 100;
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
    const watch = async (name: string, start: () => Promise<Workerd>, url: (workerd: Workerd) => string) => {
      const workerd = await start();
      try {
        seen.push({ name, ...(await polled(url(workerd), workerd.pid, milliseconds)) });
      } finally {
        await workerd.stop();
      }
    };
    await watch(
      "Wireproof",
      () => startWorkerd([{ name: "ours" }], folder),
      ({ origins }) => `${origins.ours}/feeds/all.rss`,
    );
    for (const [path, name] of Object.entries(BARE)) {
      const start = () => startWorkerd([{ name: "bodies", bindings: { BODY: document } }], folder);
      await watch(name, start, ({ origins }) => origins.bodies + path);
    }
    print(seen, Buffer.byteLength(document), milliseconds / 1000);
    return toFigures(seen);
  });

const BARE = {
  "/bytes": "bare, a Uint8Array",
  "/text": "bare, a string",
  "/stream": "bare, a FixedLengthStream",
};

async function publish(folder: string): Promise<string> {
  const workerd = await startWorkerd([{ name: "ours", publishes: true }], folder);
  try {
    const origin = workerd.origins.ours ?? "";
    const desk = newsroom(origin);
    await desk.saveAll(stories(50).map(({ article }) => article));
    await desk.settled();
    return (await raw(`${origin}/feeds/all.rss`, IDENTITY)).body.toString();
  } finally {
    await workerd.stop();
  }
}

async function polled(url: string, pid: number, milliseconds: number): Promise<Omit<Seen, "name">> {
  const generator = new Generator();
  pin(pid, 0);
  try {
    await generator.run({ url, headers: IDENTITY, status: 200, connections: 1, milliseconds: 50 });
    const before = rss(pid);
    const unread = await leftUnread(url, pid);
    let most = before;
    const sampling = setInterval(() => {
      most = Math.max(most, rss(pid));
    }, SAMPLE_EVERY);
    const run = { url, headers: IDENTITY, status: 200, connections: CONNECTIONS, milliseconds };
    const { requests, seconds } = await generator.run(run).finally(() => clearInterval(sampling));
    await sleep(REST);
    return { rate: requests / seconds, before, most, rested: rss(pid), unread };
  } finally {
    generator.stop();
  }
}

/** By how much memory grows for connections that ask, and do not read the answer. */
async function leftUnread(url: string, pid: number): Promise<number> {
  const { hostname, port, pathname, host } = new URL(url);
  const before = rss(pid);
  const sockets = await Promise.all(
    Array.from(
      { length: UNREAD_CONNECTIONS },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ host: hostname, port: Number(port) }, () => {
            socket.pause();
            socket.write(`GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: identity\r\n\r\n`);
            resolve(socket);
          }).on("error", reject);
        }),
    ),
  );
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
