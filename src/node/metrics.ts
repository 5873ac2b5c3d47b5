import { stat } from "node:fs/promises";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { contain } from "../article/contain.ts";
import type { Database } from "../service/home.ts";
import type { Published } from "../service/jobs/publish.ts";
import { type DeliverySums, sumDeliveries } from "../service/store/deliveries.ts";
import { type FeedHealth, type HealthSums, listHealth, sumHealth } from "../service/store/feed-health.ts";
import { StoreFault } from "../service/store-fault.ts";
import type { TrafficReport } from "./server/traffic.ts";

interface Measured {
  db: Database;
  /** The store's. */
  file: string;
  /** The feeds whose editions are told. */
  slugs: string[];
  traffic(): Promise<TrafficReport>;
}

/** Seconds: an edition takes some tens of milliseconds. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What Prometheus is told of one machine, from the first time that it asks (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
export class Metrics {
  readonly #measured: Measured;
  readonly #registry = new Registry();
  readonly #durations = new Histogram({
    name: "wireproof_publish_seconds",
    help: "Composing, verifying and storing an edition of one feed, by what came of it.",
    labelNames: ["outcome"],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #requests = new Counter({
    name: "wireproof_requests_total",
    help: "Requests, by what they were for and by status.",
    labelNames: ["kind", "status"],
    registers: [this.#registry],
  });
  readonly #editions = this.#gauge(
    "editions",
    "The number of the current edition of each feed that is defined.",
    "feed",
  );
  readonly #refused = this.#gauge("feeds_refused", "Feeds whose newest edition was refused.");
  readonly #queueAge = this.#gauge("queue_age_seconds", "How long the feed waits that waits longest for its edition.");
  readonly #hot = this.#gauge("hot_ratio", "Polls of public feeds answered from memory at once, of all.");
  readonly #delay = this.#gauge(
    "poll_delay_seconds",
    "How late the polls' thread came to work, p99 since the last scrape.",
  );
  readonly #subscribers = this.#gauge("subscribers", "Subscriptions to feeds, by WebSub.");
  readonly #due = this.#gauge("deliveries_due", "Subscriptions that are to be sent what is current by now.");
  readonly #failing = this.#gauge("deliveries_failing", "Subscriptions whose last attempts have failed.");
  readonly #lag = this.#gauge(
    "delivery_lag_seconds",
    "How long ago the oldest edition was published that a subscriber lacks.",
  );
  readonly #up = this.#gauge("store_up", "1 while the store can be read, 0 while it cannot.");
  readonly #size = this.#gauge("store_bytes", "The store's file and its write-ahead log.");

  constructor(measured: Measured) {
    this.#measured = measured;
    collectDefaultMetrics({ register: this.#registry });
  }

  /** A round of the publisher's for one feed is over. */
  published(outcome: Published["outcome"], milliseconds: number): void {
    this.#durations.observe({ outcome }, milliseconds / 1000);
  }

  async answer(): Promise<Response> {
    const { db, file, slugs, traffic } = this.#measured;
    const known = contain(
      () => Promise.all([listHealth(db, slugs), sumHealth(db), sumDeliveries(db, Date.now())]),
      (fault) => (fault instanceof StoreFault ? null : Promise.reject(fault)),
    );
    const [report, health, size] = await Promise.all([traffic(), known, sizeOf(file)]);
    this.#takeTraffic(report);
    this.#size.set(size);
    this.#up.set(health ? 1 : 0);
    // Of a store that cannot be read, the last that was known stands.
    if (health) this.#takeHealth(health[0].named, health[1]);
    if (health) this.#takeDeliveries(health[2]);
    return new Response(await this.#registry.metrics(), { headers: { "content-type": this.#registry.contentType } });
  }

  #takeHealth(feeds: FeedHealth[], { refused, stale_since }: HealthSums): void {
    for (const { slug, edition } of feeds) this.#editions.set({ feed: slug }, edition);
    this.#refused.set(refused);
    this.#queueAge.set(Math.max(0, Date.now() - (stale_since ?? Date.now())) / 1000);
  }

  #takeDeliveries({ subscribers, due, failing, wanted_since }: DeliverySums): void {
    this.#subscribers.set(subscribers);
    this.#due.set(due);
    this.#failing.set(failing);
    this.#lag.set(Math.max(0, Date.now() - (wanted_since ?? Date.now())) / 1000);
  }

  #takeTraffic({ answers, delay }: TrafficReport): void {
    const polls = { hot: 0, feed: 0 };
    this.#requests.reset();
    for (const { kind, status, count } of answers) {
      this.#requests.inc({ kind: kind === "hot" ? "feed" : kind, status }, count);
      if (kind === "hot" || kind === "feed") polls[kind] += count;
    }
    this.#hot.set(polls.hot / Math.max(1, polls.hot + polls.feed));
    this.#delay.set(delay);
  }

  #gauge(name: string, help: string, ...labelNames: string[]): Gauge {
    return new Gauge({ name: `wireproof_${name}`, help, labelNames, registers: [this.#registry] });
  }
}

/** Of a database's file and its write-ahead log. Bytes. */
async function sizeOf(file: string): Promise<number> {
  const sizes = [file, `${file}-wal`].map((name) => stat(name).then(({ size }) => size));
  return (await Promise.all(sizes.map((size) => size.catch(() => 0)))).reduce((sum, size) => sum + size, 0);
}
