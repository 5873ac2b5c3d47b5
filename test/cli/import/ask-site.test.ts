import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { askSite } from "../../../src/cli/import/ask-site.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A site that answers as it is told, one answer after the other. */
async function site(...answers: ((response: ServerResponse, request: IncomingMessage) => void)[]) {
  let asked = 0;
  const server = createServer((request, response) => {
    answers[Math.min(asked, answers.length - 1)]?.(response, request);
    asked += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => server.close());
  const waits: number[] = [];
  const ask = askSite(async (milliseconds) => void waits.push(milliseconds));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ask, waits, asked: () => asked };
}

const answering =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end(`answer ${status}`);

describe("a running site", () => {
  it("is asked by name, and its answer is given with where it came from", async () => {
    const agents: (string | undefined)[] = [];
    const { ask, url } = await site((response, request) => {
      agents.push(request.headers["user-agent"]);
      answering(200)(response);
    });
    const { body, ...answer } = await ask(url, { accept: "application/json" });
    expect(answer).toMatchObject({ url, status: 200 });
    expect(new TextDecoder().decode(body)).toBe("answer 200");
    expect(agents).toEqual(["Wireproof import"]);
  });

  it("that is busy is asked again when it says, or ever later", async () => {
    const { ask, url, waits } = await site(
      answering(429, { "retry-after": "7" }),
      answering(503),
      answering(502),
      answering(200),
    );
    expect((await ask(url)).status).toBe(200);
    expect(waits).toEqual([7_000, 2_000, 4_000]);
  });

  it("that stays busy is given up", async () => {
    const { ask, url, asked } = await site(answering(503));
    expect((await ask(url)).status).toBe(503);
    expect(asked()).toBe(5);
  });

  it("that fails is not asked the same again", async () => {
    const { ask, url, waits } = await site(answering(500));
    expect((await ask(url)).status).toBe(500);
    expect(waits).toEqual([]);
  });

  it("that wants to be left alone for long is left alone", async () => {
    const { ask, url } = await site(answering(429, { "retry-after": "86400" }));
    await expect(ask(url)).rejects.toThrow("it is busy, and wants to be asked in 86400 seconds");
  });

  it("that does not answer is asked again, and then it is said why", async () => {
    const { ask, url, waits } = await site(answering(200));
    closing.pop()?.();
    await expect(ask(url)).rejects.toThrow(/the site cannot be read: /);
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  });
});
