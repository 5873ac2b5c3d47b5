import { monitorEventLoopDelay } from "node:perf_hooks";

/** What a request was for. `hot`: a poll that was answered from memory before anything was routed. */
export type TrafficKind = "hot" | "feed" | "partner" | "page" | "api" | "desk" | "other";

/** What one thread has answered since the start. */
export interface TrafficReport {
  answers: { kind: TrafficKind; status: number; count: number }[];
  /** How late the thread came to its work, since the last report, at the 99th percentile. Seconds. */
  delay: number;
}

/** How often a delay is measured. Milliseconds. */
const RESOLUTION = 20;

/** How often what kind of request was answered how. */
export class Traffic {
  readonly #counts = new Map<TrafficKind, Map<number, number>>();
  readonly #delays = monitorEventLoopDelay({ resolution: RESOLUTION });

  constructor() {
    this.#delays.enable();
  }

  add(kind: TrafficKind, status: number): void {
    const counts = this.#counts.get(kind) ?? new Map<number, number>();
    this.#counts.set(kind, counts);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }

  report(): TrafficReport {
    const delay = Math.max(0, this.#delays.percentile(99) / 1e9 - RESOLUTION / 1e3);
    this.#delays.reset();
    const answers = [...this.#counts].flatMap(([kind, counts]) =>
      [...counts].map(([status, count]) => ({ kind, status, count })),
    );
    return { answers, delay };
  }
}

/** What a path is for, with its query or without. */
export function kindOfPath(target: string): TrafficKind {
  const path = target.split("?", 1)[0] ?? "";
  if (/^\/feeds\/.+\.(rss|atom|json)$/.test(path)) return "feed";
  const room = /^\/([^/]*)/.exec(path)?.[1];
  if (room === "api" || room === "desk" || room === "partner") return room;
  return room === "health" || room === "metrics" ? "other" : "page";
}
