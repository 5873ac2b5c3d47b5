import { request } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
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
