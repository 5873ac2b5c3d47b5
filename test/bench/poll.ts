/** What a poll costs: side by side on one workerd and one store, in turns. */
import { gunzipSync } from "node:zlib";
import { type Figure, figure, median, ratio, table } from "./figures.ts";
import type { Measured } from "./generator.ts";
import { Generator, pin } from "./load.ts";
import { newsroom } from "./newsroom.ts";
import { startNginx } from "./nginx.ts";
import { cpuSeconds } from "./processes.ts";
import { stories } from "./stories.ts";
import { raw } from "./wire.ts";
import { startWorkerd, withFolder } from "./workerd.ts";

const ROUNDS = 9;
/** In a round every contestant has so many short turns: what else the machine does then befalls all alike. */
const TURNS = 4;
const TURN_MILLISECONDS = 300;
const WARM_UP_MILLISECONDS = 1_500;
const PATH = "/feeds/all.rss";

interface Runner {
  name: string;
  url: string;
  headers: Record<string, string>;
  status: number;
  pid: number;
  /** Round by round: requests a second, microseconds of CPU time a request, milliseconds. */
  seen: { rate: number[]; cpu: number[]; median: number[]; p99: number[] };
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
      const runner = (name: string, origin: string, status: number, path = PATH, etag = document.headers.etag ?? "") =>
        ({
          name,
          url: origin + path,
          headers: { "accept-encoding": "gzip", ...(status === 304 && { "if-none-match": etag }) },
          status,
          pid: origin === nginx?.origin ? (nginx?.pid ?? 0) : workerd.pid,
          seen: { rate: [], cpu: [], median: [], p99: [] },
        }) satisfies Runner as Runner;
      const { ours = "", bare = "", feed = "", feedsmith = "" } = workerd.origins;
      const runners = {
        bare200: runner("bare Hono, constant bytes", bare, 200),
        ours200: runner("Wireproof", ours, 200),
        bare304: runner("bare Hono, constant bytes", bare, 304, "/304"),
        ours304: runner("Wireproof", ours, 304),
        feed: runner("Hono + feed on every request", feed, 200),
        feedsmith: runner("Hono + feedsmith on every request", feedsmith, 200),
      };
      const all = [...Object.values(runners)];
      if (nginx) {
        const { etag } = (await raw(nginx.origin + PATH, { "accept-encoding": "gzip" })).headers;
        all.push(
          runner("nginx, static file", nginx.origin, 200),
          runner("nginx, static file", nginx.origin, 304, PATH, etag),
        );
      } else console.log("nginx is not installed, so it is not measured (Debian: apt-get install nginx-light)");
      for (const one of all) await turn(generator, one, WARM_UP_MILLISECONDS);
      for (let round = 0; round < ROUNDS; round += 1) await playRound(generator, all);
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
    const { headers, body } = await raw(origin + PATH, { "accept-encoding": "gzip" });
    const { headers: headers304 } = await raw(origin + PATH, { "if-none-match": headers.etag ?? "" });
    return { gzip: body, headers, headers304 };
  } finally {
    await workerd.stop();
  }
}

async function playRound(generator: Generator, all: Runner[]): Promise<void> {
  const turns = new Map(all.map((one) => [one, [] as Turn[]]));
  for (let index = 0; index < TURNS; index += 1) {
    for (const [one, own] of turns) own.push(await turn(generator, one, TURN_MILLISECONDS));
  }
  for (const [{ seen }, own] of turns) {
    const sum = (of: (turn: Turn) => number): number => own.reduce((total, one) => total + of(one), 0);
    seen.rate.push(sum(({ requests }) => requests) / sum(({ seconds }) => seconds));
    seen.cpu.push((sum(({ cpu }) => cpu) * 1e6) / sum(({ requests }) => requests));
    seen.median.push(median(own.map((one) => one.median)));
    seen.p99.push(median(own.map((one) => one.p99)));
  }
}

type Turn = Measured & { cpu: number };

async function turn(generator: Generator, { url, headers, status, pid }: Runner, milliseconds: number): Promise<Turn> {
  const before = cpuSeconds(pid);
  const measured = await generator.run({ url, headers, status, milliseconds });
  return { ...measured, cpu: cpuSeconds(pid) - before };
}

function print(runners: Runner[], bytes: number): void {
  console.log(`RSS of 50 entries, ${bytes} bytes of gzip; ${ROUNDS} rounds in turns, medians\n`);
  table(
    ["", "answer", "requests/s", "CPU µs/request", "median ms", "p99 ms"],
    runners.map(({ name, status, seen }) => [
      name,
      status === 200 && /every request/.test(name)
        ? "200, not compressed"
        : `${status}${status === 200 ? " gzip" : ""}`,
      median(seen.rate).toFixed(0),
      median(seen.cpu).toFixed(0),
      median(seen.median).toFixed(2),
      median(seen.p99).toFixed(2),
    ]),
  );
}

function toFigures({ ours200, bare200, ours304, bare304, feed, feedsmith }: Record<string, Runner>): Figure[] {
  const share = (name: string, over: Runner, under: Runner, aim: number): Figure[] => {
    const rate = ratio(over.seen.rate, under.seen.rate);
    const cpu = ratio(under.seen.cpu, over.seen.cpu);
    return [
      figure(name, rate, rate.toFixed(2), `≥ ${aim}`, rate >= aim),
      figure(`${name}, by CPU time`, cpu, cpu.toFixed(2), `≥ ${aim}`, cpu >= aim),
    ];
  };
  if (!ours200 || !bare200 || !ours304 || !bare304 || !feed || !feedsmith) throw new Error("a contestant is missing");
  return [
    ...share("200 gzip, hot, as a share of the bare worker's", ours200, bare200, 0.85),
    ...share("304, hot, as a share of the bare worker's", ours304, bare304, 0.85),
    ...share("200 gzip, hot, over Hono + feed", ours200, feed, 20),
    ...share("200 gzip, hot, over Hono + feedsmith", ours200, feedsmith, 10),
  ];
}
