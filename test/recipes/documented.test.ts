import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { storeFile } from "../../src/node/store/open.ts";
import { readReadme } from "../docs/readme.ts";
import { freePort } from "../free-port.ts";
import { recipe, SITE_HOST } from "./recipe.ts";
import { type Service, startService, TOKEN } from "./service.ts";

const README = "src/node/README.md";
const { spans, blocks } = readReadme(README);

interface Job {
  job_name: string;
  scheme?: string;
  metrics_path?: string;
  authorization?: { type?: string; credentials_file: string };
  static_configs: { targets: string[] }[];
}

describe("the recipe for Prometheus", () => {
  const { scrape_configs: jobs } = parse(recipe("prometheus.yml")) as { scrape_configs: Job[] };
  const target = (name: string) => jobs.find(({ job_name }) => job_name === name)?.static_configs[0]?.targets[0] ?? "";
  let service: Service;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    service = await startService(["--metrics-port", `${port}`, "--empty"]);
  });
  afterAll(() => service?.stop());

  it("names each job once, and what it knows of one alone", () => {
    expect(jobs.map(({ job_name }) => job_name)).toEqual(["wireproof", "wireproof-remote"]);
    for (const job of jobs) expect(Object.keys(job).filter((key) => !KNOWN.includes(key))).toEqual([]);
  });

  it("scrapes the port of this machine that the text gives, without a token", async () => {
    const option = spans.find((span) => span.startsWith("--metrics-port "));
    expect(target("wireproof")).toBe(`127.0.0.1:${option?.split(" ")[1]}`);
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("wireproof_store_bytes ")]);
  });

  it("scrapes the service's own address with a Bearer token, as Prometheus sends one by default", async () => {
    expect(target("wireproof-remote")).toBe(SITE_HOST);
    const scraped = (headers: Record<string, string>) => fetch(`${service.url}/metrics`, { headers });
    expect((await scraped({ authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await scraped({})).status).toBe(401);
  });

  it("is followed by a table with all metrics that are the service's own", async () => {
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const own = [...text.matchAll(/^# TYPE (wireproof_\w+)/gm)].map(([, name = ""]) => name);
    expect(own.length).toBeGreaterThan(5);
    expect(spans.filter((span) => span.startsWith("wireproof_")).sort()).toEqual(own.sort());
  });
});

/** Of a scrape's configuration (https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config). */
const KNOWN = ["job_name", "scheme", "authorization", "static_configs"];

describe("the recipe for Litestream", () => {
  const unit = recipe("/etc/systemd/system/wireproof.service");
  const directory = /PERSIST_TO=(\S+)/.exec(unit)?.[1] ?? "";
  const { dbs, snapshot } = parse(recipe("/etc/litestream.yml"));

  it("names the store's file in the unit's directory", () => {
    expect(dbs.map(({ path }: { path: string }) => path)).toEqual([storeFile(directory)]);
    expect(directory).toBe(`/var/lib/${/^StateDirectory=(.*)$/m.exec(unit)?.[1]}`);
  });

  it("has one replica, which the restore reads", () => {
    const { url } = dbs[0].replica;
    expect(url).toMatch(/^s3:\/\//);
    const restore = blocks.find(({ text }) => text.includes("litestream restore"))?.text;
    expect(restore).toContain(`litestream restore -o ${storeFile(directory)} ${url}\n`);
    expect(snapshot).toEqual({ interval: expect.stringMatching(/^\d+h$/), retention: expect.stringMatching(/^\d+h$/) });
  });
});

describe("the list of what is where", () => {
  it("has the store by its name", () => {
    const list = blocks.find(({ language }) => language === "text")?.text ?? "";
    const store = basename(storeFile("."));
    expect(list.match(/^ {2}\S+/gm)?.map((line) => line.trim())).toEqual(
      expect.arrayContaining([store, `${store}-wal`, `${store}-shm`, "lock", "running.json"]),
    );
  });
});
