import { expect, it } from "vitest";
import { parseCatalog } from "../../../src/feed/catalog.ts";
import { usesOf } from "../../../src/service/audience/old-addresses.ts";
import { SITE } from "../../site.ts";

const catalog = parseCatalog(SITE, [{ slug: "all", title: "All", description: "D" }]);

it("what products asked for is added up by address, the most asked for first, with what to say of it", () => {
  const row = { address: "/feed", product: "Feedly", leads_to: null, asked: 2, first_at: 5, last_at: 9 };
  expect(
    usesOf(catalog, [
      row,
      { ...row, product: "curl", asked: 3, first_at: 4, last_at: 6 },
      { ...row, address: "/old.xml", asked: 7 },
      { ...row, address: "/a", leads_to: "all.rss", asked: 1, last_at: 8 },
      { ...row, address: "/a", product: "curl", asked: 1, last_at: 7 },
    ]),
  ).toEqual([
    {
      address: "/old.xml",
      asked: 7,
      first_at: 5,
      last_at: 9,
      readers: [{ product: "Feedly", asked: 7 }],
      suggestion: '{ "/old.xml": "all.rss" }',
    },
    {
      ...{ address: "/feed", asked: 5, first_at: 4, last_at: 9, suggestion: '"wordpress"' },
      readers: [
        { product: "curl", asked: 3 },
        { product: "Feedly", asked: 2 },
      ],
    },
    {
      ...{ address: "/a", asked: 2, first_at: 5, last_at: 8, leads_to: "all.rss" },
      readers: [
        { product: "Feedly", asked: 1 },
        { product: "curl", asked: 1 },
      ],
    },
  ]);
});
