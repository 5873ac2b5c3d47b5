import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { Slots } from "../../src/render/slots.ts";

describe("a slot", () => {
  it("is an absolute URI, so that `feed` takes it for an id or a link, and leaves it as it is", () => {
    const slots = new Slots();
    for (const slot of [slots.text("a & b"), slots.cdata("<p>")]) {
      expect(new URL(slot).href).toBe(slot);
      expect(slot).not.toMatch(/[&<>"]/);
    }
  });

  it("is another one for each text, though they are equal", () => {
    const slots = new Slots();
    expect(new Set([slots.text("x"), slots.text("x"), slots.cdata("x")]).size).toBe(3);
  });

  it("holds what is escaped for its context", () => {
    const slots = new Slots();
    const skeleton = `<a b="${slots.text('"<&>\n"')}">${slots.text("x < y")}<![CDATA[${slots.cdata("<p>]]></p>")}]]></a>`;
    expect(slots.fill(skeleton, "item").head).toBe(
      '<a b="&#x22;&#x3C;&#x26;&#x3E;&#xA;&#x22;">x &#x3C; y<![CDATA[<p>]]]]><![CDATA[></p>]]></a>',
    );
  });

  it("may stand more than once", () => {
    const slots = new Slots();
    const slot = slots.text("x");
    expect(slots.fill(`<a>${slot}</a><b>${slot}</b>`, "item").head).toBe("<a>x</a><b>x</b>");
  });
});

describe("filling", () => {
  it("drops indentation between tags, and no white space of a text", () => {
    const slots = new Slots();
    const skeleton = `<a>\n    <b>${slots.cdata("x >\n  < y")}</b>\n</a>\n`;
    expect(slots.fill(skeleton, "item").head).toBe("<a><b>x >\n  < y</b></a>\n");
  });

  it.each([
    ["the letters of a slot", "urn:slot:0; urn:slot:1;"],
    ["replacement patterns", "$& $1 $' $` $$"],
    ["tags of entries", "</item><item>"],
    ["indentation", "a>\n    <b"],
  ])("does not look again at what it puts in: %s", (_, text) => {
    const slots = new Slots();
    const [first, second] = [slots.cdata(text), slots.cdata("second")];
    expect(slots.fill(`<rss><item>${first}</item><item>${second}</item></rss>`, "item")).toEqual({
      head: "<rss>",
      entries: [`<item>${text}</item>`, "<item>second</item>"],
      foot: "</rss>",
    });
  });

  it("puts nothing in the place of a slot that was never given out", () => {
    expect(new Slots().fill("<a>urn:slot:7;</a>", "item").head).toBe("<a></a>");
  });

  test("gives back every text, in its place", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (texts) => {
        const slots = new Slots();
        const skeleton = texts.map((text) => `<item>${slots.cdata(text)}</item>`).join("\n  ");
        expect(slots.fill(`<r>${skeleton}</r>`, "item").entries).toEqual(
          texts.map((text) => `<item>${text.replaceAll("]]>", "]]]]><![CDATA[>")}</item>`),
        );
      }),
    );
  });
});

describe("entries are found", () => {
  const entriesOf = (
    skeleton: string,
    ...names: Parameters<Slots["fill"]> extends [string, ...infer Names] ? Names : never
  ) => new Slots().fill(skeleton, ...names).entries;

  it.each<[what: string, skeleton: string, entries: string[]]>([
    ["with attributes", '<r><item xml:lang="de">a</item></r>', ['<item xml:lang="de">a</item>']],
    ["after one another", "<r><item>a</item>\n  <item>b</item></r>", ["<item>a</item>", "<item>b</item>"]],
    ["not in names that start alike", "<r><items>a</items><item>b</item></r>", ["<item>b</item>"]],
    ["none", "<r><title>a</title></r>", []],
  ])("%s", (_, skeleton, entries) => {
    expect(entriesOf(skeleton, "item")).toEqual(entries);
  });

  it("of two names, and without content", () => {
    const tombstones =
      '<at:deleted-entry ref="a"/><at:deleted-entry ref="b"><c/></at:deleted-entry><at:deleted-entry ref="c"/>';
    expect(entriesOf(`<r><entry><d/></entry>${tombstones}</r>`, "entry", "at:deleted-entry")).toEqual([
      "<entry><d/></entry>",
      '<at:deleted-entry ref="a"/>',
      '<at:deleted-entry ref="b"><c/></at:deleted-entry>',
      '<at:deleted-entry ref="c"/>',
    ]);
  });
});
