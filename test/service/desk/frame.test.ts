import { describe, expect, it } from "vitest";
import { articlePath, DeskPage, type DeskPart, deskPath, Post, Table } from "../../../src/service/desk/frame.tsx";
import { site, siteWith } from "../pages/fixtures.ts";
import { render } from "../render.ts";
import { SESSION } from "./fixtures.ts";

describe("a path of the desk", () => {
  const below = siteWith({ base: "https://gazette.example/feeds" });

  it("is below the site's own", () => {
    expect([deskPath(site), deskPath(site, "/partners"), deskPath(below, "/partners")]).toEqual([
      "/desk",
      "/desk/partners",
      "/feeds/desk/partners",
    ]);
  });

  it.each([
    ["a", "/desk/articles/a"],
    ["2026/03/ferry", "/desk/articles/2026%2F03%2Fferry"],
    ["50%_é?#", "/desk/articles/50%25_%C3%A9%3F%23"],
  ])("names the article %s", (id, path) => expect(articlePath(site, id)).toBe(path));

  it("leads on from an article", () => {
    expect(articlePath(below, "a b", "?done=changed")).toBe("/feeds/desk/articles/a%20b?done=changed");
  });
});

describe("a page of the desk", () => {
  const page = (part?: DeskPart, session = SESSION) =>
    render(DeskPage, { site, title: "T", session, part, children: "Main part" });
  const current = (html: string) =>
    [...html.matchAll(/<a href="([^"]+)" aria-current="page">([^<]+)</g)].map((m) => m.slice(1));

  it.each([
    ["", ["/desk", "Feeds"]],
    ["/articles", ["/desk/articles", "Articles"]],
    ["/preview", ["/desk/preview", "Preview"]],
    ["/partners", ["/desk/partners", "Partners"]],
    ["/audience", ["/desk/audience", "Audience"]],
    ["/proofread", ["/desk/proofread", "Proofread"]],
  ] as [DeskPart, string[]][])("of the part “%s” says where one is", (part, link) =>
    expect(current(page(part))).toEqual([link]),
  );

  it("of no part says nothing of it, and still leads to all", () => {
    expect(current(page())).toEqual([]);
    expect([...page().matchAll(/<nav aria-label="Desk">(.*?)<\/nav>/g)][0]?.[1]?.split("<a ")).toHaveLength(10);
  });

  it("lets one out by a form that proves its session", () => {
    expect(page()).toContain(
      '<form method="post" action="/desk/sign-out"><input type="hidden" name="form_token" value="token-of-the-form"/>',
    );
  });

  it("shows its parts to nobody who is not signed in", () => {
    const html = render(DeskPage, { site, title: "T", children: "Main part" });
    expect(html).not.toMatch(/<form|aria-label="Desk"/);
    expect(html).toContain('<main id="main"><div class="desk">Main part</div></main>');
  });

  it("is for no index, and names the desk in its title", () => {
    expect(page()).toContain('<meta name="robots" content="noindex, nofollow"/>');
    expect(page()).toContain("<title>T · desk of The Test Gazette</title>");
  });
});

describe("a form of the desk", () => {
  it("posts to a path below it, with the session's token as text", () => {
    const session = { ...SESSION, formToken: '"><b>' };
    expect(
      render(Post, { site: siteWith({ base: "https://x.example/f" }), session, to: "/preview", children: "F" }),
    ).toBe(
      '<form method="post" action="/f/desk/preview"><input type="hidden" name="form_token" value="&quot;&gt;&lt;b&gt;"/>F</form>',
    );
  });
});

describe("a table of the desk", () => {
  it("is reached and named, and its columns have heads", () => {
    expect(render(Table, { label: "Feeds", head: ["Feed", "A & b"], children: "" })).toBe(
      '<div class="scroller" role="group" aria-label="Feeds" tabindex="0"><table><thead><tr>' +
        '<th scope="col">Feed</th><th scope="col">A &amp; b</th></tr></thead><tbody></tbody></table></div>',
    );
  });
});
