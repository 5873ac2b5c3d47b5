import { paperOf, pollAt } from "../../../../src/proofread/series/examples.ts";
import { BOAT, ETAG, testSeries } from "../polls.ts";

const SOON = { ...BOAT, published: "09:00" };

testSeries([
  [
    "an update with a change that only a program reads",
    [],
    [
      pollAt("06:10", paperOf([BOAT])),
      pollAt("06:20", paperOf([{ ...BOAT, updated: "06:15" }]).replace("<summary>", '<category term="a"/><summary>')),
    ],
  ],
  ["both dates of a story to come, which are one", ["date-in-future"], [pollAt("06:10", paperOf([SOON]))]],
  [
    "a story to come, at several polls",
    ["date-in-future"],
    [pollAt("06:10", paperOf([SOON]), ETAG), pollAt("06:20", paperOf([SOON, { name: "quay", published: "06:15" }]))],
  ],
  [
    "a change of the time of a story that is still to come",
    ["date-in-future", "date-in-future"],
    [pollAt("06:10", paperOf([SOON])), pollAt("06:20", paperOf([{ ...SOON, published: "10:00", text: "Later." }]))],
  ],
  ["a clock that is some minutes ahead", [], [pollAt("06:10", paperOf([{ ...BOAT, published: "06:19" }]))]],
  [
    "a publication that goes back",
    ["published-changed"],
    [
      pollAt("06:10", paperOf([{ ...BOAT, updated: "06:05" }])),
      pollAt("06:20", paperOf([{ ...BOAT, published: "05:00", updated: "06:05" }])),
    ],
  ],
]);
