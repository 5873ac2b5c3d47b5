import { describe, expect, it } from "vitest";
import { ACTION_WORDS, didIt, subjectName } from "../../../src/service/audit/words.ts";
import type { Action } from "../../../src/service/store/audit.ts";

const more = (action: Action, detail: Record<string, unknown>) => ACTION_WORDS[action].more?.(detail);

describe("the words of the log", () => {
  it("name no two kinds of deeds alike", () => {
    const names = Object.values(ACTION_WORDS).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each<[Action, string]>([
    ["article.withheld", "withheld it"],
    ["article.retracted", "took it back"],
    ["article.brought", "took it in"],
  ])("tell of %s where the thing stands above already", (action, words) =>
    expect(didIt(ACTION_WORDS[action])).toBe(words),
  );

  it.each<[Action, Record<string, unknown>, string | undefined]>([
    ["article.retracted", { reason: "It was wrong" }, ": “It was wrong”"],
    ["article.retracted", { reason: "It was wrong." }, ": “It was wrong”"],
    ["article.retracted", { reason: "We do not know yet..." }, ": “We do not know yet...”"],
    ["article.retracted", {}, undefined],
    ["article.created", { writer: "Wren Okafor" }, ", written by Wren Okafor"],
    ["source.asked", {}, " asked"],
    ["source.let-in", { article: "a" }, " for the story a"],
    ["article.changed", { restored: 3 }, ": restored revision 3"],
    ["article.changed", {}, undefined],
    ["article.brought", { revisions: 1 }, " from another service, with 1 revision"],
    ["definition.changed", { change: "selection" }, ": its definition selects other stories"],
    ["definition.changed", { change: "constructor" }, undefined],
    ["person.changed", { role: "editor" }, ": now editor"],
    ["person.changed", { passkey: "added" }, ": a passkey was added"],
    ["session.refused", { how: "password" }, " with a wrong password"],
    ["export.taken", { articles: 12, partners: 1 }, " of 12 stories and 1 partner"],
    ["export.taken", { articles: 3, after: "n7" }, " of 3 stories, the next part of it"],
    ["import.taken", { results: { created: 1200, refused: 1 }, whole: true }, ": 1,200 created, 1 refused"],
    ["import.taken", { results: {}, whole: false }, "; it broke off"],
  ])("say what else is known of %s %j", (action, detail, words) => expect(more(action, detail)).toBe(words));

  it("call a thing what it was called then, where its deed says that", () => {
    expect(subjectName({ detail: { title: "The vote", name: "Another" } })).toBe("The vote");
    expect(subjectName({ detail: { title: "", called: "hall.jpg" } })).toBe("hall.jpg");
    expect(subjectName({})).toBeUndefined();
  });
});
