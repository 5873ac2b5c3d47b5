import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { answerFault, takeFault } from "../../../src/service/http/fault.ts";
import { StoreFault } from "../../../src/service/store-fault.ts";
import { logged } from "../logged.ts";

const full = new StoreFault("full");
const lost = new StoreFault("unreachable", { mayBeStored: true });

describe("what a handler threw", () => {
  it.each([
    ["GET", full, "The store is full. Ask again later."],
    ["HEAD", lost, "The store cannot be reached. Ask again later."],
    ["PUT", full, "The store is full. Nothing was stored: send it again later."],
    ["POST", full, "The store is full. Nothing was stored: send it again later."],
    ["PUT", lost, "The store cannot be reached. Whether it was stored is not known; to send it again does no harm."],
    ["DELETE", lost, "The store cannot be reached. Whether it was stored is not known; to send it again does no harm."],
    ["POST", lost, "The store cannot be reached. Whether it was stored is not known: look before you send it again."],
  ])("is told with what became of the request, as far as it is known: %s, %s", (method, fault, text) => {
    logged();
    expect(takeFault(fault, method)).toMatchObject({ status: 503, text });
  });

  it("is 503 with Retry-After where it is the store's (RFC 9110 §15.6.4), and logged once, however many asked", async () => {
    const written = logged();
    const app = new Hono().get("/", () => Promise.reject(full)).onError(answerFault);
    for (let request = 0; request < 100; request += 1) {
      const response = await app.request("/");
      expect([response.status, Object.fromEntries(response.headers)]).toEqual([
        503,
        { "content-type": "application/problem+json", "cache-control": "no-store", "retry-after": "5" },
      ]);
    }
    expect(written).toEqual([
      { level: "error", event: "store unavailable", trouble: "full", error: "the store is full" },
    ]);
  });

  it("is 500 where it is a bug, and logged each time with its place", async () => {
    const written = logged();
    const app = new Hono()
      .get("/", () => {
        throw new Error("no such column: q");
      })
      .onError(answerFault);
    for (let request = 0; request < 2; request += 1) {
      const response = await app.request("/");
      expect([response.status, response.headers.get("retry-after")]).toEqual([500, null]);
      expect(await response.text()).not.toContain("no such column");
    }
    expect(written).toEqual(
      Array.from({ length: 2 }, () => ({
        level: "error",
        event: "error",
        error: expect.stringContaining("fault.test"),
      })),
    );
  });
});
