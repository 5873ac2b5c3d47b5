import { describe, expect, it } from "vitest";
import { markupFault } from "../../../src/proofread/rss/plain-title.ts";

describe("a title is taken for", () => {
  it.each(["In brief", "1 < 2 & 3 > 2", "R&B; and more", "How <marquee> was born", "a<b", "What is &foo;?", "<3"])(
    "plain text: %j",
    (title) => {
      expect(markupFault(title)).toBeUndefined();
    },
  );

  it.each(["In <b>brief</b>", "x<br/>y", "<P >x", "<h2>x", "a</em>", '<img src="x">'])("HTML: %j", (title) => {
    expect(markupFault(title)).toBe(`"${title}" holds HTML`);
  });

  it.each(["S&amp;P", "a&nbsp;b", "&#8217;", "&#x2019;", "&rsquo;", "a &ndash; b", "&LT;"])(
    "text that was escaped twice: %j",
    (title) => {
      expect(markupFault(title)).toBe(`"${title}" is escaped twice`);
    },
  );
});
