import { beforeEach, describe, expect, it } from "vitest";
import { SITE } from "../../site.ts";
import { newsroom } from "../newsroom.ts";
import { type Reader, reader } from "./reader.ts";

let on: Reader;
beforeEach(async () => {
  on = await reader();
});

describe("the pages of the service, the desk's and what says that nothing is there", () => {
  it.each([
    [undefined, "max-age=15552000"],
    [true, "max-age=15552000; includeSubDomains"],
  ])(
    "bind a host's subdomains to HTTPS only where the operator says so (RFC 6797 §6.1.2): %s",
    async (hstsSubdomains, expected) => {
      const room = await newsroom(undefined, { ...SITE, audience: "public" }, { hstsSubdomains });
      for (const path of ["/", "/feeds/all", "/nowhere", "/audience", "/desk/sign-in", "/desk"]) {
        const { headers } = await room.request("GET", path, undefined, { accept: "text/html" });
        expect(headers.get("strict-transport-security"), path).toBe(expected);
      }
    },
  );
});

describe("an address where nothing is", () => {
  it("says what has moved, ended, or never was", async () => {
    expect([(await on.get("/feeds/older")).status, (await on.get("/feeds/older")).headers.get("location")]).toEqual([
      301,
      "/feeds/old",
    ]);
    const ended = await on.get("/feeds/ended");
    expect([ended.status, await ended.text()]).toEqual([410, expect.stringContaining("<h1>This feed has ended</h1>")]);
    expect((await on.get("/feeds/missing")).status).toBe(404);
    const nowhere = await on.get("/nowhere", { accept: "text/html,*/*;q=0.8" });
    expect([nowhere.status, nowhere.headers.get("content-type")]).toEqual([404, expect.stringContaining("text/html")]);
    expect(nowhere.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await on.get("/nowhere")).headers.get("content-type")).toContain("application/problem+json");
  });
});
