import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { DESK_STYLE, DESK_STYLE_PATH } from "../../../../src/service/desk/style/style.ts";
import { type Newsroom, newsroom } from "../../newsroom.ts";

describe("the desk's style sheet", () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom();
  });

  it("has an address that changes with its contents", () => {
    const digest = createHash("sha256").update(DESK_STYLE).digest("hex").slice(0, 10);
    expect(DESK_STYLE_PATH).toBe(`/style.${digest}.css`);
  });

  it("is for whoever comes, to be kept for good", async () => {
    const answer = await room.request("GET", `/desk${DESK_STYLE_PATH}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(answer.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(await answer.text()).toBe(DESK_STYLE);
  });

  it("of another version is not there", async () => {
    const answer = await room.request("GET", "/desk/style.0123456789.css");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("loads nothing from anywhere", () => expect(DESK_STYLE).not.toMatch(/url\(|@import|@font-face/));

  it("uses no colour or face that it does not name", () => {
    const named = new Set([...DESK_STYLE.matchAll(/(--[a-z-]+):/g)].map(([, name]) => name));
    const used = [...DESK_STYLE.matchAll(/var\((--[a-z-]+)\)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((name) => !named.has(name))).toEqual([]);
  });

  it("closes what it opens", () => expect(DESK_STYLE.split("{").length).toBe(DESK_STYLE.split("}").length));
});
