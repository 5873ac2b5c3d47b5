import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { launchCommand, type RunningCommand } from "../command.ts";
import { tablesOf } from "../docs/readme.ts";
import { freePort } from "../free-port.ts";
import { FAILURES, type Place } from "./failures.ts";
import { TOKEN } from "./token.ts";

/** One failure a row, and what it does. */
const ROWS = tablesOf("src/node/README.md")
  .filter(([head]) => head?.[0] === "what has happened")
  .flatMap(([, ...rows]) => rows)
  .map(([what = "", , reads = "", writes = "", reason = ""]) => ({ what, reads, writes, reason }));

const FORMATS = ["rss", "atom", "json"];

let folder: string;
let url: string;
let service: RunningCommand | undefined;
let mend: () => Promise<void> | void = () => undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wireproof-broken-"));
});

afterEach(async () => {
  try {
    await mend();
  } finally {
    mend = () => undefined;
    await service?.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

/** Starts the service, on a file system of its own where the failure asks for one. */
async function start({ before = () => [] }: Place): Promise<string> {
  const [port, directory] = [await freePort(), join(folder, "store")];
  await mkdir(directory);
  const args = ["--port", String(port), "--persist-to", directory, "--log-format", "json"];
  const env = { PUBLISH_TOKEN: TOKEN, SIGNING_KEY: "none" };
  service = launchCommand("src/cli/start.js", args, { cwd: folder, env, before: before(folder, directory) });
  await service.ready();
  url = `http://127.0.0.1:${port}`;
  // As the service sees it: what it has mounted is there for nobody else.
  return `/proc/${service.pid}/root${directory}`;
}

const ask = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(url + path, { method, ...init });

const put = (id: string): Promise<Response> =>
  ask("PUT", `/api/articles/${id}`, {
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({
      url: `https://g.example/${id}`,
      title: `Title of ${id}`,
      // More than is free in what a full disk has allotted already.
      content_html: `<p>${"Words of a story. ".repeat(2_000)}</p>`,
      published_at: new Date().toISOString(),
    }),
  });

/** What a reader that polls all day is answered: documents, of which it has none, all, or wants the head alone. */
async function polled(): Promise<unknown[]> {
  const answers = FORMATS.map(async (format) => {
    const whole = await ask("GET", `/feeds/everything.${format}`);
    const etag = whole.headers.get("etag") ?? "";
    const again = await ask("GET", `/feeds/everything.${format}`, { headers: { "if-none-match": etag } });
    const delta = await ask("GET", `/feeds/everything.${format}`, {
      headers: { "if-none-match": '"old"', "a-im": "feed", "accept-encoding": "identity" },
    });
    const head = await ask("HEAD", `/feeds/everything.${format}`);
    return [whole.status, (await whole.text()).length > 1_000, again.status, delta.status, head.status];
  });
  return Promise.all(answers);
}

const ALL_ANSWERED = FORMATS.map(() => [200, true, 304, 200, 200]);

/** Waits until something holds: on a busy machine that takes as long as it takes. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
}

const shows = async (id: string): Promise<boolean> =>
  (await (await ask("GET", "/feeds/everything.json")).text()).includes(`Title of ${id}`);

const form = async (response: Response) => ({
  status: response.status,
  type: response.headers.get("content-type")?.split(";")[0],
  retry: response.headers.get("retry-after"),
  cache: response.headers.get("cache-control"),
});

const UNAVAILABLE = { status: 503, retry: "5", cache: "no-store" };

describe("while the store fails", () => {
  it("each row of the README's table is tried, and each failure has a row", () => {
    expect(ROWS.map(({ what }) => what).sort()).toEqual(Object.keys(FAILURES).sort());
  });

  for (const { what, reads, writes, reason } of ROWS) {
    const failure = FAILURES[what];
    const possible = failure?.isPossible() ?? true;
    if (!possible) console.warn(`skipped: ${what}: this cannot be made here`);
    it.skipIf(!possible)(`${what}: polls are answered, what is read is ${reads}, what is sent ${writes}`, async () => {
      if (!failure) throw new Error("nobody makes this failure");
      const directory = await start(failure);
      expect((await put("before")).status).toBe(201);
      await until(() => shows("before"));
      expect(await polled()).toEqual(ALL_ANSWERED);

      const isRead = reads === "as always";
      // A feed is published once a second: of two changes the second one waits, and the store fails meanwhile.
      if (isRead) for (const id of ["first", "waiting"]) expect((await put(id)).status).toBe(201);
      expect((await ask("GET", "/health")).status).toBe(200);
      mend = await failure.make(directory, service?.pid ?? 0);

      const sent = await put("meanwhile");
      expect(await form(sent)).toEqual({ ...UNAVAILABLE, type: "application/problem+json" });
      const { detail } = (await sent.json()) as { detail: string };
      // Where the disk hangs it may do so before the write or amid it.
      const isStored =
        writes.includes("if it may be") && detail.includes("is not known; to send it again does no harm");
      if (!isStored) expect(detail).toContain("Nothing was stored: send it again later.");
      // Longer than an edition counts as confirmed, and than a key is remembered.
      for (let round = 0; round < 4; round += 1) {
        expect(await polled()).toEqual(ALL_ANSWERED);
        await new Promise((resolve) => setTimeout(resolve, 800));
      }
      const page = await ask("GET", "/", { headers: { accept: "text/html" } });
      const cold = await ask("GET", "/feeds/weather.atom");
      const list = await ask("GET", "/api/feeds", { headers: { authorization: `Bearer ${TOKEN}` } });
      if (isRead) {
        expect([page.status, cold.status, list.status]).toEqual([200, 200, 200]);
      } else if (reason === "slow") {
        // What the system still has in its memory is read all the same.
        for (const { status } of [page, cold, list]) expect([200, 503]).toContain(status);
      } else {
        expect(await form(page)).toEqual({ ...UNAVAILABLE, type: "text/html" });
        expect(await form(cold)).toEqual({ ...UNAVAILABLE, type: "application/problem+json" });
        expect(await form(list)).toEqual({ ...UNAVAILABLE, type: "application/problem+json" });
      }
      // It is found out every ten seconds.
      await until(async () => (await ask("GET", "/health")).status === 503);
      const health = await ask("GET", "/health");
      expect([health.status, await health.json()]).toEqual([
        503,
        expect.objectContaining({ status: "down", store: "unavailable", reason }),
      ]);

      await mend();
      mend = () => undefined;

      if (isRead) await until(() => shows("waiting"));
      await until(async () => (await put("after")).ok);
      await until(() => shows("after"));
      if (isStored) await until(() => shows("meanwhile"));
      else expect(await shows("meanwhile")).toBe(false);
      await until(async () => (await ask("GET", "/health")).status === 200);
      expect((await ask("GET", "/", { headers: { accept: "text/html" } })).status).toBe(200);
      // One line of each kind, not one a request.
      const faults = service?.err().match(/"level":"error"/g) ?? [];
      expect(faults.length).toBeLessThan(8);
      expect(await service?.tell("SIGTERM")).toBe(0);
    });
  }
});
