import { paperOf, pollAt } from "../../../../src/proofread/series/examples.ts";
import { BOAT, ETAG, PIER, testSeries } from "../polls.ts";

const PAPER = paperOf([BOAT]);
const [EARLY, LATE] = ["Fri, 13 Mar 2026 06:00:00 GMT", "Fri, 13 Mar 2026 06:15:00 GMT"];

testSeries([
  [
    "a weak tag that stays where a comment moves",
    [],
    [
      pollAt("06:10", paperOf([BOAT], { note: "a" }), { etag: 'W/"1"' }),
      pollAt("06:20", paperOf([BOAT], { note: "b" }), { etag: 'W/"1"' }),
    ],
  ],
  [
    "a weak tag that stays where a story comes",
    ["etag-stale"],
    [pollAt("06:10", paperOf([PIER]), { etag: 'W/"1"' }), pollAt("06:20", paperOf([BOAT, PIER]), { etag: 'W/"1"' })],
  ],
  [
    "a strong tag that stays where a comment moves",
    ["etag-stale"],
    [pollAt("06:10", paperOf([BOAT], { note: "a" }), ETAG), pollAt("06:20", paperOf([BOAT], { note: "b" }), ETAG)],
  ],
  ["a W/ that was added on the way", [], [pollAt("06:10", PAPER, ETAG), pollAt("06:20", PAPER, { etag: 'W/"1"' })]],
  [
    "a tag of its own for each coding",
    [],
    [pollAt("06:10", PAPER, { ...ETAG, coding: "gzip" }), pollAt("06:20", PAPER, { etag: '"2"', coding: "br" })],
  ],
  [
    "a date that moves beside a tag that holds",
    [],
    [pollAt("06:10", PAPER, { ...ETAG, lastModified: EARLY }), pollAt("06:20", PAPER, { ...ETAG, lastModified: LATE })],
  ],
  [
    "a date that stays where a comment moves",
    [],
    [
      pollAt("06:10", paperOf([BOAT], { note: "a" }), { lastModified: EARLY }),
      pollAt("06:20", paperOf([BOAT], { note: "b" }), { lastModified: EARLY }),
    ],
  ],
  [
    "a date that goes back with a 304",
    ["last-modified-backwards"],
    [
      pollAt("06:10", PAPER, { lastModified: LATE }),
      pollAt("06:20", 304, { lastModified: EARLY, sent: { lastModified: LATE } }),
    ],
  ],
  [
    "a date that nobody can read",
    [],
    [
      pollAt("06:10", PAPER, { lastModified: LATE, ...ETAG }),
      pollAt("06:20", PAPER, { lastModified: "soon", ...ETAG }),
    ],
  ],
  [
    "neither, where the first document did not stay",
    ["no-validators"],
    [
      pollAt("06:10", paperOf([PIER])),
      ...["06:20", "06:30", "06:40"].map((time) => pollAt(time, paperOf([BOAT, PIER]))),
    ],
  ],
  [
    "a date that goes back from that of an error's page",
    ["answers"],
    [
      pollAt("06:10", PAPER, { ...ETAG, lastModified: EARLY }),
      pollAt("06:20", "", { status: 503, failure: "503", lastModified: LATE }),
      pollAt("06:30", PAPER, { ...ETAG, lastModified: EARLY }),
    ],
  ],
  ["neither, which is told once", ["no-validators"], ["06:10", "06:20", "06:30"].map((time) => pollAt(time, PAPER))],
]);
