import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./browser.ts";
import { lookAt } from "./look-at.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { sampleArticles, settled, storeAll } from "./sample.ts";
import { TOKEN } from "./token.ts";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;
/** More than one page lists. */
const MANY = 240;

let service: NodeService;
let reader: Server;
let browser: Browser;
let page: Page;
/** What the subscriber was asked and sent. */
const received: { method: string; url: string; bytes: number }[] = [];

beforeAll(async () => {
  service = await startNode();
  await storeAll(service.url, await sampleArticles());
  await settled(service.url);
  reader = createServer(async (request, response) => {
    received.push({ method: request.method ?? "", url: request.url ?? "", bytes: await sizeOf(request) });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => reader.listen(0, "127.0.0.1", resolve));
  subscribe(`http://127.0.0.1:${(reader.address() as AddressInfo).port}/callback`);
  browser = await launch();
  const context = await browser.newContext({ baseURL: service.base });
  context.setDefaultTimeout(PATIENCE);
  await context.route(/^https?:\/\/(?!localhost)/, (route) => route.abort());
  page = await context.newPage();
  await page.goto("/desk/sign-in");
  await page.getByLabel("Publish token").fill(TOKEN);
  await press("Sign in");
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
  reader?.close();
});

const press = (name: string) =>
  Promise.all([page.waitForEvent("load"), page.getByRole("button", { name, exact: true }).click()]);

/** The subscribers of a newsroom that is read, and one that answers here: the last. */
function subscribe(callback: string): void {
  using database = new DatabaseSync(service.file, { timeout: PATIENCE });
  const now = Date.now();
  const insert = database.prepare(
    `INSERT INTO subscription (id, feed, format, callback, host, secret, algorithm, wants_delta, verified_at, lease_until, acknowledged,
       acknowledged_at, wanted, wanted_since, due_at, attempts, last_status, last_fault)
     VALUES (?, 'everything', ?, ?, ?, 'hush', 'sha256', 0, ?, ?, 1, ?, 1, ?, ?, ?, ?, ?)`,
  );
  const lease = now + 864_000_000;
  for (let id = 1; id <= MANY; id += 1) {
    const host = `${"long-name-of-a-reader.".repeat(id % 7 === 0 ? 4 : 1)}h${id % 30}.example`;
    const format = ["rss", "atom", "json"][id % 3] ?? "rss";
    const fault =
      id % 20 === 0 ? [now - 7_200_000, now + 86_400_000, 5, 503, "it answered 503"] : [null, null, 0, 204, null];
    insert.run(id, format, `https://${host}/push/${id}-${"x".repeat(60)}`, host, now, lease, now, ...fault);
  }
  insert.run(MANY + 1, "rss", callback, new URL(callback).host, now, lease, now, null, null, 0, 204, null);
}

async function sizeOf(request: IncomingMessage): Promise<number> {
  let bytes = 0;
  for await (const chunk of request) bytes += (chunk as Buffer).length;
  return bytes;
}

describe("the subscribers at the desk, in a browser", () => {
  it("are there by host and one by one, those that fail are told of today, and axe finds nothing", async () => {
    await page.goto("/desk");
    const need = page.getByRole("listitem").filter({ hasText: "do not take what is published" });
    expect(await need.textContent()).toContain("12 subscribers at");
    await need.getByRole("link", { name: "See why" }).click();
    await page.waitForURL(/state=failing/);
    expect(await page.getByRole("row").count()).toBe(13);
    await page.goto("/desk/subscribers");
    expect(await page.getByText("241 in all").isVisible()).toBe(true);
    expect(await page.getByRole("group", { name: "Subscribers", exact: true }).getByRole("row").count()).toBe(101);
    await lookAt(page, "subscribers", ["light 1440", "dark 1440", "light 390", "dark 390"]);
    await page.getByRole("link", { name: "Older" }).click();
    await page.waitForURL(/before=/);
    expect(await page.getByRole("link", { name: "Newest" }).count()).toBe(1);
  });

  it("are sent what is current again, and ended, by the press of a button", async () => {
    await page.goto(`/desk/subscribers/${MANY + 1}`);
    await lookAt(page, "subscriber", ["light 1440", "dark 1440", "light 390", "dark 390"]);
    await press("Send again");
    expect(await page.getByRole("status").textContent()).toContain("What is current is being sent.");
    await expect
      .poll(() => received.map(({ method, url }) => `${method} ${url}`), { timeout: PATIENCE })
      .toEqual(["POST /callback"]);
    expect(received[0]?.bytes).toBeGreaterThan(1_000);
    await expect
      .poll(() => page.goto(`/desk/subscribers/${MANY + 1}`).then(() => page.content()), { timeout: PATIENCE })
      .toContain("the whole document");
    await page.getByText("End the subscription").click();
    await page.getByLabel("Why, for the subscriber").fill("Too many copies.");
    await press("End it");
    expect(await page.locator(".dek").textContent()).toContain("ended by us");
    await expect.poll(() => received[1]?.url, { timeout: PATIENCE }).toContain("hub.mode=denied");
    await page.getByRole("link", { name: "Log", exact: true }).click();
    expect(await page.getByRole("main").textContent()).toContain("“Too many copies”");
    expect(await page.content()).not.toContain("hush");
  });
});
