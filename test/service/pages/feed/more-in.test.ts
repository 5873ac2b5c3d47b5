import { expect, it } from "vitest";
import { MORE_BYTES, MoreIn } from "../../../../src/service/pages/feed/more-in.tsx";
import { render } from "../../render.ts";
import { site } from "../fixtures.ts";

const feed = (name: string) => ({ slug: `tag/${name}`, family: "tag", labels: [name] });
const more = (...names: string[]) => render(MoreIn, { site, related: names.map(feed) });

it("what is more is linked by its name", () =>
  expect(more("zurich", "<i>")).toBe(
    '<nav class="more" aria-label="More in"><p class="meta">More in: <a href="/feeds/tag/zurich"><bdi>zurich</bdi></a> · <a href="/feeds/tag/%3Ci%3E"><bdi>&lt;i&gt;</bdi></a></p></nav>',
  ));

it("where there is no more, nothing is said", () => expect(more()).toBe(""));

it("it takes no more of a page than it may", () => {
  const html = more(...Array.from({ length: 12 }, (_, index) => `${"文".repeat(58)}${index}`));
  expect(html).toContain("<bdi>");
  expect(Buffer.byteLength(html)).toBeLessThan(MORE_BYTES + 200);
});
