/** What a poll costs: side by side on one workerd and one store, in turns. */
import { gunzipSync } from "node:zlib";
import { type Figure, figure, median, table } from "./figures.ts";
import { Generator, pin } from "./load.ts";
import { newsroom } from "./newsroom.ts";
import { startNginx } from "./nginx.ts";
import { cpuSeconds } from "./processes.ts";
import { stories } from "./stories.ts";
import { raw } from "./wire.ts";
import { startWorkerd, withFolder } from "./workerd.ts";

/** In a round every contestant has a short turn: what else the machine does then befalls all alike. */
const ROUNDS = 60;
/** Who needs a third of a second for an answer has few turns, and longer ones. */
const SLOW = { every: 10, milliseconds: 600 };
const FAST = { every: 1, milliseconds: 150 };
const WARM_UP_MILLISECONDS = 1_500;
const PATH = "/feeds/all.rss";
const PARTNER_PATH = "/partner/daily.rss";
/** Each may ask 100,000 times a minute. */
const KEYS = 4;

interface Runner {
  name: string;
  url: string;
  headers: Record<string, string>;
  /** Of a partner: used in turn. */
  keys?: string[];
  status: number;
  pid: number;
  pace: typeof FAST;
  /** By round. */
  seen: Map<number, Turn>;
}

/** Requests a second, microseconds of CPU time a request, milliseconds. */
interface Turn {
  rate: number;
  cpu: number;
  median: number;
  p99: number;
}

export const benchPoll = (): Promise<Figure[]> =>
  withFolder(async (folder) => {
    const document = await publish(folder);
    const nginx = await startNginx(folder, gunzipSync(document.gzip), document.gzip);
    const workerd = await startWorkerd(
      [
        { name: "ours" },
        {
          name: "bare",
          bindings: {
            BODY: document.gzip.toString("base64"),
            HEADERS: document.headers,
            HEADERS_304: document.headers304,
          },
        },
        { name: "feed" },
        { name: "feedsmith" },
      ],
      folder,
    );
    const generator = new Generator();
    for (const pid of [workerd.pid, nginx?.pid ?? 0]) if (pid > 0) pin(pid, 0);
    try {
      const { ours = "", bare = "", feed = "", feedsmith = "" } = workerd.origins;
      const of = (name: string, url: string, status: number, etag = document.headers.etag): Runner => ({
        name,
        url,
        headers: { "accept-encoding": "gzip", ...(status === 304 && { "if-none-match": etag ?? "" }) },
        status,
        pid: url.startsWith(nginx?.origin ?? "nginx") ? (nginx?.pid ?? 0) : workerd.pid,
        pace: FAST,
        seen: new Map(),
      });
      const { keys, partnerEtag } = document;
      const runners = {
        bare200: of("bare Hono, constant bytes", bare + PATH, 200),
        ours200: of("Wireproof", ours + PATH, 200),
        keyed200: { ...of("Wireproof, with a partner's key", ours + PARTNER_PATH, 200), keys },
        bare304: of("bare Hono, constant bytes", `${bare}/304`, 304),
        ours304: of("Wireproof", ours + PATH, 304),
        keyed304: { ...of("Wireproof, with a partner's key", ours + PARTNER_PATH, 304, partnerEtag), keys },
        feed: { ...of("Hono + feed on every request", feed + PATH, 200), pace: SLOW },
        feedsmith: { ...of("Hono + feedsmith on every request", feedsmith + PATH, 200), pace: SLOW },
      };
      const all = [...Object.values(runners)];
      if (nginx) {
        const { etag } = (await raw(nginx.origin + PATH, { "accept-encoding": "gzip" })).headers;
        const file = nginx.origin + PATH;
        all.push(of("nginx, static file", file, 200), of("nginx, static file", file, 304, etag));
      } else console.log("nginx is not installed, so it is not measured (Debian: apt-get install nginx-light)");
      for (const one of all) await turn(generator, one, 0, WARM_UP_MILLISECONDS);
      for (let round = 0; round < ROUNDS; round += 1) await play(generator, all, round);
      print(all, document.gzip.byteLength);
      return toFigures(runners);
    } finally {
      generator.stop();
      nginx?.stop();
      await workerd.stop();
    }
  });

/** Fills the store with one edition, and tells what is served of it. */
async function publish(folder: string) {
  const workerd = await startWorkerd([{ name: "ours", publishes: true }], folder);
  try {
    const origin = workerd.origins.ours ?? "";
    const desk = newsroom(origin);
    await desk.saveAll(stories(50).map(({ article }) => article));
    await desk.settled();
    const keys = await desk.partner("daily", KEYS);
    const authorization = `Bearer ${keys[0]}`;
    const partnerEtag = (await raw(origin + PARTNER_PATH, { authorization })).headers.etag;
    const { headers, body } = await raw(origin + PATH, { "accept-encoding": "gzip" });
    const { headers: headers304 } = await raw(origin + PATH, { "if-none-match": headers.etag ?? "" });
    return { gzip: body, headers, headers304, keys, partnerEtag };
  } finally {
    await workerd.stop();
  }
}

/** Every other round goes backwards, so that nobody always follows the same one. */
async function play(generator: Generator, all: Runner[], round: number): Promise<void> {
  for (const one of round % 2 === 0 ? all : all.toReversed()) {
    if (round % one.pace.every === 0) one.seen.set(round, await turn(generator, one, round, one.pace.milliseconds));
  }
}

async function turn(generator: Generator, runner: Runner, round: number, milliseconds: number): Promise<Turn> {
  const { url, status, pid, keys } = runner;
  const headers = { ...runner.headers, ...(keys && { authorization: `Bearer ${keys[round % keys.length]}` }) };
  // Hot means that the worker has the edition and the key: between two turns it may have to ask for them again.
  await raw(url, headers);
  const before = cpuSeconds(pid);
  const { requests, seconds, ...times } = await generator.run({ url, headers, status, milliseconds });
  return { ...times, rate: requests / seconds, cpu: ((cpuSeconds(pid) - before) * 1e6) / requests };
}

function print(runners: Runner[], bytes: number): void {
  console.log(`RSS of 50 entries, ${bytes} bytes of gzip; ${ROUNDS} rounds in turns, medians\n`);
  const of = ({ seen }: Runner, figure: keyof Turn): number => median([...seen.values()].map((turn) => turn[figure]));
  table(
    ["", "answer", "requests/s", "CPU µs/request", "median ms", "p99 ms"],
    runners.map((one) => [
      one.name,
      one.pace === SLOW ? "200, not compressed" : `${one.status}${one.status === 200 ? " gzip" : ""}`,
      of(one, "rate").toFixed(0),
      of(one, "cpu").toFixed(0),
      of(one, "median").toFixed(2),
      of(one, "p99").toFixed(2),
    ]),
  );
}

/** Round by round, the median of the quotients: what slowed one round down did so to both. */
function ratio(over: Runner, under: Runner, of: (turn: Turn) => number): number {
  const quotients: number[] = [];
  for (const [round, turn] of over.seen) {
    const other = under.seen.get(round);
    if (other) quotients.push(of(turn) / of(other));
  }
  return median(quotients);
}

function toFigures(runners: Record<string, Runner>): Figure[] {
  const share = (name: string, [over, under]: [string, string], aim: number): Figure[] => {
    const [one, other] = [runners[over], runners[under]];
    if (!one || !other) throw new Error(`${over} or ${under} is missing`);
    const rate = ratio(one, other, (turn) => turn.rate);
    const cpu = ratio(other, one, (turn) => turn.cpu);
    return [
      figure(name, rate, rate.toFixed(2), `≥ ${aim}`, rate >= aim),
      figure(`${name}, by CPU time`, cpu, cpu.toFixed(2), `≥ ${aim}`, cpu >= aim),
    ];
  };
  return [
    ...share("200 gzip, hot, as a share of the bare worker's", ["ours200", "bare200"], 0.85),
    ...share("304, hot, as a share of the bare worker's", ["ours304", "bare304"], 0.85),
    ...share("200 gzip, hot, with a key, as a share of the public one's", ["keyed200", "ours200"], 0.7),
    ...share("304, hot, with a key, as a share of the public one's", ["keyed304", "ours304"], 0.7),
    ...share("200 gzip, hot, over Hono + feed", ["ours200", "feed"], 20),
    ...share("200 gzip, hot, over Hono + feedsmith", ["ours200", "feedsmith"], 10),
  ];
}
