import { describe, expect, it, test, vi } from "vitest";
import { proofread } from "../../../../src/proofread/proofread.ts";
import { documentOf } from "../../../../src/proofread/xml/examples.ts";
import { told } from "./told.ts";

const SECOND =
  '<entry><id>tag:gazette.example,2026:two</id><title>Two</title><updated>2026-03-13T07:00:00Z</updated><summary>Noon.</summary><link href="https://gazette.example/two"/></entry>';

/** The rules that a document breaks, those that are advice left out. */
async function broken(text: string, url?: string): Promise<string[]> {
  const { findings } = await proofread(text, { url });
  return [...new Set(findings.filter(({ severity }) => severity !== "advice").map(({ rule }) => rule))];
}
/** A document in order in whose entry an element gives way to others. */
const ofEntry = (markup: string, inPlaceOf = "") => {
  const [feed = "", entry = ""] = documentOf("atom").split("  <entry>\n");
  const gone = [inPlaceOf, ...(/^<content/.test(markup) ? ["content"] : [])].filter(Boolean);
  const kept = entry.split("\n").filter((line) => !gone.some((name) => line.trim().startsWith(`<${name}`)));
  return broken(`${feed}  <entry>\n${markup}${kept.join("\n")}`);
};
/** A document in order with more on its feed. */
const ofFeed = (markup: string) => broken(documentOf("atom").replace("  <entry>", `${markup}\n  <entry>`));

test.each(["atom", "entry"] as const)("a small document of kind %s is in order", async (format) => {
  expect(await broken(documentOf(format))).toEqual([]);
});

describe("a document of one entry", () => {
  it("is read as one, and all rules of entries hold for it", async () => {
    const { format, entries } = await proofread(documentOf("entry"));
    expect({ format, entries }).toEqual({ format: "entry", entries: 1 });
    expect((await broken(documentOf("entry", { without: ["id", "author", "link", "content"] }))).toSorted()).toEqual([
      "atom/entry-author-required",
      "atom/entry-content-or-alternate",
      "atom/entry-id-required",
    ]);
  });
});

describe("an author", () => {
  it("may stand on the feed behind the entries, though not before them", async () => {
    const late = documentOf("atom", { without: ["author"] }).replace(
      "</feed>",
      "<author><name>Ada</name></author></feed>",
    );
    expect(await broken(late)).toEqual(["atom/metadata-first"]);
  });

  it("may be that of the source", async () => {
    const source =
      "<source><id>tag:quay.example,2026:f</id><title>Quay</title><updated>2026-03-13T06:00:00Z</updated><author><name>Eve</name></author></source>";
    expect(await broken(documentOf("atom", { entry: source, without: ["author"] }))).toEqual([]);
  });

  it("is missed at each entry that has none, at its place", async () => {
    const { findings } = await proofread(documentOf("atom", { feed: SECOND, without: ["author"] }));
    expect(findings.filter(({ rule }) => rule === "atom/entry-author-required").map(({ line }) => line)).toEqual([
      6, 7,
    ]);
  });
});

describe("addresses", () => {
  it.each([
    "https://gazette.example/bøat",
    "https://gazétte.example/",
    "http://例え.jp/引き割り",
    "http://[::1]/",
    "tel:+44",
    "",
  ])("a link may lead to %j", async (href) => {
    expect(await ofEntry(`<link href="${href}"/>`, "link")).toEqual([]);
  });

  it.each(["https://gazette.example/a b", "http:/gazette.example/", "http://", "a^b", "100%", "x?a[]=1"])(
    "a link may not lead to %j",
    async (href) => {
      expect(await ofEntry(`<link href="${href}"/>`, "link")).toEqual(["atom/link-href-iri-reference"]);
    },
  );

  it("are the document's own where they resolve to it, however they are written", async () => {
    const self = (href: string, base = "") =>
      broken(
        documentOf("atom", { attributes: base }).replace(/<link rel="self"[^>]*>/, `<link rel="self" href="${href}"/>`),
        "https://gazette.example/feed.atom",
      );
    expect(await self("HTTPS://Gazette.example:443/./feed.atom")).toEqual([]);
    expect(await self("feed.atom", 'xml:base="https://gazette.example/x"')).toEqual([]);
    expect(await self("/feed.atom")).toEqual(["atom/link-self-absolute"]);
    expect(await self("http://gazette.example/feed.atom")).toEqual(["atom/link-self-location"]);
  });
});

describe("relations", () => {
  it.each([
    "self",
    "hub",
    "prev-archive",
    "https://x.example/rel",
    "urn:x:y",
    "http://www.iana.org/assignments/relation/via",
  ])("%s is one", async (rel) => {
    expect(await ofFeed(`<link rel="${rel}" href="https://gazette.example/feed.atom"/>`)).toEqual([]);
  });

  it.each(["prev", "canonical", "amphtml", "Self", "self hub", " alternate "])("%j is none", async (rel) => {
    expect(await ofEntry(`<link rel="${rel}" href="https://gazette.example/"/>`)).toEqual(["atom/link-rel-known"]);
  });
});

describe("texts", () => {
  it.each([
    [
      "SVG",
      '<content type="image/svg+xml"><svg xmlns="http://www.w3.org/2000/svg"><title>Boat</title></svg></content>',
    ],
    ["an entry", `<content type="application/atom+xml;type=entry">${SECOND}</content>`],
    ["bytes", '<content type="image/png">iVBO\nRw0K\nGgo=</content>'],
    ["another document", '<content src="/boat.pdf" type="application/pdf"/>'],
    ["plain text of a type", '<content type="text/markdown; charset=utf-8">**At dawn**</content>'],
    [
      "XHTML",
      '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; 2 &amp;&amp; 3</p></div></content>',
    ],
  ])("content may be %s", async (_, markup) => {
    expect(await ofEntry(markup)).toEqual([]);
  });

  it("of an element that Atom does not know is told of once", async () => {
    expect(await ofEntry("<summary>At <b>dawn</b></summary>", "summary")).toEqual(["atom/text-children"]);
    expect(await ofEntry('<content type="xhtml"><p>At dawn</p></content>')).toEqual(["atom/xhtml-div"]);
  });
});

describe("elements", () => {
  it("of another vocabulary hold what they will", async () => {
    expect(
      await ofFeed(
        '<snf:logo xmlns:snf="http://www.smartnews.be/snf"><url>https://gazette.example/logo.png</url></snf:logo>',
      ),
    ).toEqual([]);
  });

  it("that are Atom 0.3's, or RSS's, are told what is meant", async () => {
    const { findings } = await proofread(documentOf("atom", { feed: "<modified/>\n<pubDate/>\n<Logo/>" }));
    expect(findings.map(({ message }) => message)).toEqual([
      "Atom has no element modified: updated was probably meant",
      "Atom has no element pubDate: published was probably meant",
      "Atom has no element Logo: logo was probably meant",
    ]);
  });
});

describe("a feed of another namespace", () => {
  it.each([
    ["http://purl.org/atom/ns#", "atom/namespace-obsolete"],
    ["", "atom/namespace-missing"],
    ["http://www.w3.org/2005/Atom/1.0", "atom/namespace"],
  ])("%j is told of by one rule", async (namespace, rule) => {
    const { format, findings } = await proofread(
      `<feed xmlns="${namespace}"><title>The Harbour Gazette</title></feed>`,
    );
    expect(format).toBe("atom");
    expect(findings.map((one) => one.rule).filter((name) => /^atom.namespace|no-feed/.test(name))).toEqual([rule]);
  });
});

test("ids that are all the same are an error where there are ten, and warnings before", async () => {
  const many = (count: number) => ofFeed(SECOND.repeat(count));
  expect(await many(3)).toEqual(["atom/entry-id-unique", "atom/entry-updated-unique"]);
  const [feed = ""] = documentOf("atom").split("<entry>");
  expect(await broken(`${feed}${SECOND.repeat(10)}</feed>`)).toContain("atom/entry-ids-differ");
});

it("a relation that JavaScript's objects have is one that nobody knows, like others", async () => {
  const messages = await told(
    documentOf("atom", { entry: '<link rel="constructor" href="https://gazette.example/"/>' }),
  );
  expect(messages).toContain('warning atom/link-rel-known: rel="constructor" is no relation that feed readers know');
});

describe("two entries that were updated at one instant", () => {
  const twice = (updated: string) =>
    broken(documentOf("atom", { feed: SECOND.replace("2026-03-13T07:00:00Z", updated) }));

  it.each(["2026-03-13T06:00:00Z", "2026-03-13T07:00:00+01:00", "2026-03-13T06:00:00.000Z"])(
    "are told of, however it is written: %s",
    async (updated) => {
      expect(await twice(updated)).toEqual(["atom/entry-updated-unique"]);
    },
  );

  it("are told apart by any fraction of a second", async () => {
    expect(await twice("2026-03-13T06:00:00.0001Z")).toEqual([]);
  });
});

it("XHTML between the parts of an author is read by nobody", async () => {
  const author = '<author><name>Ada</name><p xmlns="http://www.w3.org/1999/xhtml">She</p></author>';
  expect(await ofEntry(author, "author")).toContain("atom/xhtml-place");
});

it("a base is found once, not for each link below it", async () => {
  const depth = 250;
  const open = Array.from({ length: depth }, (_, at) => `<x:b xml:base="https://gazette.example/${at}/">`).join("");
  const links = '<link xmlns="http://www.w3.org/2005/Atom" href="boat"/>'.repeat(2_000);
  const text = documentOf("atom", {
    feed: `${open}${links}${"</x:b>".repeat(depth)}`,
    namespaces: { x: "https://gazette.example/terms" },
  });
  const parses = vi.spyOn(URL, "canParse");
  await proofread(text, { url: "https://gazette.example/feed.atom" });
  const { length } = parses.mock.calls;
  parses.mockRestore();
  expect(length).toBeLessThan(50_000);
});
