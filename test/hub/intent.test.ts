import { describe, expect, it } from "vitest";
import { isConfirmed, verificationUrl } from "../../src/hub/intent.ts";

const ASKED = { callback: "https://r.example/cb?a=1", topic: "https://t.example/x.rss", challenge: "c0ffee" } as const;

describe("the address that a callback is asked at", () => {
  it("says what is asked for, behind what was there (WebSub §5.3)", () => {
    expect(verificationUrl({ ...ASKED, mode: "subscribe", leaseSeconds: 864_000, verifyToken: "to ken" })).toBe(
      "https://r.example/cb?a=1&hub.mode=subscribe&hub.topic=https%3A%2F%2Ft.example%2Fx.rss&hub.challenge=c0ffee&hub.lease_seconds=864000&hub.verify_token=to+ken",
    );
  });

  it("has no lease where somebody unsubscribes", () => {
    expect(verificationUrl({ ...ASKED, mode: "unsubscribe" })).toBe(
      "https://r.example/cb?a=1&hub.mode=unsubscribe&hub.topic=https%3A%2F%2Ft.example%2Fx.rss&hub.challenge=c0ffee",
    );
  });
});

describe("an answer", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each([200, 201, 202, 299])("of %s confirms with the challenge as its body", (status) => {
    expect(isConfirmed(status, bytes("c0ffee"), "c0ffee")).toBe(true);
  });

  it.each([100, 199, 300, 301, 304, 307, 400, 404, 410, 500, 503])("of %s confirms nothing", (status) => {
    expect(isConfirmed(status, bytes("c0ffee"), "c0ffee")).toBe(false);
  });

  it.each([
    "",
    "c0ffe",
    "C0FFEE",
    "c0ffee\n",
    " c0ffee",
    "\u{feff}c0ffee",
    "c0ffeec0ffee",
    "<p>c0ffee</p>",
    "c0ffee\0",
  ])("that has anything else in it confirms nothing: %j", (body) => {
    expect(isConfirmed(200, bytes(body), "c0ffee")).toBe(false);
  });
});
