import { describe, expect, it } from "vitest";
import { SITE } from "../../../site.ts";
import { FEEDS, newsroom } from "../../newsroom.ts";
import { Elsewhere, feedAnswer, rssOf } from "../../sources/a-feed.ts";
import { signIn, text } from "../browser.ts";

const GOOD = "https://other.example/feed";

describe("the sources at the desk", () => {
  it("are shown with what they brought and refused, and those that fail on the first page", async () => {
    const { fetchOut } = new Elsewhere().at(GOOD, feedAnswer(rssOf([{ id: "a" }, { id: "x".repeat(3_000) }])));
    const room = await newsroom(
      FEEDS,
      SITE,
      { fetchOut },
      {
        sources: [
          { kind: "feed", name: "good", url: GOOD },
          { kind: "feed", name: "bad", url: "https://nobody.example/feed" },
        ],
      },
    );
    await room.pollSources();
    const editor = await signIn(room);
    expect(text(await editor.page("/desk"))).toMatch(
      /Source bad : there is no answer: nobody is at .* 1 failure in a row/,
    );
    expect(text(await editor.page("/desk"))).not.toContain("Source good");
    expect(text(await editor.page("/desk/sources"))).toMatch(/good feed well/);
    const page = text(await editor.page("/desk/sources/good"));
    expect(page).toContain("It last brought 1 new, 0 changed and 0 taken back");
    expect(page).toMatch(/is longer than/);
    expect((await editor.post("/desk/sources/good/poll", {})).headers.get("location")).toBe("/desk/sources/good");
    expect((await editor.get("/desk/sources/none")).status).toBe(404);
  });
});
