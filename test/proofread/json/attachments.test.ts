import { expect, it } from "vitest";
import { attachmentFaults } from "../../../src/proofread/json/attachments.ts";
import type { Value } from "../../../src/verify/discrepancy.ts";

const GOOD = { url: "https://x.example/1.mp3", mime_type: "audio/mpeg" };

it.each<[what: string, attachment: Value]>([
  ["with what is required", GOOD],
  ["with sizes", { ...GOOD, size_in_bytes: 0, duration_in_seconds: 61.5 }],
  ["with a title", { ...GOOD, title: "x" }],
])("nothing is wrong with an attachment %s", (_, attachment) => {
  expect(attachmentFaults(attachment)).toEqual([]);
});

it.each<[what: string, attachment: Value, faults: string[]]>([
  ["that is no object", "https://x.example/1.mp3", ["an attachment is no object"]],
  ["that is null", null, ["an attachment is no object"]],
  ["that is empty", {}, ["an attachment has no url", "an attachment has no mime_type"]],
  ["of a relative url", { ...GOOD, url: "/1.mp3" }, ['url "/1.mp3" is not absolute']],
  ["of a url that is no text", { ...GOOD, url: 1 }, ["url is no string"]],
  ["of a type that is none", { ...GOOD, mime_type: "mp3" }, ['mime_type "mp3" is not a MIME type']],
  ["of a size in words", { ...GOOD, size_in_bytes: "7" }, ["size_in_bytes is no number"]],
  ["of a size below 0", { ...GOOD, size_in_bytes: -1 }, ["size_in_bytes is no number"]],
  [
    "of sizes that are null",
    { ...GOOD, size_in_bytes: null, duration_in_seconds: null },
    ["size_in_bytes is no number", "duration_in_seconds is no number"],
  ],
])("of an attachment %s is told what is wrong", (_, attachment, faults) => {
  expect(attachmentFaults(attachment)).toEqual(faults);
});
