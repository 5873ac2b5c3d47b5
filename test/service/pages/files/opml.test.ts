import { describe, expect, it } from "vitest";
import { newsroom } from "../../newsroom.ts";
import { FILE_FEEDS, tree } from "./parsed.ts";

describe("OPML", () => {
  const outlines = async (path: string) => {
    const desk = await newsroom(FILE_FEEDS);
    const response = await desk.request("GET", path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/x-opml; charset=utf-8"]);
    const body = tree(await response.text()).children.find(({ name }) => name === "body");
    return body?.children.map(({ attributes, children }) => [
      Object.fromEntries(attributes),
      children.map((child) => child.attributes.get("xmlUrl")),
    ]);
  };

  it("lists every feed once, in the directory's groups, whose outlines carry text only", async () => {
    expect(await outlines("/feeds.opml")).toEqual([
      [{ text: "The whole paper" }, ["https://feeds.example/feeds/all.rss"]],
      [{ text: "Sections" }, ["https://feeds.example/feeds/votes.rss"]],
      [{ text: "Selections" }, ["https://feeds.example/feeds/both.rss"]],
    ]);
  });

  it("lists a group's feeds, or those of a section of the paper", async () => {
    expect(await outlines("/feeds.opml?section=sections")).toEqual([
      [{ text: "Sections" }, ["https://feeds.example/feeds/votes.rss"]],
    ]);
    expect(await outlines("/feeds.opml?section=politics")).toEqual([
      [{ text: "Politics" }, ["https://feeds.example/feeds/votes.rss", "https://feeds.example/feeds/both.rss"]],
    ]);
  });

  it("invents no section", async () => {
    expect((await (await newsroom(FILE_FEEDS)).request("GET", "/feeds.opml?section=Sport")).status).toBe(404);
  });
});
