import { describe, expect, it } from "vitest";
import { entryOf, many, profile } from "../a-portal.ts";
import { expectAdvice, expectBroken, expectGood } from "./expectations.ts";

const UTM = "the link has utm_ parameters; it has to be the canonical one";

describe("a story for SmartNews", () => {
  it.each<[string, field: string, message: string, story: object]>([
    [
      "body",
      "content_html",
      "there is no body: the story has none, or the partner may have its summary only",
      { content_html: "" },
    ],
    ["link", "url", UTM, { url: "https://feeds.example/story?a=1&utm_source=x" }],
    ["link", "url", UTM, { url: "https://feeds.example/story?UTM_Campaign=x" }],
  ])("is left out for its %s (%s): %s, %j", (rule, field, message, story) =>
    expectBroken("smartnews", { rule, severity: "hard", field, message }, story),
  );

  it.each([
    ["without any fault", {}],
    ["with another parameter", { url: "https://feeds.example/story?id=1&dutm_x=1" }],
    ["with utm_ in its path alone", { url: "https://feeds.example/utm_source=x" }],
  ])("%s is as good as any", (_, story) => expectGood("smartnews", story));

  it("was published when it changed last, for a changed `pubDate` is what SmartNews looks for", () =>
    expect(entryOf("smartnews", { updated_at: "2026-03-01T10:00:00Z" })).toMatchObject({
      published: "2026-03-01T10:00:00Z",
      updated: "2026-03-01T10:00:00Z",
      status: undefined,
    }));

  it("that was taken back is said to be deleted, and stays in the feed without a body of its own", () => {
    const { feed } = profile("smartnews", [{ status: "canceled" }]);
    expect(feed.entries).toMatchObject([{ status: "deleted", content_html: expect.stringContaining("withdrawn") }]);
  });
});

describe("a feed for SmartNews", () => {
  it("tells when it was published, and its logo; the site's icon where the feed has none", () => {
    expect(profile("smartnews", [{}]).feed).toMatchObject({
      published: "2026-03-01T08:00:00Z",
      updated: "2026-03-01T08:00:00Z",
      partner_logo: "https://gazette.example/logo.png",
    });
    expect(profile("smartnews", [{}], { logo: undefined }).feed.partner_logo).toBeUndefined();
  });

  it("is advised to have a logo", () =>
    expectAdvice(
      "smartnews",
      { rule: "logo", field: "partner_logo", message: "neither the feed nor the site has a logo" },
      { stories: [{}], definition: { logo: undefined } },
    ));

  it("is advised to have at most 1 MB", () =>
    expectAdvice(
      "smartnews",
      { rule: "bytes", field: "entries", message: "the feed has more than 1 MB: let it have fewer entries" },
      { stories: many(3, { content_html: `<p>${"word ".repeat(80_000)}</p>` }) },
    ));

  it("is good with one story", () => expect(profile("smartnews", many(1)).findings).toEqual([]));
});
