import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDateline } from "../../../src/import/page-text/dateline.ts";

describe("datelines", () => {
  it.each([
    ["PORT ELLIS (Coast Wire) — Ferries sailed.", "PORT ELLIS (Coast Wire)", "Coast Wire", "Ferries sailed."],
    ["LONDON, March 3 (Reuters) - Ferries sailed.", "LONDON, March 3 (Reuters)", "Reuters", "Ferries sailed."],
    ["Port Ellis (AP) – Ferries sailed.", "Port Ellis (AP)", "AP", "Ferries sailed."],
    ["ST. JOHN’S, N.L. — Ferries sailed.", "ST. JOHN’S, N.L.", undefined, "Ferries sailed."],
    ["NEW YORK—Ferries sailed.", "NEW YORK", undefined, "Ferries sailed."],
    ["ŁÓDŹ, Poland (PAP) -- Ferries sailed.", "ŁÓDŹ, Poland (PAP)", "PAP", "Ferries sailed."],
    ["RIO DE JANEIRO (AFP) —", "RIO DE JANEIRO (AFP)", "AFP", ""],
  ])("%j", (text, dateline, agency, rest) => {
    expect(parseDateline(text)).toEqual({ dateline, agency, rest });
  });

  it.each([
    "Storms – the second this week – hit the coast.",
    "Ferries (all of them) – sailed again.",
    "“We are not out of it – not yet,” she said.",
    "BREAKING — Ferries sailed.",
    "UPDATE - Ferries sailed.",
    "The harbour-master said so.",
    "A — B",
    "F—k this, he said.",
  ])("%j has none", (text) => {
    expect(parseDateline(text)).toBeNull();
  });
});

describe("the parts of a dateline", () => {
  it.each([
    ["AMSTERDAM (ANP/Reuters) — Ferries sailed.", "AMSTERDAM (ANP/Reuters)", "ANP/Reuters"],
    ["BERLIN (dpa) - Ferries sailed.", "BERLIN (dpa)", "dpa"],
    ["FRANKFURT AM MAIN (dpa/lhe) – Ferries sailed.", "FRANKFURT AM MAIN (dpa/lhe)", "dpa/lhe"],
    ["WASHINGTON, D.C., March 3, 2026 (AP) — Ferries sailed.", "WASHINGTON, D.C., March 3, 2026 (AP)", "AP"],
    ["LONDON, March 3 — Ferries sailed.", "LONDON, March 3", undefined],
    ["PARIS (AFP)—Ferries sailed.", "PARIS (AFP)", "AFP"],
    ["AIX-EN-PROVENCE – Ferries sailed.", "AIX-EN-PROVENCE", undefined],
    ["CÔTE D’AZUR — Ferries sailed.", "CÔTE D’AZUR", undefined],
  ])("%j", (text, dateline, agency) => {
    expect(parseDateline(text)).toEqual({ dateline, agency, rest: "Ferries sailed." });
  });

  it.each([
    // A hyphen without spaces joins a word.
    "LONDON-based ferries sailed.",
    "Port Ellis – ferries sailed.",
    "LONDON (who else) — Ferries sailed.",
    "LONDON, Paris, Rome, Berlin, Madrid (AP) — Ferries sailed.",
    "The Ferry Company Of The Northern Isles Said (AP) — Ferries sailed.",
    "NOTE — Ferries sailed.",
    "VIDEO: LONDON — Ferries sailed.",
    "LONDON",
    "LONDON (AP)",
    "",
  ])("%j has none", (text) => {
    expect(parseDateline(text)).toBeNull();
  });

  it("together are the line, whatever stands behind the dash", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/), (rest) => {
        expect(parseDateline(`PORT ELLIS (Coast Wire) — ${rest}`)).toEqual({
          dateline: "PORT ELLIS (Coast Wire)",
          agency: "Coast Wire",
          rest,
        });
      }),
    );
  });
});
