import { jsonPaperOf, paperOf, pollAt } from "../../../../src/proofread/series/examples.ts";
import { BOAT, ETAG, JSON_FEED, OLD, PIER, testSeries } from "../polls.ts";

const QUAY = { name: "quay", published: "06:12" };
const TIMES = ["06:10", "06:16", "06:22"];

testSeries([
  [
    "a story that was taken back on its first day, as another came",
    [],
    [pollAt("06:10", paperOf([BOAT, PIER, OLD])), pollAt("06:20", paperOf([QUAY, PIER, OLD]))],
  ],
  [
    "two that were taken back at the end, as another came",
    [],
    [pollAt("06:10", paperOf([OLD, BOAT, PIER])), pollAt("06:20", paperOf([QUAY, OLD]))],
  ],
  [
    "all stories of a day replaced in ten minutes",
    ["retention"],
    [pollAt("06:10", paperOf([BOAT, PIER])), pollAt("06:20", paperOf([QUAY, { name: "b", published: "06:11" }]))],
  ],
  [
    "a story to come that a later one takes the place of",
    ["date-in-future", "date-in-future"],
    [
      pollAt("06:10", paperOf([{ name: "a", published: "09:00" }])),
      pollAt("06:20", paperOf([{ name: "b", published: "09:30" }])),
    ],
  ],
  [
    "a story that one format never had, which is told once",
    ["formats-late"],
    TIMES.flatMap((time) => [
      pollAt(time, paperOf([BOAT, PIER]), ETAG),
      pollAt(time, jsonPaperOf(["pier"]), { ...JSON_FEED, ...ETAG }),
    ]),
  ],
  [
    "a format that goes back further",
    [],
    TIMES.flatMap((time) => [
      pollAt(time, paperOf([BOAT, PIER]), ETAG),
      pollAt(time, jsonPaperOf(["boat"]), { ...JSON_FEED, ...ETAG }),
    ]),
  ],
  [
    "two feeds of one format, which have not the same stories",
    [],
    TIMES.flatMap((time) => [
      pollAt(time, paperOf([BOAT, PIER]), ETAG),
      pollAt(time, paperOf([PIER]), { url: "https://gazette.example/piers.atom", ...ETAG }),
    ]),
  ],
  [
    "a story that somebody else's feed does not carry",
    [],
    TIMES.flatMap((time) => [
      pollAt(time, paperOf([BOAT, PIER, OLD, QUAY]), ETAG),
      pollAt(time, jsonPaperOf(["quay", "a", "b", "c"]), { url: "https://planet.example/feed.json", ...ETAG }),
    ]),
  ],
  [
    "a story that was taken back, and is a minute longer in another format",
    [],
    [
      pollAt("06:10", paperOf([BOAT, PIER])),
      pollAt("06:10", jsonPaperOf(["boat", "pier"]), JSON_FEED),
      pollAt("06:20", paperOf([PIER])),
      pollAt("06:21", 304, JSON_FEED),
      pollAt("06:22", 304),
      pollAt("06:23", jsonPaperOf(["pier"]), JSON_FEED),
    ],
  ],
  [
    "a story that was taken back, while another format does not answer",
    ["answers"],
    [
      pollAt("06:10", paperOf([BOAT, PIER])),
      pollAt("06:10", jsonPaperOf(["boat", "pier"]), JSON_FEED),
      pollAt("06:11", paperOf([PIER])),
      pollAt("06:20", "", { ...JSON_FEED, status: 502, failure: "502" }),
      pollAt("06:21", 304),
    ],
  ],
]);
