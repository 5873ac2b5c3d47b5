import { describe, expect, it } from "vitest";
import { pageOfEmbed } from "../../../src/article/html/providers.ts";

describe("the page of what is embedded", () => {
  it.each([
    ["lite-youtube", "a_-1", "https://www.youtube.com/watch?v=a_-1"],
    ["YouTube", "a", "https://www.youtube.com/watch?v=a"],
    ["amp-vimeo", "1", "https://vimeo.com/1"],
    ["tweet", "1", "https://x.com/i/status/1"],
    ["gist", "ada/1", "https://gist.github.com/ada/1"],
    ["register", "1", undefined],
    ["heirloom", "1", undefined],
    ["youtube", "a b", undefined],
    ["youtube", '"><script>', undefined],
  ])("%s %s: %s", (provider, id, page) => expect(pageOfEmbed(provider, id)).toBe(page));
});
