import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Metrics } from "../../src/node/metrics.ts";
import { databaseOn } from "../../src/node/store/database.ts";
import { openStore, readMigrations } from "../../src/node/store/open.ts";
import { Connection } from "../../src/node/store/sqlite.ts";
import { folder } from "./folder.ts";

/** The lines of the service's own metrics, without the histogram's buckets. */
async function told(metrics: Metrics): Promise<string[]> {
  const lines = (await (await metrics.answer()).text()).split("\n");
  return lines.filter((line) => line.startsWith("wireproof_") && !line.includes("_bucket"));
}

async function measured() {
  const { file } = await openStore(
    folder(),
    readMigrations(join(import.meta.dirname, "../../src/service/store/migrations")),
  );
  const db = databaseOn(new Connection(file));
  const answers = [
    { kind: "hot" as const, status: 304, count: 6 },
    { kind: "feed" as const, status: 304, count: 1 },
    { kind: "feed" as const, status: 200, count: 1 },
    { kind: "api" as const, status: 201, count: 2 },
  ];
  return {
    db,
    file,
    answers,
    metrics: new Metrics({ db, file, slugs: ["fresh", "stale"], traffic: async () => ({ answers, delay: 0.002 }) }),
  };
}

describe("the metrics", () => {
  it("are requests, hot share, delay and the store's size, in Prometheus' text", async () => {
    const { metrics, answers } = await measured();
    const lines = await told(metrics);
    expect(lines).toEqual(
      expect.arrayContaining([
        'wireproof_requests_total{kind="feed",status="304"} 7',
        'wireproof_requests_total{kind="feed",status="200"} 1',
        'wireproof_requests_total{kind="api",status="201"} 2',
        "wireproof_hot_ratio 0.75",
        "wireproof_poll_delay_seconds 0.002",
        "wireproof_queue_age_seconds 0",
        "wireproof_feeds_refused 0",
      ]),
    );
    expect(Number(lines.find((line) => line.startsWith("wireproof_store_bytes"))?.split(" ")[1])).toBeGreaterThan(
      10_000,
    );
    // Totals are the thread's own: asking twice counts nothing twice.
    answers.splice(0, 3);
    expect(await told(metrics)).toContain('wireproof_requests_total{kind="api",status="201"} 2');
  });

  it("are told while the store cannot be read, and say so", async () => {
    const { metrics, file } = await measured();
    expect(await told(metrics)).toContain("wireproof_store_up 1");
    renameSync(file, `${file}.gone`);
    const lines = await told(metrics);
    expect(lines).toEqual(expect.arrayContaining(["wireproof_store_up 0", "wireproof_hot_ratio 0.75"]));
    renameSync(`${file}.gone`, file);
    expect(await told(metrics)).toContain("wireproof_store_up 1");
  });

  it("are each feed's edition, what was refused, and how long the feed waits that waits longest", async () => {
    const { metrics, db } = await measured();
    const now = Date.now();
    const insert = db.prepare(
      "INSERT INTO feed (slug, selection, presentation, page_size, changed, composed, edition, stale_since) VALUES (?, '{}', '{}', 50, ?, 1, ?, ?)",
    );
    await db.batch([insert.bind("fresh", 1, 7, null), insert.bind("stale", 2, 3, now - 5_000)]);
    const lines = await told(metrics);
    expect(lines).toEqual(
      expect.arrayContaining(['wireproof_editions{feed="fresh"} 7', 'wireproof_editions{feed="stale"} 3']),
    );
    const age = Number(lines.find((line) => line.startsWith("wireproof_queue_age_seconds"))?.split(" ")[1]);
    expect(age).toBeGreaterThanOrEqual(5);
  });

  it("are who is subscribed, what is due to them and what fails, and how long the oldest edition is lacked", async () => {
    const { metrics, db } = await measured();
    const now = Date.now();
    const insert = db.prepare(
      `INSERT INTO subscription (feed, format, callback, host, algorithm, wants_delta, verified_at, lease_until, ended_at, wanted_since, due_at, attempts)
       VALUES ('fresh', 'atom', ?, 'a.example', 'sha256', 0, 1, ?, ?, ?, ?, ?)`,
    );
    const lease = now + 1_000_000;
    await db.batch([
      insert.bind("https://a.example/1", lease, null, null, null, 0),
      insert.bind("https://a.example/2", lease, null, now - 7_000, now - 1, 0),
      insert.bind("https://a.example/3", lease, null, now - 60_000, now + 900_000, 3),
      insert.bind("https://a.example/4", lease, 1, null, null, 0),
      insert.bind("https://a.example/5", now - 1, null, now - 900_000, now - 1, 5),
    ]);
    const lines = await told(metrics);
    expect(lines).toEqual(
      expect.arrayContaining([
        "wireproof_subscribers 3",
        "wireproof_deliveries_due 1",
        "wireproof_deliveries_failing 1",
      ]),
    );
    const lag = Number(lines.find((line) => line.startsWith("wireproof_delivery_lag_seconds"))?.split(" ")[1]);
    expect(lag).toBeGreaterThanOrEqual(60);
    expect(lag).toBeLessThan(900);
  });

  it("are how long publishing took, by what came of it", async () => {
    const { metrics } = await measured();
    metrics.published("published", 40);
    metrics.published("refused", 2_000);
    const text = await (await metrics.answer()).text();
    expect(text).toContain('wireproof_publish_seconds_bucket{le="0.05",outcome="published"} 1');
    expect(text).toContain('wireproof_publish_seconds_sum{outcome="refused"} 2');
  });
});
