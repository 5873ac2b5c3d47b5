import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/article/parse.ts";
import { isDecodable } from "../../../src/service/http/decodable.ts";
import { type Browser, signIn } from "../desk/browser.ts";
import { article, type Newsroom, newsroom } from "../newsroom.ts";

let room: Newsroom;
let desk: Browser;
beforeAll(async () => {
  room = await newsroom();
  desk = await signIn(room);
});

/** What URLs, their encodings and those who tidy them up make something of. */
const unit = fc.oneof(
  fc.constantFrom(
    ".",
    "..",
    "/",
    "\\",
    "?",
    "#",
    "%",
    "%2e",
    "%2E",
    "%2f",
    "%25",
    "%ff",
    "%C3",
    "+",
    "&",
    "=",
    ";",
    ":",
    "@",
  ),
  fc.constantFrom(
    " ",
    "\t",
    "\u0000",
    "\u001f",
    "\u007f",
    "\u200b",
    "\u00a0",
    "\ufeff",
    "\ud800",
    "ä",
    "😀",
    "é",
    "e\u0301",
    "a",
  ),
);
const text = fc.array(unit, { minLength: 1, maxLength: 4 }).map((units) => units.join(""));

describe("an article's id", () => {
  it("that is accepted has a URL, by which the article is stored, read, seen at the desk and taken back", async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const parsed = parseArticle({ ...article("x"), id: given });
        if (parsed.status === "problems") return;
        accepted += 1;
        const { id } = parsed.article;
        const path = `/articles/${encodeURIComponent(id)}`;
        await room.request("PUT", `/api${path}`, article("x", { id, title: `The ${id}` }));
        expect(await (await room.request("GET", `/api${path}`)).json()).toMatchObject({ id });
        expect(await (await room.request("GET", `/api${path}/revisions`)).json()).toMatchObject({ id });
        expect(await (await room.request("GET", `/api${path}/receipts`)).json()).toMatchObject({ article: id });
        expect((await desk.get(`/desk${path}`)).status).toBe(200);
        expect((await desk.get(`/desk${path}/retract`)).status).toBe(200);
        const taken = await room.request("DELETE", `/api${path}`, { reason: "Wrong" });
        expect(await taken.json()).toMatchObject({ id, status: expect.stringMatching(/^(un)?changed$/) });
      }),
      { numRuns: 150 },
    );
    expect(accepted).toBeGreaterThan(50);
  });

  it.each([".", ".."])(
    "is not %s, which leads elsewhere in every URL; one that is stored so is taken back by a line",
    async (id) => {
      const [refused] = (await (await room.request("POST", "/api/articles", JSON.stringify(article(id)))).text()).split(
        "\n",
      );
      expect(JSON.parse(refused ?? "")).toMatchObject({ id, status: "refused", problems: [{ path: "/id" }] });
      const line = JSON.stringify(article(id, { status: "canceled" }));
      const [taken] = (await (await room.request("POST", "/api/articles", line)).text()).split("\n");
      expect(JSON.parse(taken ?? "")).toMatchObject({ id, status: "created" });
    },
  );
});

describe("a path that is not UTF-8, percent-encoded", () => {
  beforeAll(async () => {
    room = await newsroom();
  });

  it.each(["%ff", "100%", "%c3%28", "%ff%25"])(
    "names nothing: %s is refused, and not taken for a text",
    async (segment) => {
      for (const [method, path] of [
        ["PUT", `/api/articles/${segment}`],
        ["GET", `/api/articles/${segment}`],
        ["GET", `/desk/articles/${segment}`],
        ["GET", `/feeds/${segment}`],
      ] as const) {
        const answer = await room.request(method, path, method === "PUT" ? article("x", { id: segment }) : undefined);
        expect([answer.status, await answer.text()], path).toEqual([400, expect.stringContaining("%25")]);
      }
      expect((await room.request("GET", `/api/articles/${encodeURIComponent(segment)}`)).status).toBe(404);
    },
  );

  it("is told from every path that encodes a text, which is decoded once", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (segment) => {
        expect(isDecodable(`https://feeds.example/${encodeURIComponent(segment)}`)).toBe(true);
      }),
    ));
});
