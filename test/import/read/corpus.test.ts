import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSource } from "../../../src/import/read.ts";
import type { SourceReading } from "../../../src/import/source-reading.ts";
import { NOW, stored } from "../helpers.ts";

/** Real feeds, which are not in the repository. */
const CORPUS = join(import.meta.dirname, "../../../../shared/corpus");
const present = existsSync(join(CORPUS, "manifest.tsv"));
if (!present) console.warn(`skipped: there are no real feeds in ${CORPUS}`);

const manifest = present ? readFileSync(join(CORPUS, "manifest.tsv"), "utf8").trim().split("\n").slice(1) : [];
const rows = manifest
  .map((line) => line.split("\t"))
  .map(([file = "", kind = "", , items]) => ({ file, kind, items: Number(items) }));

const readFeed = (file: string): Promise<SourceReading> =>
  readSource(readFileSync(join(CORPUS, file)), { name: file, now: NOW });

async function article(file: string, index: number) {
  const item = (await readFeed(file)).items[index];
  if (!item) throw new Error(`${file} has no item ${index}`);
  return stored(item);
}

describe.runIf(present)("real feeds", () => {
  it("are all listed", () => {
    expect(rows.map((row) => row.file).sort()).toEqual(
      readdirSync(CORPUS)
        .filter((file) => file !== "manifest.tsv")
        .sort(),
    );
    expect(rows.reduce((sum, row) => sum + row.items, 0)).toBe(886);
  });

  it.each(rows)(
    "$file: every one of its $items items is read or skipped with a reason, and can be stored",
    async ({ file, kind, items }) => {
      const reading = await readFeed(file);
      expect(reading.kind).toBe(kind === "json" ? "json feed" : kind);
      expect(reading.items.length + reading.skipped.length).toBe(items);
      const articles = reading.items.map(stored);
      expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
      expect(await readFeed(file)).toEqual(reading);
    },
  );

  it("skip nothing but an id's second item", async () => {
    const skipped = await Promise.all(
      rows.map(async ({ file }) =>
        (await readFeed(file)).skipped.map((skip) => `${file}: ${skip.where}: ${skip.reason}`),
      ),
    );
    expect(skipped.flat()).toEqual([
      "rss-scripting.xml: item 13 “In 2015 I wrote that Dropbox could be the king of the…”: it has the same id as item 9 “Good morning Internet guzzlers! 🍺”",
      "rss-scripting.xml: item 25 “Republican-inspired art”: it has the same id as item 23 “I get my health insurance through the ACA. It's very much…”",
    ]);
  });

  it("are read in the encoding they declare", async () => {
    expect(await article("rss-ibash-1251.xml", 0)).toMatchObject({
      title: "Цитата #17703",
      language: "ru",
      content_html: expect.stringContaining("есть у кого жаба программер"),
    });
    expect(await article("rss-jn-pt.xml", 0)).toMatchObject({
      title: "Mãe de utente é a nova presidente da Raríssimas",
      tags: ["Nacional"],
    });
    expect((await article("rss-dasding.xml", 0)).summary).toContain("das heißt wirklich");
    expect((await article("rdf-slashdot.xml", 0)).title).toBe(
      "Ransomware Attack Hampers Prescription Drug Sales at 90% of US Pharmacies",
    );
  });

  it("that were encoded twice before they got here are repaired, with a note", async () => {
    const reading = await readFeed("rss-spiegel.xml");
    expect(reading.items[0]?.article.title).toBe(
      "Polizeieinsatz in Kölner Silvesternacht: Alles richtig gemacht. Alles?",
    );
    expect(reading.notes).toEqual(["its text had been encoded twice, and is repaired"]);
  });

  it("without ids: the link, as it is written, is the id", async () => {
    expect(await article("rss-hackernews.xml", 25)).toMatchObject({
      guid: "https://tilepieces.net",
      url: "https://tilepieces.net/",
    });
  });

  it("of tweets: a title of several lines is one line", async () => {
    const { items } = await readFeed("rss-nitter.xml");
    expect(items.map((item) => item.article.title).slice(0, 3)).toEqual([
      "Girlfriend = 🤢🤮 Lawnchair = 😍🤩",
      "Lawnicons 1.1.0 has arrived! This release includes 626 icons (218 linked icons and 408 made from scratch icons) and works with Lawnchair 12 Alpha 5 and Lawnchair 12.1+. Thanks to all our contributors! (https://github.com/LawnchairLauncher/lawnicons/graphs/contributors) Download it here: http://lawnchair.app/downloads",
      "$999 but still can't run lawnchair",
    ]);
  });

  it("of posts without titles: their first words", async () => {
    const { items } = await readFeed("json-microblog.json");
    expect(items[0]).toMatchObject({
      article: {
        id: expect.stringMatching(/^[0-9a-f]{20}$/),
        guid: "763276",
        title: "@eli I will agree. jQuery made scripting easy enough for everyone to try. And…",
        authors: [{ name: "Amit Gawande", url: "https://www.amitgawande.com/" }],
      },
      notes: ["_microblog is left out", "an author's avatar is left out", "untitled: its first words are the title"],
    });
  });

  it("of Atom: XHTML, relative links, and the feed's author", async () => {
    const item = await article("atom-intertwingly.xml", 0);
    expect(item).toMatchObject({
      guid: "tag:intertwingly.net,2004:3299",
      url: "http://intertwingly.net/blog/2012/07/16/Inhibiting-Suspend",
      title: "Inhibiting Suspend",
      authors: [{ name: "Sam Ruby", url: "http://intertwingly.net/blog/", email: "rubys@intertwingly.net" }],
      published_at: "2012-07-16T15:48:01Z",
    });
    expect(item.content_html).toContain(
      "<pre class=\"code\">require 'dbus' # gem install ruby-dbus\nbus = DBus::SessionBus.instance",
    );
  });

  it("of Atom: a PDF stands in for a page, an empty link does not", async () => {
    expect((await article("atom-pappacoda.xml", 1)).url).toBe("https://andrea.pappacoda.it/blog/tesi.pdf");
    expect(await article("atom-onefoottsunami.xml", 6)).toMatchObject({
      url: "http://onefoottsunami.com/?p=14848",
      title: "Link: That’s Not What Dolphins Do",
    });
  });

  it("of podcasts: recordings with their lengths and durations", async () => {
    const item = await article("rss-atp.xml", 0);
    expect(item.attachments).toEqual([
      { url: "http://traffic.libsyn.com/atpfm/atp311.mp3", type: "audio/mpeg", length: 54919661, duration: 6849 },
    ]);
    expect(item.authors).toEqual([{ name: "Marco Arment" }]);
  });

  it("of pictures: every size, with its credit", async () => {
    const { images, tags } = await article("rss-guardian.xml", 0);
    expect(images).toHaveLength(2);
    expect(images[0]).toMatchObject({ width: 140, credit: "Photograph: Networ/Sipa USA/REX/Shutterstock" });
    expect(tags[0]).toBe("Donald Trump");
  });

  it("cut short: what there is of the last item, with a note", async () => {
    const last = (await readFeed("rss-osm-pl.xml")).items.at(-1);
    expect(last?.article.content_html).toContain("Dobra informacja dla mapowiczów");
    expect(last?.notes).toContain("the document ends inside it: the rest of its text is missing");
  });

  it("of RSS 1.0: rdf:about, Dublin Core's date and creator", async () => {
    expect(await article("rdf-bio.xml", 0)).toMatchObject({
      guid: "http://biorxiv.org/cgi/content/short/743294v1?rss=1",
      published_at: "2019-08-27T00:00:00Z",
      authors: [{ name: expect.stringMatching(/^Kaur, M\., Shukla, A\./) }],
    });
  });
});
