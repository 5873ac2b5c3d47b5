import { describe, expect, it } from "vitest";
import { OPTIONS, parseOptions, USAGE } from "../../../src/cli/import/options.ts";
import { itKeepsToItsUsage } from "../usage.ts";

const defaults = {
  sources: ["a.xml"],
  sites: [],
  all: false,
  postTypes: [],
  to: "http://localhost:8787",
  token: undefined,
  dryRun: false,
  json: false,
  publishAll: false,
  section: undefined,
  tag: undefined,
  base: undefined,
  site: undefined,
  fileTime: false,
  date: undefined,
};

describe("npm run import's options", () => {
  itKeepsToItsUsage({ USAGE, OPTIONS, parseOptions }, ["feed.xml"]);

  it.each([
    [[], {}],
    [["b", "https://x.example/feed"], { sources: ["a.xml", "b", "https://x.example/feed"] }],
    [["--to", "https://gazette.example//"], { to: "https://gazette.example" }],
    [["--token", "secret"], { token: "secret" }],
    [["--dry-run"], { dryRun: true }],
    [["--json"], { json: true }],
    [["--publish-all"], { publishAll: true }],
    [["--section", " Local news "], { section: "Local news" }],
    [["--tag", "harbour"], { tag: "harbour" }],
    [["--base", "https://gazette.example/n/"], { base: "https://gazette.example/n/" }],
    [["--line", "14=subheading", "--line", "3=none"], { lines: { 14: "subheading", 3: "none" } }],
    [["--site", "hugo"], { site: "hugo" }],
    [["--file-time"], { fileTime: true }],
    [["--date", "3 March 2026"], { date: "2026-03-03T00:00:00Z" }],
    [["--date", "2026-03-03T10:00:00+02:00"], { date: "2026-03-03T08:00:00Z" }],
  ])("%j", (args, given) =>
    expect(parseOptions(["a.xml", ...args])).toEqual({ status: "options", options: { ...defaults, ...given } }),
  );

  it.each(["--section", "--tag"])("takes %s of blanks for none", (option) =>
    expect(parseOptions(["a.xml", option, "  "])).toEqual({ status: "options", options: defaults }),
  );

  const LINE = "--line 14 is not a line's number, =, and one of headline, story, subheading, caption, none";

  it.each([
    [[], "no SOURCE was given"],
    [["--to", "http://localhost:1"], "no SOURCE was given"],
    [["a", "--to", "gazette.example"], "--to gazette.example is no http(s) URL"],
    [["a", "--base", "/n/"], "--base /n/ is no http(s) URL"],
    [["a", "--site", "drupal"], "--site drupal is none of hugo, jekyll, eleventy, astro, hexo, obsidian"],
    [["a", "--date", "soon"], "--date soon is no date"],
    [["a", "--line", "14"], LINE],
    [["a", "--line", "x=story"], LINE.replace("14", "x=story")],
    [["a", "b", "--line", "14=story"], "--line is for one page's text: give one SOURCE"],
    [["a", "--date", ""], "--date  is no date"],
    [["a", "--wordpress", "gazette.example"], "--wordpress gazette.example is no http(s) URL"],
    [["a", "--user", "ada", "--key", "x"], "--user is a user of --wordpress, and needs a --key"],
    [["--wordpress", "https://x.example", "--user", "ada"], "--user is a user of --wordpress, and needs a --key"],
    [
      ["--wordpress", "https://x.example", "--key", "x"],
      "--key is of a --ghost, or an application password of a --user",
    ],
  ])("%j is wrong usage", (args, problem) => expect(parseOptions(args)).toEqual({ status: "usage", problem }));

  it("takes a running WordPress for a source, with the password of one of its users", () => {
    const home = "https://gazette.example";
    const sitesOf = (...args: string[]) => {
      const parsed = parseOptions(["--wordpress", home, ...args]);
      return parsed.status === "options" ? parsed.options : undefined;
    };
    expect(sitesOf()).toMatchObject({ sources: [], sites: [{ home, kind: "wordpress", key: undefined }] });
    expect(sitesOf("--user", "ada", "--key", "a b")?.sites[0]?.key).toBe("ada:a b");
    expect(sitesOf("--pages", "--post-type", "review")?.postTypes).toEqual(["page", "review"]);
  });
});
