import { afterEach, expect, it, vi } from "vitest";
import { UPLOAD_PATIENCE } from "../../../src/service/files/sent-file.ts";
import { TOKEN } from "../../homes/home.ts";
import { PHONE_JPEG } from "../../media/samples.ts";
import { homeOn, newsroom } from "../newsroom.ts";
import { PATIENT } from "../patient.ts";
import { send } from "./sending.ts";

const LARGEST = 50_000_000;

afterEach(() => void vi.useRealTimers());

it("keeps no room for a sender that has stopped: the next file is taken", async () => {
  const room = await newsroom();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const headers = { authorization: `Bearer ${TOKEN}`, "content-length": String(LARGEST) };
  const stall = () => {
    const body = new ReadableStream({ start: (controller) => controller.enqueue(PHONE_JPEG) });
    const request = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    return room.fetch(new Request("https://feeds.example/api/files", request));
  };
  // As many as the home has room for.
  const [stalled] = Array.from({ length: Math.ceil((homeOn().files?.room ?? 0) / LARGEST) }, stall);
  await vi.waitFor(async () => expect((await send(room, PHONE_JPEG)).status).toBe(503), PATIENT);
  await vi.advanceTimersByTimeAsync(UPLOAD_PATIENCE);
  const answer = await stalled;
  expect([answer?.status, await answer?.json()]).toMatchObject([
    408,
    { detail: expect.stringContaining("send it once more") },
  ]);
  vi.useRealTimers();
  expect((await send(room, PHONE_JPEG)).status).toBe(201);
});
