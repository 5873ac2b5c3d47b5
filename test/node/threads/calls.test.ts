import { MessageChannel } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { Transferred, talk } from "../../../src/node/threads/calls.ts";

const channels: MessageChannel[] = [];
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close();
});

interface Desk {
  double(value: number): number;
  later(value: string): Promise<string>;
  fail(): never;
  stream(text: string): Transferred<{ body: ReadableStream<Uint8Array> }>;
}

const DESK: Desk = {
  double: (value) => value * 2,
  later: async (value) => `later ${value}`,
  fail: () => {
    throw new RangeError("too far");
  },
  stream: (text) => {
    const body = new Blob([text]).stream();
    return new Transferred({ body }, [body as never]);
  },
};

function pair(own?: Partial<Desk>) {
  const channel = new MessageChannel();
  channels.push(channel);
  talk(channel.port2, own ?? DESK);
  return talk<Desk>(channel.port1);
}

describe("calls from thread to thread", () => {
  it("give what the other thread's method gives, each its own", async () => {
    const call = pair();
    const answers = await Promise.all([call("double", [2]), call("later", ["a"]), call("double", [3])]);
    expect(answers).toEqual([4, "later a", 6]);
  });

  it("fail as the method does", async () => {
    const error = await pair()("fail", []).catch((thrown: unknown) => thrown);
    expect([error instanceof RangeError, String(error)]).toEqual([true, "RangeError: too far"]);
  });

  it("fail with the result code of SQLite's, which a copy of an error has not", async () => {
    const fail = (): never => {
      throw Object.assign(new Error("database is locked"), { errcode: 5 });
    };
    const error = await pair({ fail })("fail", []).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: "database is locked", errcode: 5 });
  });

  it("hand streams over", async () => {
    const { body } = await pair()("stream", ["as it flows"]);
    expect(await new Response(body).text()).toBe("as it flows");
  });

  it("fail where the other thread does not do such a thing: there is no answer to wait for", async () => {
    await expect(pair({})("double", [1])).rejects.toThrow("this thread has no method double");
  });

  it("fail where the answer cannot come over", async () => {
    const call = pair({ later: (async () => () => undefined) as never });
    await expect(call("later", ["a"])).rejects.toThrow(/could not be cloned/);
  });
});
