import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { STYLE, STYLE_PATH } from "../../../../src/service/pages/frame/style.ts";

describe("the style sheet", () => {
  it("has an address that changes with its contents, so that browsers may keep it for good", () => {
    const [, digest = ""] = /^\/style\.([0-9a-f]{10})\.css$/.exec(STYLE_PATH) ?? [];
    expect(createHash("sha256").update(STYLE).digest("hex").startsWith(digest)).toBe(true);
    expect(digest).toHaveLength(10);
  });

  it("loads nothing from anywhere", () => expect(STYLE).not.toMatch(/url\(|@import|@font-face/));

  it("uses no colour or face that it does not name", () => {
    const named = new Set([...STYLE.matchAll(/(--[a-z]+):/g)].map(([, name]) => name));
    const used = [...STYLE.matchAll(/var\((--[a-z]+)\)/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(20);
    expect(used.filter((name) => !named.has(name))).toEqual([]);
  });

  it("closes what it opens", () => {
    expect(STYLE.split("{").length).toBe(STYLE.split("}").length);
    expect(STYLE).not.toContain("\n");
  });
});
