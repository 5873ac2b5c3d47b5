import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Answers, type Desk, deskInBrowser, draftForm } from "../desk-page.ts";

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterEach(() => page.context().close());
afterAll(() => desk.close());

const FORM = draftForm('<label>Title<input name="title"></label>');
/** A limit only ends what hangs. */
const PATIENT = { timeout: 60_000 };

const status = () => page.locator("[data-draft-status]");
const title = () => page.getByLabel("Title");

/** What the desk was sent, in the order in which it came. */
function noting(answer: (count: number) => ReturnType<Answers>): { sent: URLSearchParams[]; answers: Answers } {
  const sent: URLSearchParams[] = [];
  return {
    sent,
    answers(request) {
      if (!request.url().endsWith("/autosave")) return undefined;
      sent.push(new URLSearchParams(request.postData() ?? ""));
      return answer(sent.length);
    },
  };
}

const saved = (version: number) => ({ status: 200, body: { version, saved_at: "2026-03-03T12:03:00Z" } });

describe("a draft", () => {
  it("is saved while it is written, each time as the version that the desk gave it", async () => {
    const { sent, answers } = noting((count) => saved(count + 1));
    page = await desk.open(FORM, answers);
    await title().fill("One");
    await status()
      .getByText(/^Saved at \d\d:\d\d/)
      .waitFor();
    await title().fill("Two");
    await expect.poll(() => sent.length, PATIENT).toBe(2);
    expect(sent.map((form) => [form.get("title"), form.get("draft_version"), form.get("form_token")])).toEqual([
      ["One", "1", "secret"],
      ["Two", "2", "secret"],
    ]);
  });

  it("is not saved over what somebody else has saved", async () => {
    const { sent, answers } = noting(() => ({ status: 409, body: { conflict: "/desk/drafts/1?theirs" } }));
    page = await desk.open(FORM, answers);
    await title().fill("Mine");
    await page.getByText("Somebody else has saved this draft.").waitFor();
    expect(await page.getByRole("link", { name: "Compare the two" }).getAttribute("href")).toBe(
      "/desk/drafts/1?theirs",
    );
    await title().fill("Mine again");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    expect(sent.length).toBe(1);
  });

  it("outlives the end of a session in this browser, and is offered when the form is opened again", async () => {
    const { answers } = noting(() => ({ status: 401, body: { sign_in: "/desk/sign-in" } }));
    page = await desk.open(FORM, answers);
    await title().fill("Written at night");
    await page.getByText("Your session has ended. Your text is kept in this browser.").waitFor();
    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    expect(await title().inputValue()).toBe("");
    await page.getByText("This browser has a text of this story that the desk did not take").waitFor();
    await page.getByRole("button", { name: "Put it into the form" }).click();
    expect(await title().inputValue()).toBe("Written at night");
  });

  it("outlives a connection that is gone, and is saved when it is back", async () => {
    const { answers, sent } = noting((count) => (count === 1 ? "nothing" : saved(2)));
    page = await desk.open(FORM, answers);
    await title().fill("In the train");
    await page.getByText("No connection. Your text is kept in this browser.").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await status()
      .getByText(/^Saved at/)
      .waitFor();
    expect(sent.at(-1)?.get("title")).toBe("In the train");
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it("is kept without what is of the session", async () => {
    const { answers } = noting(() => "nothing");
    page = await desk.open(FORM, answers);
    await title().fill("x");
    await page.getByText("No connection.").waitFor();
    expect(await page.evaluate(() => Object.values({ ...localStorage }).join(""))).not.toContain("secret");
  });

  it("that nobody has changed is not saved", async () => {
    const { answers, sent } = noting(() => saved(2));
    page = await desk.open(FORM, answers);
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    expect([sent.length, await page.evaluate(() => localStorage.length)]).toEqual([0, 0]);
  });
});

describe("a page with a text that the desk does not have", () => {
  const isAsked = async (): Promise<boolean> => {
    let asked = false;
    page.on("dialog", (dialog) => {
      asked = dialog.type() === "beforeunload";
      void dialog.accept();
    });
    await page.reload();
    return asked;
  };

  it("asks before it is left", async () => {
    page = await desk.open(FORM, noting(() => "nothing").answers);
    await title().pressSequentially("x");
    expect(await isAsked()).toBe(true);
  });

  it("does not ask once the desk has it", async () => {
    page = await desk.open(FORM, noting(() => saved(2)).answers);
    await title().pressSequentially("x");
    await status()
      .getByText(/^Saved at/)
      .waitFor();
    expect(await isAsked()).toBe(false);
  });
});
