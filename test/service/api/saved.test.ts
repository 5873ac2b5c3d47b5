import { describe, expect, it } from "vitest";
import { answerSaved } from "../../../src/service/api/saved.ts";
import type { SaveOutcome } from "../../../src/service/jobs/ingest.ts";

const answer = async (saved: SaveOutcome, removed: { path: string; what: string; count: number }[] = []) => {
  const response = answerSaved(saved, removed);
  return [response.status, response.headers.get("etag"), await response.json()];
};

describe("what came of a save", () => {
  it.each([
    ["created", 201],
    ["changed", 200],
    ["unchanged", 200],
  ] as const)("%s is %i, with the revision as its tag and what was cleaned out", async (status, code) => {
    const removed = [{ path: "/content_html", what: "script", count: 1 }];
    expect(await answer({ status, id: "a", revision: 3, feeds: ["all"] }, removed)).toEqual([
      ...[code, '"3"', { status, id: "a", revision: 3, feeds: ["all"], removed }],
    ]);
  });

  it("refused is a conflict with what is stored: 409, and why (RFC 9110 §15.5.10)", async () => {
    const problems = [{ path: "/guid", detail: "belongs to another" }];
    expect(await answer({ status: "refused", id: "a", problems })).toEqual([
      ...[409, null, expect.objectContaining({ status: 409, problems })],
    ]);
  });

  it.each([
    [7, '"7"', "Somebody else has changed the article. Its revision is 7."],
    [0, null, "Somebody else has changed the article. It is not stored."],
  ])(
    "after somebody else's is 412, and names the revision that there is: %i (RFC 9110 §15.5.13)",
    async (revision, etag, detail) => {
      expect(await answer({ status: "conflict", id: "a", revision })).toEqual([
        ...[412, etag, expect.objectContaining({ status: 412, detail })],
      ]);
    },
  );

  it.each<SaveOutcome>([
    { status: "created", id: "a", revision: 1, feeds: [] },
    { status: "refused", id: "a", problems: [] },
    { status: "conflict", id: "a", revision: 1 },
  ])("is kept by no cache: $status", (saved) => {
    expect(answerSaved(saved, []).headers.get("cache-control")).toBe("no-store");
  });
});
