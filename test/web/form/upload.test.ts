import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Desk, deskInBrowser, draftForm } from "../desk-page.ts";
import { fieldsOn, focusedOn, ROWS, SAVED, saidOn } from "./picture-rows.ts";

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await deskInBrowser();
});
afterEach(() => page.context().close());
afterAll(() => desk.close());

describe("a file that is chosen", () => {
  const UPLOAD = `${draftForm(ROWS)}<form method="post" action="/desk/files" enctype="multipart/form-data"><input type="hidden" name="form_token" value="secret"><label>Upload a picture<input type="file" name="file" data-upload="images"></label><button>Upload</button></form>`;
  const FILE = { name: "quay.png", mimeType: "image/png", buffer: Buffer.from("png") };

  it("is uploaded, and is a row of the form with what is known of it", async () => {
    let sent = "";
    page = await desk.open(UPLOAD, (request) => {
      if (!request.url().endsWith("/desk/files")) return request.method() === "POST" ? SAVED : undefined;
      sent = request.postData() ?? "";
      return {
        status: 201,
        body: { url: "https://desk.example/files/x.png", name: "x.png", type: "image/png", width: 640 },
      };
    });
    expect(await page.getByRole("button", { name: "Upload", exact: true }).isVisible()).toBe(false);
    await page.getByLabel("Upload a picture").setInputFiles(FILE);
    await expect
      .poll(() => fieldsOn(page), { timeout: 60_000 })
      .toContain("images.2.url=https://desk.example/files/x.png");
    expect(await fieldsOn(page)).toContain("images.2.width=640");
    // Whoever writes elsewhere meanwhile goes on there.
    expect([await focusedOn(page), await saidOn(page)]).toEqual([null, "quay.png is uploaded"]);
    expect(sent).toMatch(/name="form_token"\s+secret/);
  });

  it("that is not taken says why, and changes nothing", async () => {
    const refused = { status: 422, body: { title: "Not a picture", detail: "It is a text." } };
    page = await desk.open(UPLOAD, (request) => (request.url().endsWith("/desk/files") ? refused : undefined));
    await page.getByLabel("Upload a picture").setInputFiles(FILE);
    await page.getByText("quay.png was not taken: It is a text.").waitFor();
    expect(await fieldsOn(page)).toEqual(["images.0.url=a", "images.1.url=b"]);
  });
});
