import { defineFeed } from "../src/feed/definition.ts";

export const business = defineFeed({
  slug: "business",
  title: "The Harbour Gazette: Business",
  description: "The quay, the market, the ferries and the shops",
  home: "https://gazette.example/business",
  select: { any: [{ section: "Business" }] },
});
