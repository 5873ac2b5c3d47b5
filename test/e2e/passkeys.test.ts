import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, violations } from "./browser.ts";
import { type NodeService, startNode } from "./node-service.ts";
import { TOKEN } from "./token.ts";

/** Milliseconds: it only ends what hangs. */
const PATIENCE = 120_000;

let service: NodeService;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let answers: string[];

beforeAll(async () => {
  service = await startNode();
  browser = await launch();
  context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  answers = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/sign-in/passkey"))
      answers.push(request.postData() ?? "");
  });
  // A device that asks its owner for a finger, and gets it (w3.org/TR/webauthn-3/#sctn-automation).
  const debug = await context.newCDPSession(page);
  await debug.send("WebAuthn.enable");
  await debug.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
});

afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const signOut = async (): Promise<void> => {
  await page.getByText("Menu", { exact: true }).click();
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.waitForURL(/sign-in/);
};

describe("a passkey", () => {
  it("is made by who joins without a password, on a phone, and signs in from then on", async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const made = await fetch(`${service.url}/api/people/first`, { method: "POST", headers });
    const { url } = (await made.json()) as { url: string };
    await page.goto(url);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel("Your name, as others read it").fill("Ada Quayle");
    await page.getByLabel("Name to sign in by").fill("ada");
    await page.getByRole("button", { name: "Join with a passkey instead" }).click();
    await page.getByText("One step more").waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByText("The passkey is added.").waitFor();
    await signOut();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.waitForURL(/\/desk$/);
    await page.getByText("Menu", { exact: true }).click();
    expect(await page.getByRole("link", { name: "Ada Quayle" }).isVisible()).toBe(true);
    await page.getByText("Menu", { exact: true }).click();
  });

  it("signs in by keyboard alone, and leads to where one wanted to go", async () => {
    await signOut();
    await page.goto(`${service.base}/desk/people`);
    await page.getByRole("button", { name: "Sign in with a passkey" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/people$/);
    expect(await page.getByText("signs in as ada").textContent()).toContain("1 passkey");
  });

  it("has signed for once: who sends the same answer again is refused, with a session or without", async () => {
    expect(answers.length).toBe(2);
    for (const body of answers) {
      const replayed = await fetch(`${service.base}/desk/sign-in/passkey`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", origin: service.base },
        body,
        redirect: "manual",
      });
      expect([replayed.status, replayed.headers.get("set-cookie")]).toEqual([401, null]);
    }
  });

  it("that is the only way in stays; beside a password it goes, and lets nobody in any more", async () => {
    await page.goto(`${service.base}/desk/people/me`);
    await page.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("It stays: it is the only way in that you have.").waitFor();
    await page.getByLabel(/^New password/).fill("harbour seven lanterns");
    await page.getByRole("button", { name: "Set it" }).click();
    await page.getByText("The password is changed").waitFor();
    await page.getByRole("button", { name: /^Remove/ }).click();
    await page.getByText("The passkey is removed.").waitFor();
    await signOut();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByText("The passkey was not taken").waitFor();
    await page.getByLabel("Name").fill("ada");
    await page.getByLabel("Password").fill("harbour seven lanterns");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(/\/desk$/);
  });
});
