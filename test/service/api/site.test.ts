import { describe, expect, it } from "vitest";
import { SITE } from "../../site.ts";
import { FEEDS, newsroom } from "../newsroom.ts";

describe("GET /api/site", () => {
  it("says where the newsroom is at home, its language and its time zone", async () => {
    const { request } = await newsroom(FEEDS, { ...SITE, zone: "Europe/London" });
    const response = await request("GET", "/api/site");
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await response.json()).toEqual({
      title: "The Test Gazette",
      home: "https://gazette.example/",
      base: "https://feeds.example",
      language: "en",
      zone: "Europe/London",
    });
  });

  it("names no zone where the masthead has none", async () => {
    const { request } = await newsroom();
    expect(await (await request("GET", "/api/site")).json()).not.toHaveProperty("zone");
  });

  it("asks for the token", async () => {
    const { request } = await newsroom();
    const response = await request("GET", "/api/site", undefined, { authorization: "" });
    expect(response.status).toBe(401);
  });
});
