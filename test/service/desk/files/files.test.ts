import { beforeEach, describe, expect, it } from "vitest";
import { here } from "../../../homes/here.ts";
import { MP3, PHONE_JPEG } from "../../../media/samples.ts";
import { formWith } from "../../files/sending.ts";
import { type Newsroom, newsroom } from "../../newsroom.ts";
import { type Browser, formToken, ORIGIN, signIn, text } from "../browser.ts";

let room: Newsroom;
let browser: Browser;
let form_token: string;

beforeEach(async () => {
  room = await newsroom();
  browser = await signIn(room);
  form_token = formToken(await browser.page("/desk/files"));
});

const upload = async (form: FormData, headers: Record<string, string> = {}): Promise<Response> =>
  room.fetch(
    new Request("https://feeds.example/desk/files", {
      method: "POST",
      headers: { cookie: browser.cookie, ...ORIGIN, ...headers },
      body: form,
    }),
  );

const BROWSERS = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const storedFiles = async () => (await here.db.prepare("SELECT called FROM file").all()).results;

describe("an upload at the desk", () => {
  it("answers the desk's script with what it fills in", async () => {
    const answer = await upload(formWith({ form_token }, PHONE_JPEG));
    expect([answer.status, answer.headers.get("cache-control")]).toEqual([201, "no-store"]);
    expect(await answer.json()).toMatchObject({ name: "boat.jpg", type: "image/jpeg", width: 6, height: 8 });
  });

  it("leads a browser without script to its page, which shows it", async () => {
    const answer = await upload(formWith({ form_token }, PHONE_JPEG), BROWSERS);
    expect(answer.status).toBe(303);
    const to = answer.headers.get("location") ?? "";
    expect(to).toMatch(/^\/desk\/files\?uploaded=[0-9a-f]{64}\.jpg$/);
    const page = await browser.page(to);
    expect(text(page)).toContain("boat.jpg is stored.");
    expect(text(page)).toContain("JPEG, 6 × 8, 1 kB");
    expect(page).toMatch(/<img src="https:\/\/feeds\.example\/files\/[0-9a-f]{64}\.jpg" alt="" width="6" height="8"/);
  });

  it("leads back to the form that asked for it, if that is at the desk", async () => {
    const back = async (to: string) =>
      (await upload(formWith({ form_token, to }, MP3, "band.mp3"), BROWSERS)).headers.get("location");
    expect(await back("/articles/a/edit?tab=media")).toMatch(/^\/desk\/articles\/a\/edit\?tab=media&uploaded=/);
    for (const elsewhere of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1"])
      expect(await back(elsewhere)).toMatch(/^\/desk\/files\?uploaded=/);
  });

  it("tells a browser why a file is not taken", async () => {
    const answer = await upload(formWith({ form_token }, new Uint8Array([1, 2, 3])), BROWSERS);
    expect(answer.status).toBe(415);
    expect(text(await answer.text())).toContain("It was not uploaded The file is of no kind");
  });

  it("is none of another site's, of another session's, or of nobody's", async () => {
    const other = { origin: "https://evil.example" };
    expect((await upload(formWith({ form_token }, MP3), other)).status).toBe(403);
    expect((await upload(formWith({ form_token: "guessed" }, MP3))).status).toBe(403);
    expect((await upload(formWith({}, MP3))).status).toBe(403);
    expect((await upload(formWith({ form_token }, MP3), { cookie: "" })).status).toBe(303);
    expect(await storedFiles()).toEqual([]);
  });
});

describe("the page of files", () => {
  it("shows what was uploaded, the latest first, with its address to copy", async () => {
    expect(text(await browser.page("/desk/files"))).toContain("Nothing was uploaded yet.");
    await upload(formWith({ form_token }, MP3, "band <b>.mp3"));
    await upload(formWith({ form_token }, PHONE_JPEG));
    const page = await browser.page("/desk/files");
    expect(text(page)).toContain("MPEG, 0:01 min, 2 kB. publish token, just now");
    expect(page).toContain("band &lt;b&gt;.mp3");
    expect(page.match(/<input id="url-/g)).toHaveLength(2);
  });
});
