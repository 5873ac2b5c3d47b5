import { jsx } from "hono/jsx";
import { describe, expect, it } from "vitest";
import { ROLES } from "../../../src/people/roles.ts";
import { articlePath, DeskPage, type DeskPart, deskPath, Post, Table } from "../../../src/service/desk/frame.tsx";
import { DESK_STYLE_PATH } from "../../../src/service/desk/style/style.ts";
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

  const parts = (html: string) =>
    [...(/<nav aria-label="Desk">(.*?)<\/nav>/.exec(html)?.[1] ?? "").matchAll(/>([^<]+)<\/a>/g)].map(
      ([, name]) => name,
    );

  it.each([
    ["", ["/desk", "Today"]],
    ["/articles", ["/desk/articles", "Articles"]],
    ["/drafts", ["/desk/drafts", "Drafts"]],
    ["/preview", ["/desk/preview", "Preview"]],
    ["/feeds", ["/desk/feeds", "Feeds"]],
    ["/partners", ["/desk/partners", "Partners"]],
    ["/audience", ["/desk/audience", "Audience"]],
    ["/proofread", ["/desk/proofread", "Proofread"]],
    ["/log", ["/desk/log", "Log"]],
    ["/keys", ["/desk/keys", "Keys"]],
    ["/people/me", ["/desk/people/me", "Ada Quill"]],
  ] as [DeskPart, string[]][])("of the part “%s” says where one is", (part, link) =>
    expect(current(page(part))).toEqual([link]),
  );

  it.each([
    [
      "owner",
      "Today Articles Drafts Files Preview Feeds Partners Webhooks Subscribers Sources Audience Proofread Log People Keys",
      true,
    ],
    [
      "editor",
      "Today Articles Drafts Files Preview Feeds Partners Webhooks Subscribers Sources Audience Proofread Log",
      true,
    ],
    [
      "writer",
      "Today Articles Drafts Files Preview Feeds Partners Webhooks Subscribers Sources Audience Proofread Log",
      true,
    ],
    ["reader", "Today Articles Feeds Partners Webhooks Subscribers Sources Audience Proofread Log", false],
  ] as const)("leads the %s to what that one may see", (role, names, writes) => {
    const html = page(undefined, { ...SESSION, scopes: ROLES[role] });
    expect(current(html)).toEqual([]);
    expect(parts(html).join(" ")).toBe(names);
    expect(html.includes('href="/desk/articles/new"')).toBe(writes);
  });

  it("leads whoever may do nothing to one's own page, and out", () => {
    const html = page("", { ...SESSION, scopes: new Set() });
    expect(parts(html)).toEqual([]);
    expect(html).not.toContain("<search>");
    expect(html).toContain('<a href="/desk/people/me">Ada Quill</a>');
  });

  it("finds a story from wherever one is", () => {
    expect(page("/log")).toMatch(
      /<form action="\/desk\/articles" method="get"><label [^>]+>Find a story<\/label><input/,
    );
  });

  it("lets one out by a form that proves its session", () => {
    expect(page()).toContain(
      '<form method="post" action="/desk/sign-out"><input type="hidden" name="form_token" value="token-of-the-form"/>',
    );
  });

  it("has the paper's name in place of the readers' masthead, in the paper's language", () => {
    const html = render(DeskPage, { site: siteWith({ language: "fr" }), title: "T", session: SESSION, children: "" });
    expect(html).toMatch(/^<html lang="en">/);
    expect(html).toContain('<p class="paper" lang="fr"><a href="/desk">The Test Gazette</a></p>');
    expect(html).not.toContain("masthead");
    expect(html).toContain(`<link rel="stylesheet" href="/desk${DESK_STYLE_PATH}"/>`);
  });

  it("shows its parts to nobody who is not signed in", () => {
    const html = render(DeskPage, { site, title: "T", children: "Main part" });
    expect(html).not.toMatch(/<form|<nav|<details/);
    expect(html).toContain('<main id="main">Main part</main>');
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
      '<div class="scroller cards" role="group" aria-label="Feeds" tabindex="0"><table><thead><tr>' +
        '<th scope="col">Feed</th><th scope="col">A &amp; b</th></tr></thead><tbody></tbody></table></div>',
    );
  });

  it("says in each cell which column it is of, where a row is a card", () => {
    const row = (title: string) =>
      jsx("tr", {}, jsx("th", { scope: "row" }, title), jsx("td", { class: "short" }, "<td>"), jsx("td", {}, ""));
    const html = render(Table, {
      label: "L",
      head: ["Feed", "A & b", ""],
      children: [row("<tr>"), jsx(() => row("b"), {})],
    });
    expect(/<tbody>.*<\/tbody>/.exec(html)?.[0]).toBe(
      '<tbody><tr><th scope="row">&lt;tr&gt;</th><td data-label="A &amp; b" class="short">&lt;td&gt;</td><td data-label=""></td></tr>' +
        '<tr><th scope="row">b</th><td data-label="A &amp; b" class="short">&lt;td&gt;</td><td data-label=""></td></tr></tbody>',
    );
  });
});
