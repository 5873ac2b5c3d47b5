import { describe, expect, it } from "vitest";
import { take } from "../../../src/import/feeds/take.ts";
import { wordpressFacts } from "../../../src/import/feeds/wordpress.ts";
import { fragment } from "../helpers.ts";

const facts = (fields: Record<string, string>) =>
  wordpressFacts(
    take(
      fragment(
        `<item>${Object.entries(fields)
          .map(([name, value]) => `<wp:${name}>${value}</wp:${name}>`)
          .join("")}</item>`,
      ),
    ),
  );

const DATE = "2024-05-02 08:15:00";

describe("an item of WordPress's export", () => {
  it.each([
    ["publish", { withheld: undefined, published: DATE }],
    ["draft", { withheld: "WordPress has it as draft", published: DATE }],
    ["private", { withheld: "WordPress has it as private", published: DATE }],
    ["pending", { withheld: "WordPress has it as pending", published: DATE }],
    ["future", { withheld: "WordPress has it as future", published: DATE }],
  ])("that is a post with the status %s", (status, expected) => {
    expect(facts({ post_type: "post", status, post_date_gmt: DATE })).toEqual(expected);
  });

  it("that is a page is an article, too", () => {
    expect(facts({ post_type: "page", status: "publish", post_date_gmt: DATE })).toEqual({
      withheld: undefined,
      published: DATE,
    });
  });

  it.each(["attachment", "nav_menu_item", "revision", "wp_block"])("that is of the type %s is skipped", (post_type) => {
    expect(facts({ post_type, status: "publish", post_date_gmt: DATE })).toEqual({
      skip: `WordPress keeps it as ${post_type}, which is no article`,
    });
  });

  it.each(["trash", "auto-draft"])("that is in %s is skipped", (status) => {
    expect(facts({ post_type: "post", status, post_date_gmt: DATE })).toEqual({
      skip: `WordPress has it as ${status}`,
    });
  });

  it("that was never dated has no date: drafts carry zeros", () => {
    const undated = { withheld: "WordPress has it as draft", published: undefined };
    expect(facts({ post_type: "post", status: "draft", post_date_gmt: "0000-00-00 00:00:00" })).toEqual(undated);
    expect(facts({ post_type: "post", status: "draft" })).toEqual(undated);
  });
});

describe("an item of any other feed", () => {
  it.each([[{}], [{ post_type: "attachment" }], [{ status: "trash" }]])(
    "with %j is not WordPress's to judge",
    (fields) => {
      expect(facts(fields)).toEqual({});
    },
  );
});
