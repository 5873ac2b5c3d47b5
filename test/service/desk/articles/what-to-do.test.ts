import { describe, expect, it } from "vitest";
import { ROLES } from "../../../../src/people/roles.ts";
import { WhatToDo } from "../../../../src/service/desk/articles/what-to-do.tsx";
import { site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { text } from "../browser.ts";
import { deskArticle, SESSION } from "../fixtures.ts";

const offered = (status: string, session = SESSION) =>
  render(WhatToDo, { site, session, found: deskArticle({ id: "a/b", status }) });

describe("what can be done with a story", () => {
  it.each([
    ["usable", "Withhold", "withheld"],
    ["withheld", "Release", "usable"],
  ])("that is %s: edit it, %s it, or take it back", (status, button, next) => {
    const html = offered(status);
    expect(html).toContain('<a class="action strong" href="/desk/articles/a%2Fb/edit">Edit</a>');
    expect(html).toContain(
      `<input type="hidden" name="revision" value="2"/><button type="submit" name="status" value="${next}" class="quiet">${button}</button>`,
    );
    expect(html).toContain('<a class="action" href="/desk/articles/a%2Fb/retract">Take back…</a>');
  });

  it("that is a draft: edit it, or throw it away, for nobody has seen what could be withheld or taken back", () =>
    expect(text(offered("draft")).replace(/\s+/g, " ").trim()).toBe("Edit Throw away…"));

  it("that was taken back: it is told how it comes back", () =>
    expect(text(offered("canceled")).trim()).toBe(
      "To bring it back, restore a revision from before it was taken back.",
    ));

  it.each(["reader", "writer"] as const)("is nothing for a %s, who is told so", (role) => {
    const html = offered("usable", { ...SESSION, scopes: ROLES[role] });
    expect(html).not.toMatch(/<a |<form/);
    expect(text(html)).toContain("Your role lets you read it.");
  });
});
