import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EXAMINED_WITHIN, examineBeside, type ProofreadTask } from "../../src/node/examine-beside.ts";
import type { Given } from "../../src/service/examination.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const GIVEN: Given = { kind: "url", url: "https://gazette.example/" };

/** A thread that the test speaks for. */
class Thread extends EventEmitter {
  isEnded = false;
  async terminate(): Promise<number> {
    this.isEnded = true;
    this.emit("exit", 1);
    return 1;
  }
}

function begin() {
  const thread = new Thread();
  const tasks: ProofreadTask[] = [];
  const examine = examineBeside((task) => {
    tasks.push(task);
    return thread;
  });
  return { thread, tasks, examined: examine(GIVEN, "https://feeds.example", 5, "public") };
}

describe("a proofreading beside", () => {
  it("is what its thread says", async () => {
    const { thread, tasks, examined } = begin();
    thread.emit("message", { status: "unread", why: "it answered 404" });
    thread.emit("exit", 0);
    expect(await examined).toEqual({ status: "unread", why: "it answered 404" });
    expect(tasks).toEqual([{ given: GIVEN, base: "https://feeds.example", at: 5, reach: "public" }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("that takes too long is ended, and the document's fault", async () => {
    const { thread, examined } = begin();
    vi.advanceTimersByTime(EXAMINED_WITHIN);
    expect(await examined).toEqual({ status: "unread", why: "it takes more than 90 seconds" });
    expect(thread.isEnded).toBe(true);
  });

  it("that takes too much memory is the document's fault, too", async () => {
    const { thread, examined } = begin();
    thread.emit("error", Object.assign(new Error("out"), { code: "ERR_WORKER_OUT_OF_MEMORY" }));
    thread.emit("exit", 1);
    expect(await examined).toEqual({ status: "unread", why: "it takes more memory than there is for it" });
  });

  it.each([
    ["breaks", (thread: Thread) => thread.emit("error", new Error("broken")), "broken"],
    ["says nothing", (thread: Thread) => thread.emit("exit", 1), "said nothing"],
  ])("that %s is a fault of ours", async (_, end, message) => {
    const { thread, examined } = begin();
    end(thread);
    await expect(examined).rejects.toThrow(message);
  });
});
