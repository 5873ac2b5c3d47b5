import { beforeAll, describe, expect, it } from "vitest";
import { OPERATIONS } from "../../../interface.ts";
import { newsroom } from "../../newsroom.ts";

describe("the page of the API", () => {
  let answer: Response;
  let page: string;
  beforeAll(async () => {
    const room = await newsroom();
    answer = await room.fetch(new Request("https://feeds.example/api", { headers: { accept: "text/html" } }));
    page = await answer.text();
  });

  it("is for everybody, and nothing but its own script and style sheet runs in it", () => {
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(answer.headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  });

  it("tells every operation without any script: what it does, asks for and answers", () => {
    expect(OPERATIONS.length).toBeGreaterThan(50);
    for (const { operation, path } of OPERATIONS) {
      expect(page).toContain(`<section class="operation" id="${operation.operationId}">`);
      expect(page).toContain(`<code>${path}</code>`);
    }
  });

  it("links to what there is", () => {
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
  });

  it("has each id once", () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("tells how a shell asks, with what the path names filled in", () => {
    expect(page).toContain("curl -X PUT &#39;https://feeds.example/api/articles/2026-03-13-first-boat&#39;");
  });

  it("keeps its forms from whoever has no script", () => {
    expect(page.match(/<details class="try" hidden/g)?.length).toBe(OPERATIONS.length);
  });
});
