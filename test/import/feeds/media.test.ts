import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDuration, positiveCount, readMedia } from "../../../src/import/feeds/media.ts";
import { take } from "../../../src/import/feeds/take.ts";
import { only } from "../helpers.ts";

/** What an item of these elements carries, absent fields left out. */
function mediaOf(inner: string) {
  const notes: string[] = [];
  const item = take(only(`<item>${inner}</item>`));
  return { ...(JSON.parse(JSON.stringify(readMedia(item, notes))) as object), notes, left: item.left() };
}

const carried = (media: object[], more: object = {}) => ({ media, notes: [], left: [], ...more });

describe("enclosures", () => {
  it("carry address, type and length", () => {
    expect(mediaOf('<enclosure url="https://g.example/a.mp3" type="Audio/MPEG" length="12345"/>')).toEqual(
      carried([{ url: "https://g.example/a.mp3", type: "audio/mpeg", length: 12345 }]),
    );
  });

  it("are all read, also several of them", () => {
    expect(mediaOf('<enclosure url="a.mp3"/><enclosure url="b.mp3"/>')).toEqual(
      carried([{ url: "a.mp3" }, { url: "b.mp3" }]),
    );
  });

  it("of a podcast are its pictures, wherever they have the address", () => {
    expect(
      mediaOf(
        '<itunes:image href="a.jpg"/><itunes:image url="b.jpg"/><itunes:image>c.jpg</itunes:image><itunes:link rel="image" href="d.jpg"/><itunes:link rel="other" href="e.jpg"/>',
      ),
    ).toEqual(carried(["a.jpg", "b.jpg", "c.jpg", "d.jpg"].map((url) => ({ url, medium: "image" }))));
  });

  it("without an address are none", () => {
    expect(mediaOf('<enclosure type="audio/mpeg"/><media:content medium="image"/><itunes:image/>')).toEqual(
      carried([]),
    );
  });
});

describe("Media RSS", () => {
  it("content carries what it says of itself", () => {
    expect(
      mediaOf(`<media:content url="v.mp4" type="video/mp4" medium="video" fileSize="9" width="640" height="360" duration="1:05">
        <media:title>Title</media:title><media:description>Caption</media:description><media:credit>Ann</media:credit></media:content>`),
    ).toEqual(
      carried([
        {
          url: "v.mp4",
          type: "video/mp4",
          medium: "video",
          length: 9,
          width: 640,
          height: 360,
          duration: 65,
          caption: "Caption",
          credit: "Ann",
        },
      ]),
    );
  });

  it("a title captions a picture that has no description", () => {
    expect(mediaOf('<media:content url="a.jpg"><media:title>Title</media:title></media:content>')).toEqual(
      carried([{ url: "a.jpg", caption: "Title" }]),
    );
  });

  it("a credit of the item is that of every content without one of its own", () => {
    expect(
      mediaOf(
        '<media:credit>Ann</media:credit><media:content url="a.jpg"/><media:content url="b.jpg"><media:credit>Bo</media:credit></media:content>',
      ),
    ).toEqual(
      carried([
        { url: "a.jpg", credit: "Ann" },
        { url: "b.jpg", credit: "Bo" },
      ]),
    );
  });

  it("a copyright of the item is that of every content without one of its own", () => {
    expect(
      mediaOf(
        '<media:copyright url="https://x.example/"> © Ann\n2026 </media:copyright><media:content url="a.jpg"/><media:content url="b.mp3"><media:copyright>© Bo</media:copyright></media:content>',
      ),
    ).toEqual(
      carried([
        { url: "a.jpg", rights: "© Ann 2026" },
        { url: "b.mp3", rights: "© Bo" },
      ]),
    );
  });

  it("several credits are one line, each name once", () => {
    expect(
      mediaOf(
        '<media:content url="a.jpg"><media:credit>Ann</media:credit><media:credit> Bo\n</media:credit><media:credit>Ann</media:credit><media:credit/></media:content>',
      ),
    ).toEqual(carried([{ url: "a.jpg", credit: "Ann, Bo" }]));
  });

  it("a group's content, thumbnail, description and credit are the item's", () => {
    expect(
      mediaOf(`<media:group><media:title>Group</media:title><media:description>What is seen</media:description><media:credit>Ann</media:credit>
        <media:content url="v.mp4" medium="video"/><media:thumbnail url="t.jpg" width="120" height="90"/></media:group>`),
    ).toEqual(
      carried(
        [
          { url: "v.mp4", medium: "video", credit: "Ann" },
          { url: "t.jpg", medium: "image", width: 120, height: 90 },
        ],
        { description: "What is seen" },
      ),
    );
  });

  it("a thumbnail may have its address as its text", () => {
    expect(mediaOf("<media:thumbnail> t.jpg </media:thumbnail>")).toEqual(carried([{ url: "t.jpg", medium: "image" }]));
  });

  it("what a group or content says that nobody reads is noted", () => {
    expect(
      mediaOf(
        '<media:group><media:rating>adult</media:rating></media:group><media:content url="a.jpg"><media:hash>x</media:hash></media:content>',
      ),
    ).toEqual(carried([{ url: "a.jpg" }], { notes: ["media:hash is left out", "media:rating is left out"] }));
  });
});

describe("podcasts", () => {
  it("an episode's length belongs to its recording, not to its cover", () => {
    expect(
      mediaOf(
        '<itunes:image href="cover.jpg"/><enclosure url="a.mp3" type="audio/mpeg"/><itunes:duration>1:02:03</itunes:duration>',
      ),
    ).toEqual(
      carried([
        { url: "a.mp3", type: "audio/mpeg", duration: 3723 },
        { url: "cover.jpg", medium: "image" },
      ]),
    );
  });

  it("an episode's length goes to a file whose type nobody said", () => {
    expect(
      mediaOf('<media:thumbnail url="t.jpg"/><enclosure url="a.mp3"/><itunes:duration>7</itunes:duration>'),
    ).toEqual(
      carried([
        { url: "a.mp3", duration: 7 },
        { url: "t.jpg", medium: "image" },
      ]),
    );
  });

  it("an episode's length does not replace one that the recording says itself", () => {
    expect(
      mediaOf('<media:content url="a.mp3" medium="audio" duration="5"/><itunes:duration>7</itunes:duration>'),
    ).toEqual(
      carried([{ url: "a.mp3", medium: "audio", duration: 5 }], {
        notes: ["itunes:duration is left out: there is no recording"],
      }),
    );
  });

  it("a length without a recording is noted", () => {
    expect(mediaOf('<itunes:image href="cover.jpg"/><itunes:duration>7</itunes:duration>')).toEqual(
      carried([{ url: "cover.jpg", medium: "image" }], {
        notes: ["itunes:duration is left out: there is no recording"],
      }),
    );
  });
});

describe("the same file said twice", () => {
  it("is one that knows what both say, the first having the last word", () => {
    expect(
      mediaOf(
        '<enclosure url="a.jpg" type="image/jpeg" length="9"/><media:content url="a.jpg" type="image/pjpeg" width="640"><media:credit>Ann</media:credit></media:content>',
      ),
    ).toEqual(carried([{ url: "a.jpg", type: "image/jpeg", length: 9, width: 640, credit: "Ann" }]));
  });
});

describe("a duration", () => {
  it.each([
    ["45", 45],
    ["1:05", 65],
    ["1:02:03", 3723],
    ["01:54:09", 6849],
    ["90:00", 5400],
    ["12.7", 12],
    [" 7 ", 7],
  ])("%j is %i seconds", (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds);
  });

  it.each([undefined, "", "0", "0:00", "-5", "1:2:3:4", "five", "1h", "12:", ":12"])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  it("is the same written as a clock or as seconds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 360_000 }), (seconds) => {
        const two = (number: number): string => String(number).padStart(2, "0");
        const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
        expect(parseDuration(clock)).toBe(seconds);
        expect(parseDuration(String(seconds))).toBe(seconds);
      }),
    );
  });
});

describe("a count", () => {
  it.each([
    ["5", 5],
    [" 007 ", 7],
    ["999999999999999", 999_999_999_999_999],
  ])("%j is %i", (text, count) => {
    expect(positiveCount(text)).toBe(count);
  });

  it.each([undefined, "", "0", "000", "-1", "1.5", "1e3", "12px", "9999999999999999"])("%j is none", (text) => {
    expect(positiveCount(text)).toBeUndefined();
  });
});
