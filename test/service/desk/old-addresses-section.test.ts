import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import type { OldAddressUse } from "../../../src/service/audience/old-addresses.ts";
import { OldAddresses } from "../../../src/service/desk/old-addresses-section.tsx";
import { SITE } from "../../site.ts";
import { newsroom } from "../newsroom.ts";
import { render } from "../render.ts";
import { signIn, text } from "./browser.ts";

const { site } = parseCatalog(SITE, []);
const show = (uses: OldAddressUse[]) => render(OldAddresses, { site, uses, now: 60_000 });
const use = (more: Partial<OldAddressUse>): OldAddressUse => ({
  ...{ address: "/old.xml", asked: 1_200, first_at: 0, last_at: 0, readers: [{ product: "Feedly", asked: 1_200 }] },
  ...more,
});

describe("old addresses at the desk", () => {
  it("are listed with their counts, who asked, and what to write for them", () => {
    const readers = ["a", "b", "c", "d", "e"].map((product) => ({ product, asked: 1 }));
    const html = show([
      use({ suggestion: '{ "/old.xml": "all.rss" }', readers }),
      use({ address: "/feed", leads_to: "all.rss" }),
    ]);
    expect(text(html)).toMatch(/\/old\.xml +1,200 +a, b, c and 2 more .* \{ "\/old\.xml": "all\.rss" \}/);
    expect(text(html)).toMatch(/\/feed +1,200 +Feedly .* all\.rss/);
  });

  it("are none where nobody asks", () => expect(text(show([]))).toMatch(/do not find: None\./));

  it("are text, whatever strangers ask for", async () => {
    const room = await newsroom();
    await room.request("GET", "/feed/%3Cscript%3Ealert(1)%3C%2Fscript%3E.rss");
    const page = await (await signIn(room)).page("/desk/audience");
    expect(page).toContain("%3Cscript%3Ealert(1)%3C%2Fscript%3E.rss");
    expect(page).not.toContain("<script>alert");
  });
});
