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

const row = (number: number | string, url: string) =>
  `<div data-row><label>Address<input name="images.${number}.url" value="${url}"></label><label>Caption<input name="images.${number}.caption"></label><input type="hidden" name="images.${number}.width"><button name="remove" value="images.${number}">Remove</button></div>`;
const ROWS = `<fieldset data-rows="images"><legend>Pictures</legend>${row(0, "a")}${row(1, "b")}<template data-row-template>${row("__", "")}</template><button name="add" value="images">One more picture</button></fieldset>`;
const saved = { status: 200, body: { version: 2, saved_at: "2026-03-03T12:03:00Z" } };

const ofPosts: Answers = (request) => (request.method() === "POST" ? saved : undefined);

const fields = () =>
  page
    .locator("[name^='images.']")
    .evaluateAll((all) =>
      all
        .map((one) => (one instanceof HTMLInputElement ? `${one.name}=${one.value}` : ""))
        .filter((text) => !/=$/.test(text)),
    );
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("name"));
const said = () => page.locator(".unseen").textContent();

describe("rows", () => {
  it("are added where they stand, and one writes in the new one at once", async () => {
    page = await desk.open(draftForm(ROWS), ofPosts);
    await page.getByRole("button", { name: "One more picture" }).click();
    expect([await focused(), await said()]).toEqual(["images.2.url", "Row 3 added"]);
    await page.keyboard.type("c");
    expect(await fields()).toEqual(["images.0.url=a", "images.1.url=b", "images.2.url=c"]);
  });

  it("are removed, and those behind count on", async () => {
    page = await desk.open(draftForm(ROWS), ofPosts);
    await page.getByRole("button", { name: "Remove" }).first().click();
    expect([await fields(), await said()]).toEqual([["images.0.url=b"], "Row 1 removed"]);
    expect(
      await page.locator("button[name=remove]").evaluateAll((all) => all.map((one) => one.getAttribute("value"))),
    ).toEqual(["images.0"]);
  });
});

describe("a file that is chosen", () => {
  const UPLOAD = `${draftForm(ROWS)}<form method="post" action="/desk/files" enctype="multipart/form-data"><input type="hidden" name="form_token" value="secret"><label>Upload a picture<input type="file" name="file" data-upload="images"></label><button>Upload</button></form>`;
  const FILE = { name: "quay.png", mimeType: "image/png", buffer: Buffer.from("png") };

  it("is uploaded, and is a row of the form with what is known of it", async () => {
    let sent = "";
    page = await desk.open(UPLOAD, (request) => {
      if (!request.url().endsWith("/desk/files")) return request.method() === "POST" ? saved : undefined;
      sent = request.postData() ?? "";
      return {
        status: 201,
        body: { url: "https://desk.example/files/x.png", name: "x.png", type: "image/png", width: 640 },
      };
    });
    expect(await page.getByRole("button", { name: "Upload", exact: true }).isVisible()).toBe(false);
    await page.getByLabel("Upload a picture").setInputFiles(FILE);
    await expect.poll(fields, { timeout: 60_000 }).toContain("images.2.url=https://desk.example/files/x.png");
    expect(await fields()).toContain("images.2.width=640");
    // Whoever writes elsewhere meanwhile goes on there.
    expect([await focused(), await said()]).toEqual([null, "quay.png is uploaded"]);
    expect(sent).toMatch(/name="form_token"\s+secret/);
  });

  it("that is not taken says why, and changes nothing", async () => {
    const refused = { status: 422, body: { title: "Not a picture", detail: "It is a text." } };
    page = await desk.open(UPLOAD, (request) => (request.url().endsWith("/desk/files") ? refused : undefined));
    await page.getByLabel("Upload a picture").setInputFiles(FILE);
    await page.getByText("quay.png was not taken: It is a text.").waitFor();
    expect(await fields()).toEqual(["images.0.url=a", "images.1.url=b"]);
  });
});

describe("the preview", () => {
  it("follows what is written, and leaves open what one has opened", async () => {
    const seen =
      '<section data-preview="/desk/articles/preview"><details><summary>More</summary>old</details></section>';
    page = await desk.open(`${draftForm('<label>Title<input name="title"></label>')}${seen}`, (request) => {
      if (request.method() !== "POST") return undefined;
      if (!request.url().endsWith("/preview")) return saved;
      const title = new URLSearchParams(request.postData() ?? "").get("title");
      return { status: 200, body: `<details><summary>More</summary>${title}</details>` };
    });
    await page.getByText("More").click();
    await page.getByLabel("Title").fill("New");
    await page.getByText("New").waitFor();
    expect(await page.locator("details").getAttribute("open")).toBe("");
  });
});

describe("a button that copies", () => {
  it("copies what its element says, and tells so", async () => {
    page = await desk.open('<code id="key"> wp_123 </code> <button type="button" data-copy="#key">Copy</button>');
    await page.getByRole("button", { name: "Copy" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("wp_123");
  });
});
