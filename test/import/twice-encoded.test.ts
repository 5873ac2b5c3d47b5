import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "../../src/import/decode.ts";
import { looksTwiceEncoded, repairTwiceEncoded } from "../../src/import/twice-encoded.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (data: Uint8Array): string => decode(data).text;

describe("text that was encoded twice", () => {
  const twice = (value: string): string => new TextDecoder("windows-1252").decode(new TextEncoder().encode(value));

  it.each(["KÃ¶ln", "Itâ€™s", "â€œoneâ€\u009d and â€˜twoâ€™", "It\u00e2\u0080\u0099s", twice("Zürich – 10 €")])(
    "%j is repaired, and noted",
    (value) => {
      const { text, notes } = decode(bytes(value));
      expect(text).not.toMatch(/[Ãâ]/);
      expect(notes).toEqual(["its text had been encoded twice, and is repaired"]);
    },
  );

  it("says what was meant", () => {
    expect(text(bytes("<p>KÃ¶ln: Itâ€™s</p>"))).toBe("<p>Köln: It’s</p>");
  });

  it.each([
    "Köln",
    "“one” and ’two”",
    "SÃO PAULO",
    "CAFÉ\u00a0: «\u00a0OUI\u00a0»",
    "CAFÉ\u00a0: 1",
    "»MENÜ«",
    // Who writes about it has both.
    "Köln became KÃ¶ln",
  ])("%j was not", (value) => {
    expect(decode(bytes(value))).toEqual({ text: value, notes: [] });
  });

  it("is kept where only a part of it was, and noted where that is not little", () => {
    const value = "Köln, KÃ¶ln, MÃ¼nchen, NÃ¼rnberg";
    const notes = ["its text looks as if it had been encoded twice before it got here; it is kept as it is"];
    expect(decode(bytes(value))).toEqual({ text: value, notes });
  });

  it("of any words comes back, if it has an umlaut or a quotation mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const value = `ü’${words.toWellFormed().replace(/[\0<\u0080-\u009f\ufeff]/g, "")}`;
        expect(decode(bytes(twice(value))).text).toBe(value);
      }),
    );
  });
});

describe("control characters that stand for windows-1252's", () => {
  it("are what was meant", () => {
    expect(text(bytes("don\u0092t \u0096 \u0093yes\u0094\u0085"))).toBe("don’t – “yes”…");
  });

  it("of which it has none stay", () => {
    expect(text(bytes("a\u0081b"))).toBe("a\u0081b");
  });
});

describe("the repair", () => {
  it("says nothing of what it cannot know", () => {
    expect(["", "Köln", "KÃ¶ln", "Köln, KÃ¶ln"].map(repairTwiceEncoded)).toEqual([null, null, "Köln", null]);
    expect(["KÃ¶ln, MÃ¼nchen, NÃ¼rnberg", "one KÃ¶ln"].map(looksTwiceEncoded)).toEqual([true, false]);
  });
});
