import { defineFeed } from "../src/feed/definition.ts";

export const coastWire = defineFeed({
  slug: "coast-wire",
  title: "The Harbour Gazette: From Coast Wire",
  description: "Agency reports as we published them",
  select: { any: [{ credit: "Coast Wire" }] },
});
