import { MessageChannel } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { nodeHome } from "../../../src/node/home.ts";
import { talk } from "../../../src/node/threads/calls.ts";
import type { BackMethods } from "../../../src/node/threads/contracts.ts";
import { answerHanded, handOnTo, pack } from "../../../src/node/threads/hand-on.ts";

let channel: MessageChannel | undefined;
afterEach(() => channel?.port1.close());

/** Hands requests on to this, as to another thread. */
function to(fetch: (request: Request) => Promise<Response>) {
  channel = new MessageChannel();
  talk<object, Pick<BackMethods, "fetch">>(channel.port2, { fetch: answerHanded(fetch) });
  const back = talk<BackMethods>(channel.port1);
  const handOn = handOnTo((request, transfer) => back("fetch", [request], transfer));
  return (request: Request, address: string | null = null) => handOn(pack(request, address));
}

const home = nodeHome({
  db: {
    prepare: () => {
      throw new Error("unused");
    },
    batch: async () => [],
  },
  secrets: {},
  wake: async () => undefined,
  wakeSender: async () => undefined,
});

describe("a request that is handed on", () => {
  it("arrives with its method, address, headers and body, and its answer comes back whole", async () => {
    const ask = to(async (request) => {
      const { method, url, headers } = request;
      const seen = {
        method,
        url,
        token: headers.get("authorization"),
        from: home.addressOf(request),
        text: await request.text(),
      };
      return Response.json(seen, { status: 201, headers: { etag: '"1"', "x-a": "b" } });
    });
    const request = new Request("https://feeds.example/api/articles/a?x=%20", {
      method: "PUT",
      headers: { authorization: "Bearer t" },
      body: "{}",
    });
    const answer = await ask(request, "192.0.2.7");
    expect([answer.status, answer.headers.get("etag"), await answer.json()]).toEqual([
      201,
      '"1"',
      {
        method: "PUT",
        url: "https://feeds.example/api/articles/a?x=%20",
        token: "Bearer t",
        from: "192.0.2.7",
        text: "{}",
      },
    ]);
  });

  it("keeps several cookies apart", async () => {
    const ask = to(async () => {
      const headers = new Headers();
      headers.append("set-cookie", "a=1");
      headers.append("set-cookie", "b=2");
      return new Response(null, { status: 303, headers });
    });
    const answer = await ask(new Request("https://feeds.example/desk"));
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("flows both ways: neither side is held whole", async () => {
    const ask = to(async (request) => new Response(request.body));
    const chunk = new Uint8Array(65_536).fill(7);
    let left = 100;
    const body = new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(chunk.slice());
      },
    });
    const answer = await ask(
      new Request("https://feeds.example/", { method: "POST", body, duplex: "half" } as RequestInit),
    );
    let bytes = 0;
    for await (const part of answer.body ?? []) bytes += part.byteLength;
    expect(bytes).toBe(100 * 65_536);
  });

  it("has no body where its method has none, and may have an answer without one", async () => {
    const ask = to(async (request) => new Response(null, { status: request.body === null ? 204 : 500 }));
    expect((await ask(new Request("https://feeds.example/", { method: "HEAD" }))).status).toBe(204);
  });

  it("ends with an error where its own body breaks off", async () => {
    const ask = to(async (request) => new Response(await request.text()));
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
    const request = new Request("https://feeds.example/", { method: "POST", body, duplex: "half" } as RequestInit);
    await expect(ask(request)).rejects.toThrow("gone");
  });
});
