import { describe, expect, it, vi } from "vitest";
import { logAs, textLine } from "../../src/node/logs.ts";
import { log, logFault, logTo } from "../../src/service/log.ts";

const ENTRY = { time: "2026-03-13T06:10:11.123Z", level: "info" as const, event: "publish" };

describe("a log line for people", () => {
  it("has the time of day, the event, and what it happened to", () => {
    expect(textLine({ ...ENTRY, slug: "politics", edition: 7, left: undefined })).toBe(
      "06:10:11 publish slug=politics edition=7",
    );
    expect(textLine({ ...ENTRY, level: "error", event: "error", list: ["a"] })).toBe('06:10:11 FAULT error list=["a"]');
  });
});

describe("a thread's log", () => {
  it("goes to standard error line by line, and is heard", () => {
    const written = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
    const heard: string[] = [];
    logAs("json", ({ event }) => void heard.push(event));
    log("started", { port: 1 });
    logAs("text");
    logFault("fault", { error: "x" });
    logTo();
    const lines = written.mock.calls.map(([line]) => String(line));
    vi.restoreAllMocks();
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", event: "started", port: 1 });
    expect(lines[1]).toMatch(/^\d\d:\d\d:\d\d FAULT fault error=x\n$/);
    expect([lines.length, heard]).toEqual([2, ["started"]]);
  });
});
