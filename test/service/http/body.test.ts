import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BodyLine, parseJson, readBody, readLines } from "../../../src/service/http/body.ts";

const encoder = new TextEncoder();

/** A body that comes in these pieces, and what became of the rest. */
function streamOf(pieces: Uint8Array[]): { body: ReadableStream<Uint8Array>; left: () => number } {
  const rest = [...pieces];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = rest.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, left: () => rest.length };
}

const request = (body: RequestInit["body"] | null, headers: RequestInit["headers"] = {}): Request =>
  new Request("https://feeds.example/api", { method: "POST", body, headers, ...{ duplex: "half" } });

/** Cuts bytes at places. */
function cut(bytes: Uint8Array, places: number[]): Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...ends, bytes.length].map((end, index) => bytes.slice(index === 0 ? 0 : ends[index - 1], end));
}

describe("a body", () => {
  it.each([
    ["nothing", null, ""],
    ["an empty text", "", ""],
    ["a text as long as the limit", "12345678", "12345678"],
    ["fewer characters than the limit, and as many bytes", "éé😀", "éé😀"],
  ])("is read: %s", async (_, body, text) => {
    expect(await readBody(request(body), 8)).toBe(text);
  });

  it.each([
    ["a byte", "123456789"],
    ["its bytes, not its characters", "ééééé"],
  ])("that is over the limit by %s is null", async (_, body) => {
    expect(await readBody(request(body), 8)).toBeNull();
  });

  it("that says it is too long is not begun (RFC 9110 §15.5.14)", async () => {
    const { body, left } = streamOf([encoder.encode("12")]);
    const asked = { headers: new Headers({ "content-length": "9" }), body } as Request;
    expect([await readBody(asked, 8), left()]).toEqual([null, 1]);
  });

  it("that turns out too long is not read to its end, whatever it said", async () => {
    const { body, left } = streamOf(["123456", "789", "rest", "rest"].map((text) => encoder.encode(text)));
    const asked = { headers: new Headers({ "content-length": "2" }), body } as Request;
    expect([await readBody(asked, 8), left()]).toEqual([null, 2]);
  });

  it("that ends inside a character is told so, not cut: what is broken must not look whole", async () => {
    expect(await readBody(request(new Uint8Array([0x61, 0xc3])), 8)).toBe("a\ufffd");
    expect(await linesOf([new Uint8Array([0x61, 0xc3])])).toEqual([{ number: 1, text: "a\ufffd" }]);
  });

  it("is the same text wherever the network cut it, be it inside a character", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.array(fc.nat(), { maxLength: 5 }), async (text, places) => {
        const { body } = streamOf(cut(encoder.encode(text), places).filter((piece) => piece.length > 0));
        expect(await readBody({ headers: new Headers(), body } as Request, 10_000)).toBe(text.replace(/^\ufeff/, ""));
      }),
    ));
});

const linesOf = async (pieces: Uint8Array[], limit = 100): Promise<BodyLine[]> => {
  const lines: BodyLine[] = [];
  for await (const line of readLines(streamOf(pieces).body, limit)) lines.push(line);
  return lines;
};

describe("the lines of a stream", () => {
  it.each<[string, string, BodyLine[]]>([
    ["of nothing are none", "", []],
    ["of one without an end are one", "a", [{ number: 1, text: "a" }]],
    ["that end are not one more", "a\n", [{ number: 1, text: "a" }]],
    [
      "that are blank count, and are passed over",
      "a\n\n \t\r\nb\n\n",
      [
        { number: 1, text: "a" },
        { number: 4, text: "b" },
      ],
    ],
    [
      "that end in CRLF keep the CR, which is white space of JSON (RFC 8259 §2)",
      "a\r\nb",
      [
        { number: 1, text: "a\r" },
        { number: 2, text: "b" },
      ],
    ],
    ["as long as the limit are whole", "x".repeat(100), [{ number: 1, text: "x".repeat(100) }]],
    [
      "that are longer are told, and those after them are whole",
      `${"x".repeat(101)}\nb`,
      [
        { number: 1, tooLong: true },
        { number: 2, text: "b" },
      ],
    ],
    ["of which the last is longer are told", `${"x".repeat(101)}`, [{ number: 1, tooLong: true }]],
    ["that are longer and blank are told", " ".repeat(101), [{ number: 1, tooLong: true }]],
  ])("%s", async (_, text, lines) => {
    expect(await linesOf([encoder.encode(text)])).toEqual(lines);
  });

  it("are the same wherever the network cut them", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (texts, places) => {
          const bytes = encoder.encode(`-${texts.join("\n")}`);
          expect(await linesOf(cut(bytes, places), 10)).toEqual(await linesOf([bytes], 10));
        },
      ),
    ));

  it("that are too long are never held: of a line without end, no more than the limit and a piece", async () => {
    const piece = encoder.encode("x".repeat(60));
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => (sent++ < 500 ? controller.enqueue(piece) : controller.enqueue(encoder.encode("\nb\n"))),
    });
    const found: BodyLine[] = [];
    for await (const line of readLines(endless, 100)) {
      found.push(line);
      if (found.length === 2) break;
    }
    expect(found).toEqual([
      { number: 1, tooLong: true },
      { number: 2, text: "b" },
    ]);
  });
});

describe("JSON", () => {
  it.each([
    ["null", null],
    ["0", 0],
    [' {"a": [1]} ', { a: [1] }],
    ['"\\ud800"', "\ud800"],
  ])("%s is read", (text, value) => {
    expect(parseJson(text)).toEqual(value);
  });

  it.each(["", " ", "{", "undefined", "{'a': 1}", "[1,]", "NaN", "\ufeff{}"])("%j is none (RFC 8259)", (text) => {
    expect(parseJson(text)).toBeUndefined();
  });

  it("is read back as it was written, and never throws", () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        expect(JSON.stringify(parseJson(JSON.stringify(value)))).toBe(JSON.stringify(value));
        parseJson(text);
      }),
    ));
});
