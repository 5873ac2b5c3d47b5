import { DatabaseSync } from "node:sqlite";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch } from "./browser.ts";
import { lookAt } from "./look-at.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { sampleArticles, settled, storeAll } from "./sample.ts";
import { TOKEN } from "./token.ts";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;

const HOSTILE = `"><img src=x onerror="document.title='run'"><script>document.title='run'</script>${"W".repeat(400)}`;
const hostile = {
  id: "hostile",
  url: `https://gazette.example/${"long".repeat(200)}`,
  title: HOSTILE,
  summary: HOSTILE,
  section: HOSTILE.slice(0, 500),
  tags: [HOSTILE.slice(0, 500)],
  authors: [{ name: HOSTILE.slice(0, 500) }],
  content_html: `<p onclick="1" style="position:fixed;inset:0">${"x".repeat(3_000)}</p><table><tr>${"<td>wide</td>".repeat(60)}</tr></table><a href="javascript:1">y</a>`,
  published_at: "2026-03-13T06:00:00Z",
  expires_at: "2999-01-01T00:00:00Z",
};

const PASTED = `Home > Weather

The ferry is back

By Ada Quayle
Published 3 March 2026, 08:00 GMT

PORT ELLIS (Coast Wire) — She left at dawn, with forty people and a dog on board, and was seen off by half the town.

Share this story

The second boat follows on Thursday, the company said in a statement on Tuesday evening.`;

let service: NodeService;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  service = await startNode();
  const sample = await sampleArticles();
  const ahead = {
    ...sample[0],
    guid: undefined,
    id: "ahead",
    url: "https://gazette.example/ahead",
    embargo_until: "2998-01-01T00:00:00Z",
  };
  await storeAll(service.url, [...sample, hostile, ahead]);
  await settled(service.url);
  refuseOne();
  browser = await launch();
  context = await browser.newContext({ baseURL: service.base, viewport: { width: 1440, height: 1000 } });
  context.setDefaultTimeout(PATIENCE);
  // Nothing leaves this machine: pictures of stories are not fetched.
  await context.route(/^https?:\/\/(?!localhost)/, (route) => route.abort());
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const look = (name: string) => lookAt(page, name);

/** Presses a button, and waits for the page that it leads to, with its styles. */
const press = (name: string, on = page) =>
  Promise.all([on.waitForEvent("load"), on.getByRole("button", { name }).click()]);

describe("the desk in a browser", () => {
  it("lets nobody in without the publish token", async () => {
    await page.goto("/desk/articles");
    expect(new URL(page.url()).pathname).toBe("/desk/sign-in");
    await look("sign-in");
    await page.getByLabel("Publish token").fill("wrong");
    await press("Sign in");
    expect(await page.getByRole("alert").textContent()).toContain("That is not the publish token.");
    await page.getByLabel("Publish token").fill(TOKEN);
    await press("Sign in");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Articles");
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: "desk", path: "/desk", httpOnly: true, secure: true, sameSite: "Strict" });
  });

  it("begins with what needs a person, and has a line for each feed", async () => {
    await page.goto("/desk");
    const needs = page.getByRole("list", { name: "What needs somebody, the worst first" }).getByRole("listitem");
    expect(await needs.first().textContent()).toContain("Weather is held back: its title does not come back from RSS");
    expect(await page.getByRole("listitem").filter({ hasText: "Storm Maren" }).textContent()).toContain("verified");
    expect(await page.locator("#embargoes ~ ul").textContent()).toContain("in 971 years");
    await look("today");
    await needs.first().getByRole("link", { name: "See what was read" }).click();
    expect(new URL(page.url()).hash).toBe("#refused-weather");
  });

  it("shows every feed, and what was refused field by field", async () => {
    await page.goto("/desk/feeds");
    expect(await page.getByRole("row").filter({ hasText: "Storm Maren" }).first().textContent()).toContain("verified");
    expect(await page.getByRole("link", { name: /refused: 1 discrepancy/ }).count()).toBe(1);
    expect(await page.getByRole("cell", { name: "The harbour is closed" }).isVisible()).toBe(true);
    await look("feeds");
  });

  it("finds an article and takes it back, in two steps, out of its feeds", async () => {
    await page.goto("/desk/articles");
    await page.getByLabel("Words of title, summary or text; an id, or a URL").fill("wall forward");
    await Promise.all([
      page.waitForEvent("load"),
      page.getByRole("main").getByRole("button", { name: "Find" }).click(),
    ]);
    await look("find");
    await page.locator(".stories a").first().click();
    const title = await page.getByRole("heading", { level: 1 }).textContent();
    await look("article");
    expect(await feed()).toContain(title);
    await page.getByRole("link", { name: "Take back…" }).click();
    await look("retract");
    expect(await feed()).toContain(title);
    await page.getByLabel("Reason, for readers to see").fill("The date was wrong");
    await press("Take it back");
    expect(await page.getByRole("status").textContent()).toContain("Done.");
    expect(await page.locator(".state").first().textContent()).toContain("The date was wrong");
    await expect.poll(feed, { timeout: PATIENCE }).not.toContain(title);
    await press("Restore revision 1");
    await expect.poll(feed, { timeout: PATIENCE }).toContain(title);
    await page.goto(page.url());
    await look("restored");
  });

  it("does not let one desk overwrite what another has done", async () => {
    await page.goto("/desk/articles/2026-03-04-the-sign");
    const other = await context.newPage();
    await other.goto("/desk/articles/2026-03-04-the-sign");
    await press("Withhold", other);
    expect(await other.locator(".state").first().textContent()).toContain("Withheld");
    await press("Withhold");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Somebody else was faster");
    await look("faster");
    await press("Release", other);
    expect(await other.locator(".state").first().textContent()).toContain("feeds");
    await other.close();
  });

  it("takes a page's text, shows all three documents side by side, and stores it when told to", async () => {
    await page.goto("/desk/preview");
    await look("paste");
    await page.getByLabel("Article as JSON, or a page’s plain text").fill(PASTED);
    await press("Preview");
    expect(await page.getByText("without an address: it got one").isVisible()).toBe(true);
    await page.getByLabel("URL").fill("https://gazette.example/2026/03/03/ferry");
    await page.getByLabel("Line 3 is").selectOption("headline");
    await press("Read it again");
    expect(await page.getByLabel("Line 3 is").inputValue()).toBe("headline");
    expect(await page.locator(".state").allTextContents()).toContainEqual(expect.stringContaining("Reads right"));
    const tops = await page
      .locator("details[open] .outputs h3")
      .evaluateAll((list) => list.map((one) => Math.round(one.getBoundingClientRect().top)));
    expect(tops).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);
    await look("preview");
    await press("Store this article");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("The ferry is back");
    await expect.poll(feed, { timeout: PATIENCE }).toContain("The ferry is back");
  });

  it("names what is wrong with an article, and where", async () => {
    await page.goto("/desk/preview");
    await page.getByLabel("Article as JSON, or a page’s plain text").fill('{"id":"x","title":"","url":"nowhere"}');
    await press("Preview");
    expect(await page.getByRole("rowheader").allTextContents()).toEqual(["/url", "/title", "/published_at"]);
    await look("problems");
  });

  it("shows which partner has what, and a retraction that turns green once it is picked up", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const post = async (path: string, body: object) =>
      (await fetch(service.url + path, { method: "POST", headers, body: JSON.stringify(body) })).json();
    await post("/api/partners", { slug: "harbour-radio", name: "Harbour Radio" });
    const { key } = (await post("/api/partners/harbour-radio/keys", {})) as { key: string };
    const poll = async () => {
      const answer = await fetch(`${service.url}/partner/harbour-radio.rss`, {
        headers: { authorization: `Bearer ${key}` },
      });
      return answer.text();
    };
    expect(await poll()).toContain("https://gazette.example/2026/03/06/fish-market");
    await page.goto("/desk/articles/2026-03-06-fish-market");
    expect(await page.getByText("Every partner has what its feed says now").isVisible()).toBe(true);
    await fetch(`${service.url}/api/articles/2026-03-06-fish-market?reason=Wrong`, { method: "DELETE", headers });
    await expect
      .poll(() => page.goto(page.url()).then(() => page.content()), { timeout: PATIENCE })
      .toContain("that it was taken back");
    expect(await page.getByText("Not there yet").isVisible()).toBe(true);
    await look("retraction-waiting");
    await expect.poll(poll, { timeout: PATIENCE }).toContain("Withdrawn");
    await page.goto(page.url());
    expect(await page.getByText("Every partner has what its feed says now").isVisible()).toBe(true);
    await look("retraction-received");
    await page.getByRole("link", { name: "Partners" }).click();
    expect(await page.getByRole("row").filter({ hasText: "Harbour Radio" }).textContent()).toContain("the current one");
    await look("partners");
    await page.goto("/desk/partners/feeds/harbour-radio");
    await look("partner-feed");
  });

  it("runs nothing that a story says, and holds its shape", async () => {
    for (const path of [
      "/desk",
      "/desk/feeds",
      "/desk/articles?q=hostile",
      "/desk/articles/hostile",
      "/desk/articles/hostile/retract",
      "/desk/partners/feeds/harbour-radio",
    ]) {
      await page.goto(path);
      await look(`hostile${path.replaceAll(/\W/g, "-")}`);
    }
    await page.goto("/desk/preview");
    await page.getByLabel("Article as JSON, or a page’s plain text").fill(JSON.stringify(hostile));
    await press("Preview");
    await look("hostile-preview");
    expect(await page.title()).not.toBe("run");
  });

  it("is used by keyboard", async () => {
    await page.goto("/desk/articles/2026-03-04-the-sign");
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Skip to the contents");
    for (let presses = 0; presses < 40 && (await focused()) !== "Withhold"; presses += 1)
      await page.keyboard.press("Tab");
    expect(await focused()).toBe("Withhold");
  });

  it("lets one out", async () => {
    await page.goto("/desk");
    await press("Sign out");
    await page.waitForURL(/sign-in/);
    await page.goto("/desk");
    expect(new URL(page.url()).pathname).toBe("/desk/sign-in");
  });
});

const focused = (): Promise<string> => page.evaluate("document.activeElement.textContent.trim()");

const feed = async (): Promise<string> => {
  const answer = await fetch(`${service.url}/feeds/everything.json`);
  return ((await answer.json()) as { items: { title: string }[] }).items.map(({ title }) => title).join("\n");
};

/** No article is known that our own documents lose something of: the store is told of one. */
function refuseOne(): void {
  using database = new DatabaseSync(service.file, { timeout: PATIENCE });
  const discrepancies = JSON.stringify([
    {
      feed: "weather",
      format: "rss",
      entry: "tag:x",
      field: "title",
      stored: "The harbour is closed",
      read: "The harbor is closed",
      reader: "rss-parser",
    },
  ]);
  database.prepare("UPDATE feed SET refusal = ? WHERE slug = 'weather'").run(discrepancies);
  database.prepare("INSERT INTO refusal VALUES ('weather', ?, 1, ?)").run(Date.now(), discrepancies);
}
