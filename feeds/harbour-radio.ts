import { defineFeed } from "../src/feed/definition.ts";

/** For a partner: nobody else can read it, and it is listed nowhere. */
export const harbourRadio = defineFeed({
  slug: "harbour-radio",
  title: "The Harbour Gazette for Harbour Radio",
  description: "Our own reporting in full, for the newsroom on the hill",
  access: "partner",
  partner: "harbour-radio",
  select: { none: [{ credit: "Coast Wire" }] },
  attribution: "First published by {site}: {url}",
  link_parameters: { utm_source: "harbour-radio" },
  alerts: { silent_after: 180, retraction_within: 30 },
});
