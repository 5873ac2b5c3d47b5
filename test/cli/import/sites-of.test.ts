import { describe, expect, it } from "vitest";
import { sitesOf } from "../../../src/cli/import/sites-of.ts";

describe("the running sites of a command line", () => {
  it("are a Ghost with its key", () =>
    expect(sitesOf({ ghost: "https://g.example", key: "k" })).toMatchObject([
      { home: "https://g.example", key: "k", kind: "ghost" },
    ]));

  it.each([
    [{ ghost: "https://g.example", wordpress: "https://w.example" }, "import one after the other"],
    [{ ghost: "https://g.example" }, "--ghost needs a --key"],
    [{ ghost: "https://g.example", user: "ada" }, "--user is a user of --wordpress"],
    [{ key: "k" }, "--key is of a --ghost"],
  ])("are refused where they do not fit: %j", (given, why) => expect(sitesOf(given)).toContain(why));
});
