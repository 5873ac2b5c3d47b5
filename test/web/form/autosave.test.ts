import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Answers, type Desk, deskInBrowser, draftForm, stopTime } from "../desk-page.ts";

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
    await title().fill("Mine again");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    expect(sent.length).toBe(1);
    const asked = page.waitForRequest((request) => request.url().endsWith("/save"));
    await page.getByRole("button", { name: "Compare the two" }).click();
    const form = new URLSearchParams((await asked).postData() ?? "");
    expect([form.get("title"), form.get("draft_version")]).toEqual(["Mine again", "1"]);
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

describe("what another page has kept", () => {
  const keep = (name: string, fields: [string, string][]) =>
    page.evaluate(
      ([key = "", kept = ""]) => localStorage.setItem(key, kept),
      [`wireproof draft /desk/drafts/1/autosave ${name}`, JSON.stringify({ fields, at: "2026-03-03T12:03:00Z" })],
    );
  const PUT = { name: "Put it into the form" };
  const sameForm = (fields: string) => `${draftForm(fields).replace('value="1"', 'value="7"')}`;

  it("is sent as the version that it was written on, so that the desk compares it with what is newer", async () => {
    const { sent, answers } = noting(() => ({ status: 409, body: { conflict: "/desk/drafts/1" } }));
    page = await desk.open(sameForm('<label>Title<input name="title" value="Newer"></label>'), answers);
    await keep("a", [
      ["draft_version", "3"],
      ["title", "Older"],
    ]);
    await page.reload();
    await page.getByRole("button", PUT).click();
    await expect.poll(() => sent[0]?.get("draft_version"), PATIENT).toBe("3");
    expect(sent[0]?.get("title")).toBe("Older");
  });

  it("stays until somebody decides on it, whatever this page saves, and all of it is offered", async () => {
    page = await desk.open(FORM, noting((count) => saved(count + 1)).answers);
    await keep("a", [["title", "One"]]);
    await keep("b", [["title", "Two"]]);
    await page.reload();
    await title().fill("Three");
    await status()
      .getByText(/^Saved at/)
      .waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(2);
    await page.getByRole("button", PUT).first().click();
    await expect.poll(() => page.evaluate(() => localStorage.length), PATIENT).toBe(1);
    expect(await page.getByRole("button", PUT).count()).toBe(1);
  });

  it("takes ticks and rows away, and gives no partner what is another's", async () => {
    const partner = (number: number, slug: string, may: string) =>
      `<input type="hidden" name="partners.${number}.slug" value="${slug}"><input type="checkbox" name="partners.${number}.may" value="yes" ${may}>`;
    const row = '<div data-row><input name="images.0.url" value="/a.jpg"></div>';
    page = await desk.open(
      sameForm(
        `${partner(0, "acme", "")}${partner(1, "best", "checked")}${partner(2, "city", "checked")}<fieldset data-rows="images">${row}</fieldset>`,
      ),
      noting(() => saved(8)).answers,
    );
    await keep("a", [
      ["draft_version", "7"],
      ["partners.0.slug", "best"],
      ["partners.1.slug", "city"],
      ["partners.1.may", "yes"],
    ]);
    await page.reload();
    await page.getByRole("button", PUT).click();
    const ticks = await page.locator("[type=checkbox]").evaluateAll((all) => all.map((one) => one.matches(":checked")));
    expect([ticks, await page.locator("[data-row]").count()]).toEqual([[false, false, true], 0]);
  });
});

describe("a form that is sent", () => {
  const SAVE = `${draftForm('<label>Title<input name="title"></label><button>Save</button>')}<form method="post" action="/desk/drafts/1/discard"><input type="hidden" name="draft_version" value="1"><button>Discard</button></form>`;
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const keptCount = () => page.evaluate(() => localStorage.length);

  it("is kept where the desk fails, and forgotten where it says that it has it", async () => {
    page = await desk.open(SAVE, (request) =>
      request.url().endsWith("/save") ? { status: 500, body: "<h1>Broken</h1>" } : undefined,
    );
    await title().fill("Long");
    await press("Save");
    await page.getByText("Broken").waitFor();
    expect(await keptCount()).toBe(1);
    await page.goto("https://desk.example/desk/drafts/1");
    await page.getByRole("button", { name: "Put it into the form" }).waitFor();
    await page.goto("https://desk.example/desk/drafts/1?done=saved");
    await expect.poll(keptCount, PATIENT).toBe(0);
  });

  it("waits for the save that is under way, and goes with its version; so does what discards the draft", async () => {
    page = await desk.open(SAVE);
    let pressed = Promise.withResolvers<void>();
    await page.route("**/autosave", async (route) => {
      await pressed.promise;
      await route.fulfill({ json: saved(2).body });
    });
    const versionOf = async (name: string, path: string): Promise<string | null> => {
      pressed = Promise.withResolvers<void>();
      await title().fill(name);
      await status().getByText("Saving").waitFor();
      const asked = page.waitForRequest((request) => request.url().endsWith(path));
      await press(name);
      pressed.resolve();
      return new URLSearchParams((await asked).postData() ?? "").get("draft_version");
    };
    expect(await versionOf("Save", "/save")).toBe("2");
    await page.goto("https://desk.example/desk/drafts/1");
    expect(await versionOf("Discard", "/discard")).toBe("2");
  });

  it("is not saved again by a page that goes, once it is discarded, which is asked for first", async () => {
    const { sent, answers } = noting(() => saved(2));
    page = await desk.open(SAVE, answers);
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    // It is saved after a pause, which is none yet.
    await stopTime(page);
    await title().fill("Gone");
    await press("Discard");
    await page.waitForURL("**/discard");
    expect([asked, sent.length, await keptCount()]).toEqual([["confirm"], 0, 0]);
  });
});

describe("a desk that cannot save for a while", () => {
  it("is tried again after an error of its own", async () => {
    const { answers } = noting((count) => (count === 1 ? { status: 503, body: {} } : saved(2)));
    page = await desk.open(FORM, answers);
    await title().fill("x");
    await page.getByText("The desk cannot save it now.").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await status()
      .getByText(/^Saved at/)
      .waitFor();
  });

  it("gets the text with the token of the session that began in another tab", async () => {
    const { sent, answers } = noting((count) =>
      count === 1 ? { status: 401, body: { sign_in: "/desk/sign-in" } } : saved(2),
    );
    page = await desk.open(FORM, answers);
    await title().fill("x");
    await page.getByText("Your session has ended.").waitFor();
    await page.route("**/desk/drafts/1", (route) =>
      route.fulfill({ contentType: "text/html", body: FORM.replace("secret", "newer") }),
    );
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => sent.at(-1)?.get("form_token"), PATIENT).toBe("newer");
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
