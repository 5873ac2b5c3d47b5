import { describe, expect, it } from "vitest";
import type { Entry, Feed } from "../../../src/feed/feed.ts";
import { profileNamespaces } from "../../../src/render/profiles/namespaces.ts";
import { bareEntry, bareFeed } from "../../verify/sample.ts";

const DCTERMS = { "xmlns:dcterms": "http://purl.org/dc/terms/" };
const MI = { "xmlns:mi": "http://schemas.ingestion.microsoft.com/common/" };
const SNF = { "xmlns:snf": "http://www.smartnews.be/snf" };

const withEntry = (fields: Partial<Entry>): Feed => ({
  ...bareFeed,
  entries: [bareEntry, { ...bareEntry, id: "tag:x,2026:2", ...fields }],
});
const withImage = (fields: object): Feed =>
  withEntry({ images: [{ url: "https://x.example/1.jpg", type: "image/jpeg", ...fields }] });

describe("partners' namespaces are declared where one entry needs them", () => {
  it.each<[what: string, feed: Feed, rss: object, atom: object]>([
    ["none on a public feed", bareFeed, {}, {}],
    ["none for a picture without terms", withImage({}), {}, {}],
    ["for an expiry, in both", withEntry({ expires: "2026-04-01T00:00:00Z" }), DCTERMS, DCTERMS],
    ["for a date of change, which Atom tells by updated", withEntry({ modified: "2026-04-01T00:00:00Z" }), DCTERMS, {}],
    [
      "for a deletion, which Atom tells by a tombstone",
      withEntry({ deleted: { at: "2026-04-01T00:00:00Z" } }),
      DCTERMS,
      {},
    ],
    ["for a short title", withEntry({ short_title: "x" }), MI, MI],
    ["for pictures that may be shown", withImage({ syndication_rights: true }), MI, MI],
    ["for pictures that may not", withImage({ syndication_rights: false }), MI, MI],
    ["for a licence", withImage({ license_id: "L" }), MI, MI],
    ["for who licenses it", withImage({ licensor: "Lens" }), MI, MI],
    ["for a partner's logo", { ...bareFeed, partner_logo: "https://x.example/1.png" }, SNF, SNF],
    [
      "all together",
      { ...withEntry({ short_title: "x", expires: "2026-04-01T00:00:00Z" }), partner_logo: "https://x.example/1.png" },
      { ...DCTERMS, ...MI, ...SNF },
      { ...DCTERMS, ...MI, ...SNF },
    ],
  ])("%s", (_, feed, rss, atom) => {
    expect(profileNamespaces(feed, "rss")).toEqual(rss);
    expect(profileNamespaces(feed, "atom")).toEqual(atom);
  });
});
