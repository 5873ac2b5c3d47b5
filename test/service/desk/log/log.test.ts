import { beforeEach, describe, expect, it } from "vitest";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { type Browser, signIn, text } from "../browser.ts";

let room: Newsroom;
let desk: Browser;
beforeEach(async () => {
  room = await newsroom();
  desk = await signIn(room);
});

describe("the log at the desk", () => {
  it("tells who did what in sentences, with a way to it", async () => {
    await room.put(article("a", { title: "The vote is tonight" }));
    await desk.post("/desk/articles/a/retract", { reason: "It was wrong", revision: "1" });
    const html = await desk.page("/desk/log");
    const page = text(html);
    expect(page).toMatch(
      /The publish token took back the story The vote is tonight : “It was wrong”\..* The publish token added the story The vote is tonight \./,
    );
    expect(page).toMatch(/The service took up the feed Everything : its definition is new\./);
    expect(html).toContain('<a href="/desk/articles/a" dir="auto">The vote is tonight</a>');
    expect(html).toContain('<a href="/feeds/all" dir="auto">Everything</a>');
  });

  it("shows what a form asks for, and keeps its fields", async () => {
    for (const id of ["a", "b"]) await room.put(article(id));
    const query = "?actor=key%3Apublish-token&action=article.created&from=2026-01-01&to=&subject=article%3Aa";
    const html = await desk.page(`/desk/log${query}`);
    expect(html.match(/<li>/g)).toHaveLength(1);
    expect(text(html)).toContain("Only what was done to a . To everything");
    expect(html).toContain('<option value="key:publish-token" selected="">');
    expect(html).toContain('<option value="article.created" selected="">');
    expect(html).toContain('name="from" type="date" value="2026-01-01"');
  });

  it("has pages", async () => {
    const lines = Array.from({ length: 60 }, (_, index) => JSON.stringify(article(`n${index}`)));
    await (await room.request("POST", "/api/articles", lines.join("\n"))).text();
    const html = await desk.page("/desk/log?action=article.created");
    const older = /<a href="([^"]+)" rel="next">/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(older).toMatch(/^\/desk\/log\?action=article\.created&before=\d+$/);
    const second = await desk.page(older);
    expect([html, second].map((page) => page.match(/<li>/g)?.length)).toEqual([50, 10]);
    expect(second).toContain('<a href="/desk/log?action=article.created" rel="first">');
  });

  it("says that nothing was found, and what it cannot be asked", async () => {
    expect(text(await desk.page("/desk/log?action=article.created"))).toContain("Nothing was found.");
    const wrong = await desk.get("/desk/log?from=yesterday");
    expect([wrong.status, text(await wrong.text())]).toEqual([422, expect.stringContaining("/from is neither a day")]);
  });
});
