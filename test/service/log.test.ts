import { describe, expect, it, vi } from "vitest";
import { log, logFault, logThrown, logTo } from "../../src/service/log.ts";
import { StoreFault } from "../../src/service/store-fault.ts";

describe("the log", () => {
  it("is a line of JSON an event: what went right on standard output, what went wrong on standard error", () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 2, 1) });
    const [out, err] = (["log", "error"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    log("publish", { slug: "politics", edition: 7 });
    logFault("wake failed", { error: "no queue" });
    vi.useRealTimers();
    const time = "2026-03-01T00:00:00.000Z";
    expect([out?.mock.calls, err?.mock.calls]).toEqual([
      [[JSON.stringify({ time, level: "info", event: "publish", slug: "politics", edition: 7 })]],
      [[JSON.stringify({ time, level: "error", event: "wake failed", error: "no queue" })]],
    ]);
    vi.restoreAllMocks();
  });

  it("has a fault of the store's once a minute, by event and trouble, with how many were not written", () => {
    vi.useFakeTimers();
    const written: unknown[] = [];
    logTo(({ event, trouble, unwritten }) => void written.push([event, trouble, unwritten]));
    for (let count = 0; count < 50; count += 1) {
      logThrown("store unavailable", new StoreFault("full"));
      logThrown("store unavailable", new StoreFault("busy"));
      logThrown("receipt not written", new StoreFault("full"), { feed: "a" });
    }
    vi.advanceTimersByTime(60_000);
    logThrown("store unavailable", new StoreFault("full"));
    vi.useRealTimers();
    logTo();
    expect(written).toEqual([
      ["store unavailable", "full", undefined],
      ["store unavailable", "busy", undefined],
      ["receipt not written", "full", undefined],
      ["store unavailable", "full", 49],
    ]);
  });

  it("has what is no fault of the store's each time, with its place", () => {
    const written: unknown[] = [];
    logTo(({ error }) => void written.push(error));
    for (let count = 0; count < 2; count += 1) logThrown("publisher failed", new Error("a bug"));
    logTo();
    expect(written).toEqual([expect.stringContaining("log.test"), expect.stringContaining("log.test")]);
  });

  it("goes where the home wants it", () => {
    const events: string[] = [];
    logTo(({ level, event }) => void events.push(`${level} ${event}`));
    log("started");
    logFault("fault", {});
    logTo();
    expect(events).toEqual(["info started", "error fault"]);
  });
});
