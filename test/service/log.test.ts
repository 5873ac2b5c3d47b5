import { describe, expect, it, vi } from "vitest";
import { log, logFault, logTo } from "../../src/service/log.ts";

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

  it("goes where the home wants it", () => {
    const events: string[] = [];
    logTo(({ level, event }) => void events.push(`${level} ${event}`));
    log("started");
    logFault("fault", {});
    logTo();
    expect(events).toEqual(["info started", "error fault"]);
  });
});
