import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readFile, readFormWithFile, UPLOAD_PATIENCE } from "../../../src/service/files/sent-file.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A request whose sender stays connected, and sends nothing but this. */
const open = (first: Uint8Array, headers: Record<string, string> = {}) => {
  let sender: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      sender = controller;
      controller.enqueue(first);
    },
  });
  const request = new Request("https://feeds.example/api/files", {
    method: "POST",
    headers,
    body,
    duplex: "half",
  } as RequestInit);
  return { request, send: (bytes: Uint8Array) => sender?.enqueue(bytes), end: () => sender?.close() };
};

describe("a sender that stops", () => {
  it.each([
    ["a body", readFile, "image/jpeg"],
    ["a form with a file", readFormWithFile, "multipart/form-data; boundary=x"],
    ["a form without one", readFormWithFile, "application/x-www-form-urlencoded"],
  ])("is waited for a minute: %s", async (_, read, type) => {
    const reading = read(open(new Uint8Array(100), { "content-type": type, "content-length": "5000" }).request);
    await vi.advanceTimersByTimeAsync(UPLOAD_PATIENCE);
    expect(await reading).toEqual({ status: "stalled" });
  });

  it("is one that sends a byte now and then, too", async () => {
    const { request, send } = open(new Uint8Array(1));
    const reading = readFile(request);
    for (let turn = 0; turn < 3; turn += 1) {
      await vi.advanceTimersByTimeAsync(UPLOAD_PATIENCE / 4);
      send(new Uint8Array(1));
    }
    await vi.advanceTimersByTimeAsync(UPLOAD_PATIENCE / 4);
    expect(await reading).toEqual({ status: "stalled" });
  });

  it("is another than a slow one, whose file comes in the end", async () => {
    const { request, send, end } = open(new Uint8Array(200_000));
    const reading = readFile(request);
    for (let turn = 0; turn < 5; turn += 1) {
      await vi.advanceTimersByTimeAsync(UPLOAD_PATIENCE - 1);
      send(new Uint8Array(200_000));
    }
    end();
    expect(await reading).toMatchObject({ status: "sent", bytes: { length: 1_200_000 } });
  });
});
