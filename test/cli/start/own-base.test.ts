import { describe, expect, it } from "vitest";
import { ownBase } from "../../../src/cli/start/own-base.ts";

describe("where readers reach the service", () => {
  it.each([
    ["http://localhost:8787", undefined, "http://localhost:9000"],
    ["http://127.0.0.1:8787", undefined, "http://127.0.0.1:9000"],
    ["http://[::1]", undefined, "http://[::1]:9000"],
    ["https://feeds.gazette.example", undefined, undefined],
    ["http://localhost:8787", "https://feeds.gazette.example", "https://feeds.gazette.example"],
    ["https://feeds.gazette.example", "http://localhost:1", "http://localhost:1"],
  ])("is, where the masthead says %s and the start %s: %s", (base, given, own) =>
    expect(ownBase(base, { base: given, port: 9000 })).toBe(own),
  );
});
