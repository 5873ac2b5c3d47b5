import { beforeEach, describe, expect, it } from "vitest";
import { MAX_UPLOAD_BYTES } from "../../../src/service/files/sent-file.ts";
import { here } from "../../homes/here.ts";
import { TOKEN } from "../../homes/home.ts";
import { MP3, PHONE_JPEG } from "../../media/samples.ts";
import { formWith, send } from "../files/sending.ts";
import { type Newsroom, newsroom } from "../newsroom.ts";

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});

const ask = async (body: RequestInit["body"], headers: Record<string, string> = {}): Promise<Response> =>
  room.fetch(
    new Request("https://feeds.example/api/files", {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      body,
      duplex: "half",
    } as RequestInit),
  );

const detail = async (answer: Response): Promise<string> =>
  `${answer.status} ${((await answer.json()) as { detail: string }).detail}`;

describe("POST /api/files", () => {
  it("stores a body, and answers with what a story says of it", async () => {
    const answer = await send(room, MP3);
    expect(answer.status).toBe(201);
    const stored = (await answer.json()) as Record<string, unknown>;
    expect(stored).toEqual({
      url: expect.stringMatching(/^https:\/\/feeds\.example\/files\/[0-9a-f]{64}\.mp3$/),
      name: expect.stringMatching(/^[0-9a-f]{64}\.mp3$/),
      type: "audio/mpeg",
      length: 1152,
      duration: 1.152,
    });
    expect(answer.headers.get("location")).toBe(stored.url);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("stores the file of a form, whatever the form says it is", async () => {
    const answer = await ask(formWith({}, PHONE_JPEG, "boat at noon.html"));
    expect([answer.status, await answer.json()]).toMatchObject([
      201,
      { name: "boat at noon.html", type: "image/jpeg", url: expect.stringMatching(/\.jpg$/), width: 6, height: 8 },
    ]);
  });

  it("gives the same bytes the same address, and notes each time who sent them", async () => {
    const [first, second] = [await (await send(room, MP3)).json(), await (await send(room, MP3)).json()];
    expect(second).toEqual(first);
    const { results } = await here.db.prepare("SELECT actor_name, action, subject, detail FROM audit").all();
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({
      actor_name: "publish token",
      action: "file.uploaded",
      subject: (first as { name: string }).name,
    });
  });

  it("may be sent without a length", async () => {
    const stream = new Blob([PHONE_JPEG as Uint8Array<ArrayBuffer>]).stream();
    expect((await ask(stream)).status).toBe(201);
  });

  it("takes nothing that is no picture and no sound, and says why", async () => {
    expect(await detail(await ask("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toMatch(/^415 The file is/);
    expect(await detail(await ask(PHONE_JPEG.slice(0, 700)))).toBe("422 The file is cut short or damaged.");
    expect(await detail(await ask(undefined))).toBe("422 There is no file in it.");
    expect(await detail(await ask(formWith({ other: "x" })))).toBe("422 There is no file in it.");
    expect(await detail(await ask("x", { "content-type": "multipart/form-data; boundary=b" }))).toMatch(
      /^415 This is no form/,
    );
    const { results } = await here.db.prepare("SELECT * FROM file").all();
    expect(results).toEqual([]);
  });

  it("reads no more than may be sent", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    expect((await ask(endless)).status).toBe(413);
    expect(sent).toBeLessThan(MAX_UPLOAD_BYTES + 5_000_000);
  });

  it("is for who has a token", async () => {
    const answer = await room.fetch(new Request("https://feeds.example/api/files", { method: "POST", body: "x" }));
    expect(answer.status).toBe(401);
  });

  it("says how there is a place for files, where there is none", async () => {
    room = await newsroom(undefined, undefined, { files: undefined });
    expect(await detail(await send(room, MP3))).toMatch(/^503 Nothing can be uploaded.*R2 bucket/);
  });
});
