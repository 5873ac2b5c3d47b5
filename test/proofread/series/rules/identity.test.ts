import { paperOf, pollAt } from "../../../../src/proofread/series/examples.ts";
import { BOAT, OLD, PIER, testSeries } from "../polls.ts";

const LIVE = { url: "https://a.example/live", title: "Live", published: "2026-03-12T06:00:00Z" };
const QUIZ = { title: "Quiz", text: "Ten questions" };
const QUAY = { name: "quay", published: "06:12" };

testSeries([
  [
    "an id that follows the address",
    ["id-changed"],
    [
      pollAt("06:10", paperOf([{ ...BOAT, id: "https://a.example/1", url: "https://a.example/1" }])),
      pollAt("06:20", paperOf([{ ...BOAT, id: "https://a.example/one", url: "https://a.example/one" }])),
    ],
  ],
  [
    "two entries of which one new one has the address, or the words",
    ["id-changed"],
    [
      pollAt(
        "06:10",
        paperOf([
          { ...BOAT, title: "T", text: "A" },
          { ...PIER, title: "T", text: "B" },
        ]),
      ),
      pollAt(
        "06:20",
        paperOf([{ ...PIER, title: "T", text: "B", id: "tag:a.example,2026:1", url: "https://gazette.example/boat" }]),
      ),
    ],
  ],
  [
    "a column with the same words each day",
    [],
    [
      pollAt("06:10", paperOf([{ name: "a", ...QUIZ, published: "2026-03-12T06:00:00Z" }])),
      pollAt("06:20", paperOf([{ name: "b", ...QUIZ, published: "06:15" }])),
    ],
  ],
  [
    "a page that is the address of all its entries, one after the other",
    [],
    [
      pollAt("06:10", paperOf([{ name: "a", ...LIVE, title: "A" }])),
      pollAt("06:20", paperOf([{ name: "b", ...LIVE, title: "B", published: "06:15" }])),
    ],
  ],
  [
    "a page that is the address of several entries before",
    [],
    [
      pollAt(
        "06:10",
        paperOf([
          { name: "a", ...LIVE },
          { name: "b", ...LIVE, text: "B" },
        ]),
      ),
      pollAt("06:20", paperOf([{ name: "c", ...LIVE, published: "06:15" }])),
    ],
  ],
  [
    "a page that is the address of several entries after",
    [],
    [
      pollAt("06:10", paperOf([{ name: "a", ...LIVE }])),
      pollAt(
        "06:20",
        paperOf([
          { name: "b", ...LIVE, published: "06:15" },
          { name: "c", ...LIVE, published: "06:14" },
        ]),
      ),
    ],
  ],
  [
    "a story of which nothing is what it was but the id and the date",
    [],
    [
      pollAt("06:10", paperOf([BOAT])),
      pollAt(
        "06:20",
        paperOf([{ ...BOAT, url: "https://a.example/", title: "She sank", text: "So.", updated: "06:15" }]),
      ),
    ],
  ],
  [
    "an entry that is back at the top",
    ["entry-returns"],
    [
      pollAt("06:10", paperOf([BOAT, PIER, OLD])),
      pollAt("06:20", paperOf([QUAY, BOAT, PIER])),
      pollAt("06:30", paperOf([OLD, QUAY, BOAT, PIER])),
    ],
  ],
  [
    "an entry that is back where all others are new",
    [],
    [pollAt("06:10", paperOf([OLD])), pollAt("06:20", paperOf([QUAY])), pollAt("06:30", paperOf([OLD]))],
  ],
  [
    "a feed whose newest entry is its last, that had one taken out",
    [],
    [
      pollAt("06:10", paperOf([OLD, PIER, BOAT])),
      pollAt("06:20", paperOf([PIER, BOAT, QUAY])),
      pollAt("06:30", paperOf([OLD, PIER, BOAT])),
    ],
  ],
  [
    "an entry that goes up since its words have changed",
    ["change-without-updated"],
    [pollAt("06:10", paperOf([BOAT, PIER])), pollAt("06:20", paperOf([{ ...PIER, text: "It fell." }, BOAT]))],
  ],
]);
