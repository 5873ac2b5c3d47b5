import { describe, expect, it } from "vitest";
import { type AskingCommand, showJson, toCommand } from "../../../src/cli/partners/commands.ts";
import { parseOptions } from "../../../src/cli/partners/options.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");

/** A command as its words make it. */
function command(...args: string[]) {
  const parsed = parseOptions(args);
  if (parsed.status !== "options" || parsed.options.command === "check") throw new Error(`${args} asks for nothing`);
  const { command, ...options } = parsed.options;
  return toCommand(command, options, NOW);
}

/** What goes over the wire. */
function sent(...args: string[]): string {
  const { method, path, body } = command(...args);
  return `${method} ${path}${body === undefined ? "" : ` ${JSON.stringify(body)}`}`;
}

describe("toCommand", () => {
  it.each([
    [["list"], "GET /api/partners"],
    [["create", "radio", "--name", "Radio"], 'POST /api/partners {"name":"Radio","slug":"radio"}'],
    [["change", "radio", "--bytes", "5"], 'PATCH /api/partners/radio {"bytes_per_day":5}'],
    [["change", "radio"], "PATCH /api/partners/radio {}"],
    [["suspend", "radio"], 'PATCH /api/partners/radio {"status":"suspended"}'],
    [["resume", "radio"], 'PATCH /api/partners/radio {"status":"active"}'],
    [["keys", "radio"], "GET /api/partners/radio/keys"],
    [["new-key", "radio", "--feeds", "a,b"], 'POST /api/partners/radio/keys {"feeds":["a","b"]}'],
    [["new-key", "radio"], "POST /api/partners/radio/keys {}"],
    [["rotate", "radio", "0a", "--overlap", "0"], 'POST /api/partners/radio/keys/0a/rotate {"overlap_minutes":0}'],
    [["revoke", "radio", "0a"], "DELETE /api/partners/radio/keys/0a"],
    [["receipts", "story"], "GET /api/articles/story/receipts"],
    [["statement", "story"], "GET /api/articles/story/receipts/statement"],
    [["alerts"], "GET /api/partners/alerts"],
  ])("%j asks %s", (args, asked) => expect(sent(...args)).toBe(asked));

  it("makes no other path of a word, and leaves it to the service to refuse a slug", () => {
    expect(sent("revoke", "a/../b", "x?y#z")).toBe("DELETE /api/partners/a%2F..%2Fb/keys/x%3Fy%23z");
    expect(sent("receipts", "2026/a story")).toBe("GET /api/articles/2026%2Fa%20story/receipts");
    expect(sent("create", "Radio!", "--name", "x")).toBe('POST /api/partners {"name":"x","slug":"Radio!"}');
  });
});

describe("what a command shows", () => {
  const partner = {
    slug: "radio",
    name: "Harbour Radio",
    status: "active",
    key_in_url: false,
    requests_per_minute: 60,
    bytes_per_day: 1,
    feeds: [],
  };
  const report = { article: "story", revisions: [], complete: true, waiting: [] };

  it.each([
    [["list"], { partners: [] }, "There are no partners yet."],
    [["keys", "radio"], { keys: [] }, "It has no keys yet."],
    [["alerts"], { alerts: [] }, "There are no alerts."],
    [["revoke", "radio", "0a"], { status: "revoked" }, "The key opens nothing any more."],
    [["statement", "story"], { statement: {}, jws: "a..b" }, '{\n  "statement": {},\n  "jws": "a..b"\n}'],
  ])("%j", (args, answer, text) => expect(command(...args).show(answer)).toEqual({ text }));

  it.each([
    ["create", "radio"],
    ["change", "radio"],
    ["suspend", "radio"],
    ["resume", "radio"],
  ])("%s shows the partner as it now is", (...args) =>
    expect(command(...args).show(partner)?.text).toMatch(/│ radio +│ Harbour Radio │ active/),
  );

  it("shows a key alone, and beside it that it is not shown again", () =>
    expect(command("new-key", "radio").show({ key: "wp_0a_secret" })).toEqual({
      text: "wp_0a_secret",
      note: "This is the only time that the key is shown.",
    }));

  it("tells when a key ends that another one replaces", () =>
    expect(
      command("rotate", "radio", "0a").show({ key: "wp_0b_secret", overlap_ends: "2026-11-25T12:00:00Z" }),
    ).toEqual({
      text: "wp_0b_secret",
      note: "This is the only time that the key is shown. The old one ends 2026-11-25T12:00:00Z.",
    }));

  it("knows which keys have expired by the time it was given", () => {
    const keys = [{ id: "0a", created_at: "2026-01-01T00:00:00Z", expires_at: "2026-11-24T11:59:59Z" }];
    expect(command("keys", "radio").show({ keys })?.text).toContain("│ expired │");
  });

  it("says below the receipts that every partner has an article, or who has not", () => {
    const shown = (answer: unknown) => command("receipts", "story").show(answer)?.text.split("\n").at(-1);
    expect(shown(report)).toBe("Every partner has what its feed says now.");
    expect(shown({ ...report, complete: false, waiting: ["radio", "tv"] })).toBe("Not yet: radio, tv.");
  });

  it.each<AskingCommand>([
    "list",
    "create",
    "change",
    "suspend",
    "resume",
    "keys",
    "new-key",
    "rotate",
    "receipts",
    "alerts",
  ])("%s shows nothing of an answer that is not the service's", (name) => {
    const words = { list: [], alerts: [], rotate: ["radio", "0a"] }[String(name)] ?? ["radio"];
    const { show } = command(name, ...words);
    const others = [null, 7, "text", [], {}, { partners: 1, keys: null, alerts: "x", slug: 1, key: 2, revisions: {} }];
    expect(others.map(show)).toEqual(others.map(() => null));
  });
});

describe("showJson", () => {
  it("is the answer as it is, indented for people", () =>
    expect(showJson({ a: [1], b: null })).toEqual({ text: '{\n  "a": [\n    1\n  ],\n  "b": null\n}' }));
});
