import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, syndicate } from "../partner/syndicate.ts";
import { twoPartners } from "../partner/two-partners.ts";

let desk: Desk;

beforeAll(async () => {
  ({ desk } = await twoPartners());
});

describe("the partners' API", () => {
  it.each([
    ["POST", "/api/partners", { slug: "Radio!", name: "x" }, 422, "/slug"],
    ["POST", "/api/partners", { slug: "alerts", name: "x" }, 422, "/slug"],
    ["POST", "/api/partners", { slug: "new", name: "" }, 422, "/name"],
    ["POST", "/api/partners", { slug: "new", name: "x", colour: "red" }, 422, "/colour"],
    ["POST", "/api/partners", { slug: "radio", name: "x" }, 409, "/slug"],
    ["PATCH", "/api/partners/radio", { status: "gone" }, 422, "/status"],
    ["POST", "/api/partners/radio/keys", { feeds: ["radio", "paper"] }, 422, "/feeds/1"],
    ["POST", "/api/partners/radio/keys", { expires_at: "tomorrow" }, 422, "/expires_at"],
  ])("%s %s of %j is %i and names %s", async (method, path, body, status, at) => {
    const answer = await desk.api<{ problems: { path: string }[] }>(method, path, body);
    expect([answer.status, answer.body.problems.map((problem) => problem.path)]).toEqual([status, [at]]);
  });

  it.each([
    ["GET", "/api/partners/nobody"],
    ["PATCH", "/api/partners/nobody"],
    ["GET", "/api/partners/nobody/keys"],
    ["POST", "/api/partners/nobody/keys"],
    ["DELETE", "/api/partners/radio/keys/nothing"],
  ])("%s %s is 404", async (method, path) => {
    expect((await desk.api(method, path, method === "GET" ? undefined : {})).status).toBe(404);
  });

  it("lists partners with their feeds' URLs, changes them, and is no-store", async () => {
    const changed = await desk.api("PATCH", "/api/partners/paper", {
      name: "The Evening Paper",
      requests_per_minute: 5,
    });
    expect(changed.body).toMatchObject({
      name: "The Evening Paper",
      requests_per_minute: 5,
      key_in_url: true,
      status: "active",
    });
    const response = await desk.request("GET", "/api/partners");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const { partners } = (await response.json()) as {
      partners: { slug: string; feeds: { urls: { rss: string } }[] }[];
    };
    expect(partners.find(({ slug }) => slug === "paper")?.feeds.map(({ urls }) => urls.rss)).toEqual([
      "https://feeds.example/partner/paper.rss",
    ]);
    await desk.api("PATCH", "/api/partners/paper", { requests_per_minute: 60 });
  });
});

describe("the partners' API, with families", () => {
  it("names families of feeds, and takes their paths and feeds for what a key opens", async () => {
    const room = await syndicate([
      { slug: "radio", title: "R", description: "D", access: "partner", partner: "radio" },
      { by: "tag", slug: "radio/tag/{value}", title: "{value}", description: "D", access: "partner", partner: "radio" },
      {
        by: "tag",
        slug: "radio/old/{value}",
        title: "T",
        description: "D",
        access: "partner",
        partner: "radio",
        retired: true,
      },
      { by: "tag", slug: "paper/{value}", title: "T", description: "D", access: "partner", partner: "paper" },
      { by: "tag", slug: "tag/{value}", title: "T", description: "D" },
    ]);
    await room.partner("radio");
    expect((await room.api("GET", "/api/partners/radio")).body).toMatchObject({
      feeds: [{ slug: "radio" }],
      families: [
        {
          ...{ family: "radio/tag", title: "{value}" },
          urls: { rss: "https://feeds.example/partner/radio/tag/{value}.rss" },
        },
      ],
    });
    await room.key("radio", { feeds: ["radio", "radio/tag", "radio/tag/zurich", "radio/tag/政治"] });
    const foreign = ["radio/old", "radio/old/a", "paper", "paper/a", "tag", "tag/a", "none/a"];
    expect(
      (await room.api("POST", "/api/partners/radio/keys", { feeds: ["radio/tag", ...foreign] })).body,
    ).toMatchObject({
      problems: foreign.map((_, index) => ({ path: `/feeds/${index + 1}` })),
    });
  });
});
