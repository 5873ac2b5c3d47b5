import { describe, expect, it } from "vitest";
import { formatFindings, proofreadDocument } from "../../../src/cli/verify/check-document.ts";
import type { LoadedDocument } from "../../../src/cli/verify/load.ts";
import { FORMATS } from "../../../src/feed/feed.ts";
import { documentOf, feedOf } from "./newsroom.ts";

describe("proofreadDocument", () => {
  const loaded: LoadedDocument = {
    ...{ name: "feed.rss", text: documentOf(feedOf("a"), "rss"), findings: [] },
    received: { from: "feed.rss", redirects: [], encoding: "utf-8", encodingFrom: "default", bytes: 1 },
  };

  it("says first what is wrong with the bytes, and calls the document by its name or by another", async () => {
    const bytes = {
      rule: "encoding",
      severity: "error",
      where: "document",
      message: "the bytes are not utf-8",
    } as const;
    const named = await proofreadDocument({ ...loaded, findings: [bytes] });
    expect(named.findings[0]).toEqual({ document: "feed.rss", ...bytes });
    expect(named.counts).toContainEqual({ document: "feed.rss", rule: "encoding", count: 1 });
    const renamed = await proofreadDocument({ ...loaded, findings: [bytes] }, { document: "rss" });
    expect([renamed.findings[0]?.document, renamed.counts[0]?.document]).toEqual(["rss", "rss"]);
  });

  it("compares the URL and the type that it was served with", async () => {
    const messages = async (served: object) =>
      (await proofreadDocument({ ...loaded, ...served })).findings.map(({ message }) => message).join("\n");
    const served = { url: "https://feeds.example/feeds/a.rss", contentType: "application/rss+xml; charset=utf-8" };
    const asServed = await messages(served);
    expect(await messages({ ...served, contentType: "text/html" })).not.toBe(asServed);
    expect(await messages({ ...served, url: "https://elsewhere.example/feed" })).toContain(
      "https://elsewhere.example/feed",
    );
  });
});

describe("formatFindings", () => {
  const named = FORMATS.map((format) => ({ name: format, text: documentOf(feedOf("a"), format) }));

  it("has none where all say the same", () => expect(formatFindings(named)).toEqual([]));

  it("has some where one says something else, and none against what cannot be read", () => {
    const other = { name: "other", text: documentOf(feedOf("b"), "json") };
    expect(formatFindings([...named, other]).map(({ document }) => document)).toContain("formats");
    expect(formatFindings([...named, { name: "broken", text: "<rss" }])).toEqual([]);
  });
});
