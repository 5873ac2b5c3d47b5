import { beforeEach, describe, expect, it } from "vitest";
import { MAX_SEVERAL } from "../../../../src/service/desk/articles/do-several.ts";
import { article, type Newsroom, newsroom } from "../../newsroom.ts";
import { PARTNER_FEEDS } from "../../partner/syndicate.ts";
import { type Browser, FORM, formToken, ORIGIN, signIn, stored, text } from "../browser.ts";

let room: Newsroom;
let desk: Browser;
beforeEach(async () => {
  room = await newsroom(PARTNER_FEEDS);
  for (const id of ["a", "b", "c"]) await room.put(article(id, { section: "Politics", tags: ["vote"] }));
  await room.publish();
  desk = await signIn(room);
});

/** Posts the list's form with these stories chosen. */
async function post(chosen: string[], fields: Record<string, string>): Promise<{ status: number; page: string }> {
  const form = new URLSearchParams({ form_token: formToken(await desk.page("/desk/articles")), ...fields });
  for (const one of chosen) form.append("article", one);
  const headers = { cookie: desk.cookie, ...FORM, ...ORIGIN };
  const answer = await room.request("POST", "/desk/articles", form.toString(), headers);
  return { status: answer.status, page: text(await answer.text()) };
}
const statusOf = async (id: string) => (await stored(room, id)).article.status;

describe("several stories at once", () => {
  it("are chosen in the list, each as it is shown there", async () => {
    const html = await desk.page("/desk/articles?section=Politics");
    expect([...html.matchAll(/name="article" value="([^"]+)"/g)].map(([, value]) => value)).toEqual([
      "1 c",
      "1 b",
      "1 a",
    ]);
  });

  it("get the tag by Enter in its field: the form's first button takes nothing from readers", async () => {
    const html = await desk.page("/desk/articles");
    const [, form = ""] = html.split('name="list"');
    expect(/<button type="submit"[^>]*>/.exec(form)?.[0]).toContain('name="do" value="tag"');
    expect((await post(["1 a"], { do: "tag", tag: "" })).page).toContain("Nothing was done");
  });

  it("are withheld and released; what is so already is left, and said", async () => {
    const held = await post(["1 a", "1 b"], { do: "withhold", list: "section=Politics" });
    expect([held.status, await statusOf("a"), await statusOf("b"), await statusOf("c")]).toEqual([
      200,
      "withheld",
      "withheld",
      "usable",
    ]);
    expect(held.page).toContain("2 stories withheld");
    const { page } = await post(["2 a", "1 c"], { do: "release" });
    expect(page).toContain("1 story released");
    expect(page).toMatch(/Left as they are Title of c : it is in sight, not withheld/);
    expect(await statusOf("a")).toBe("usable");
  });

  it("lose and get a tag, and no reader has to look again", async () => {
    const before = (await room.items("all")).map(({ date_modified }) => date_modified);
    await post(["1 a", "1 b"], { do: "tag", tag: " Council " });
    expect((await stored(room, "a")).article.tags).toEqual(["vote", "Council"]);
    await post(["2 a"], { do: "untag", tag: "VOTE" });
    expect((await stored(room, "a")).article.tags).toEqual(["Council"]);
    await room.publish();
    expect((await room.items("all")).map(({ date_modified }) => date_modified)).toEqual(before);
    expect((await post(["2 b"], { do: "tag", tag: "council" })).page).toContain("it has the tag");
  });

  it("are taken back with one reason, after it was said what that does", async () => {
    const first = await post(["1 a", "1 b"], { do: "retract" });
    expect(first.status).toBe(200);
    expect(first.page).toContain("Take these 2 stories back? Title of a Title of b");
    expect(first.page).toContain("Readers may have seen all of them");
    expect(first.page).toMatch(
      /They go from 4 feeds, in all formats ?; 2 partners will hear of it: (radio, paper|paper, radio)/,
    );
    expect(await statusOf("a")).toBe("usable");
    expect((await post(["1 a", "1 b"], { do: "retract", reason: " " })).status).toBe(422);
    const { page } = await post(["1 a", "1 b"], { do: "retract", reason: "Both were wrong" });
    expect(page).toContain("2 stories taken back");
    expect((await stored(room, "b")).article).toMatchObject({ status: "canceled", reason: "Both were wrong" });
    expect((await post(["2 b"], { do: "withhold" })).page).toContain("it was taken back");
  });

  it("that somebody else has changed since stay as they are, each named", async () => {
    await room.put(article("b", { title: "By somebody else" }));
    const { page } = await post(["1 a", "1 b"], { do: "withhold" });
    expect(page).toContain("1 story withheld");
    expect(page).toMatch(
      /Somebody else was faster .* By somebody else : you were looking at revision 1, and it is revision 2 now/,
    );
    expect((await stored(room, "b")).article).toMatchObject({ status: "usable", title: "By somebody else" });
  });

  it.each([
    [[], { do: "withhold" }, "No story was chosen"],
    [["x"], { do: "withhold" }, "No story was chosen"],
    [["1 a"], { do: "tag", tag: " " }, "Which tag?"],
    [["1 a"], { do: "burn" }, "Nothing was done"],
    [Array.from({ length: MAX_SEVERAL + 1 }, (_, index) => `1 n${index}`), { do: "withhold" }, "Too many at once"],
  ])("are not changed where the form is not whole: %#", async (chosen, fields, words) => {
    const { status, page } = await post(chosen, fields as Record<string, string>);
    expect([status, page.includes(words)]).toEqual([422, true]);
    expect(await statusOf("a")).toBe("usable");
  });

  it("says of what is no longer there that it is not", async () =>
    expect((await post(["1 none"], { do: "withhold" })).page).toContain("none : no article has this id"));
});
