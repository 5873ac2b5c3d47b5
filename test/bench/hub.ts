/** What a hub's subscribers get, and when, while the service is polled beside, and killed. */
import { type Figure, figure, table } from "./figures.ts";
import { type HubRun, runHub, type Spread } from "./hub/run.ts";
import { withFolder } from "./workerd.ts";

/** Ten editions a minute. Milliseconds. */
const EVERY = 6_000;

export async function benchHub(long: boolean): Promise<Figure[]> {
  const load = { subscribers: 2_000, hosts: 200, every: EVERY, ...(long ? LONG : SHORT) };
  const run = await withFolder((folder) => runHub(folder, load));
  console.log(`${load.subscribers} subscribers on ${load.hosts} hosts, ${load.seconds} s, then ${load.kills} kills\n`);
  table(["", "seen"], rows(run));
  return toFigures(run, load.kills);
}

const SHORT = { seconds: 60, kills: 3 };
const LONG = { seconds: 600, kills: 50 };

function rows({ verdict, editions, subscribing, polls, cpu, memory, restart }: HubRun): [string, string][] {
  return [
    ["until all had subscribed", `${subscribing.seconds.toFixed(0)} s; asked to wait ${subscribing.waits} times`],
    ["editions; requests to subscribers", `${editions}; ${verdict.requests}, ${verdict.deltas} of them deltas`],
    ["from an edition to a healthy subscriber", latencyOf(verdict)],
    ["lost; out of order; unsigned", `${verdict.lost}; ${verdict.outOfOrder}; ${verdict.unsigned}`],
    ["sent twice though it was taken; at once", `${verdict.duplicates}; ${verdict.beside}`],
    ["sent after 410", String(verdict.afterGone)],
    ["polls before", pollsOf(polls.before)],
    ["polls beside", pollsOf(polls.beside)],
    ["CPU of the service, of one core", `${Math.round(100 * cpu)} %`],
    ["memory of the service at most", `${Math.round(memory)} MB`],
    ["from a start after a kill to its first answer", `${Math.round(restart)} ms in the median`],
  ];
}

const latencyOf = ({ latency: { p50, p99, most } }: HubRun["verdict"]): string =>
  `p50 ${seconds(p50)}, p99 ${seconds(p99)}, ${seconds(most)} at most`;

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`;

const pollsOf = ({ count, p50, p99 }: Spread): string =>
  `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (${count})`;

const toFigures = ({ verdict, polls }: HubRun, kills: number): Figure[] => [
  figure(
    "hub: p99 from an edition to a healthy subscriber",
    verdict.latency.p99,
    seconds(verdict.latency.p99),
    "≤ 5 s",
    verdict.latency.p99 <= 5_000,
  ),
  none("hub: subscribers that lost an edition", verdict.lost),
  none("hub: requests out of order", verdict.outOfOrder),
  none("hub: requests without their signature", verdict.unsigned),
  figure(
    `hub: requests that were made twice, by ${kills} kills`,
    verdict.duplicates,
    String(verdict.duplicates),
    "counted",
    true,
  ),
  figure(
    "hub: p99 of polls beside",
    polls.beside.p99,
    `${polls.beside.p99.toFixed(1)} ms`,
    "≤ 20 ms",
    polls.beside.p99 <= 20,
  ),
];

const none = (name: string, seen: number): Figure => figure(name, seen, String(seen), "0", seen === 0);
