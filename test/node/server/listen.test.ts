import { request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../../../src/node/server/listen.ts";

let listening: Listening;

beforeAll(async () => {
  listening = await listen({ fetch: ({ method }) => new Response(method) }, { address: "127.0.0.1", port: 0 });
});

afterAll(() => listening.close());

const ask = (method: string): Promise<[status: number | undefined, allow: string | undefined]> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port: listening.port, method }, (response) => {
      response.resume();
      resolve([response.statusCode, response.headers.allow]);
    });
    asked.on("error", reject).end();
  });

it("answers every method that a Request has", async () => {
  for (const method of ["GET", "PROPFIND", "PATCH"]) expect(await ask(method)).toEqual([200, undefined]);
});

it("does not take a method that none has", async () => expect(await ask("TRACE")).toEqual([405, "GET, HEAD, OPTIONS"]));

describe("a connection on which nothing comes or goes for long", () => {
  /** Milliseconds: a machine that is busy with others is silent for some tens of them, too. */
  const silence = 500;
  /** So long that it would be closed. */
  const LONG = 4 * silence;
  let slow: Listening;
  beforeAll(async () => {
    const fetch = async (asked: Request) => {
      if (asked.url.endsWith("/large")) return new Response(new Uint8Array(50_000_000));
      const sent = await asked.text();
      await sleep(LONG);
      return new Response(sent);
    };
    slow = await listen({ fetch }, { address: "127.0.0.1", port: 0, silence });
  });
  afterAll(() => slow.close());

  it("stays while the service is at work", async () => {
    const answer = await fetch(`http://127.0.0.1:${slow.port}/`, { method: "POST", body: "a story" });
    expect(await answer.text()).toBe("a story");
  });

  it("is closed where the rest of a request does not come", async () => {
    const socket = connect(slow.port, "127.0.0.1");
    socket.write("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\nhalf");
    expect(await text(socket)).not.toContain("200");
  });

  it("is closed where nobody reads the answer", async () => {
    const socket = connect(slow.port, "127.0.0.1").pause();
    socket.write("GET /large HTTP/1.1\r\nhost: a\r\n\r\n");
    await sleep(LONG);
    const read = await text(socket).catch(() => "");
    expect(read.length).toBeLessThan(50_000_000);
  });
});
