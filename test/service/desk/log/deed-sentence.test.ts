import { describe, expect, it } from "vitest";
import { DeedOfIt, DeedSentence } from "../../../../src/service/desk/log/deed-sentence.tsx";
import type { LoggedDeed } from "../../../../src/service/store/audit-log.ts";
import { definitionOf, site } from "../../pages/fixtures.ts";
import { render } from "../../render.ts";
import { deedOf, SESSION } from "../fixtures.ts";

const PROPS = {
  site,
  definitions: new Map([
    ["all", definitionOf()],
    ["radio", definitionOf({ slug: "radio", title: "For the radio", access: "partner", partner: "radio" })],
  ]),
  names: new Map([["ben", "Ben Stone"]]),
};
const html = (deed: Partial<LoggedDeed>) => render(DeedSentence, { ...PROPS, deed: deedOf(deed) });
const sentence = (deed: Partial<LoggedDeed>) => html(deed).replace(/<[^>]+>/g, "");

describe("a deed in a sentence", () => {
  it.each<[string, Partial<LoggedDeed>]>([
    ["Ada Quill withheld the story The vote.", { action: "article.withheld", detail: { title: "The vote" } }],
    ["Ada Quill changed the story a.", {}],
    [
      "The publish token took an export of 12 stories.",
      {
        actor: { kind: "key", id: "publish-token", name: "publish token" },
        action: "export.taken",
        subject: { kind: "store", id: "store" },
        detail: { articles: 12 },
      },
    ],
    ["The key Archive changed the story a.", { actor: { kind: "key", id: "7", name: "Archive" } }],
    ["The source Coast Wire changed the story a.", { actor: { kind: "source", id: "coast", name: "Coast Wire" } }],
    [
      "The service took up the feed Everything: its definition is new.",
      {
        actor: { kind: "service", id: "service", name: "the service" },
        action: "definition.changed",
        subject: { kind: "feed", id: "all" },
        detail: { change: "added" },
      },
    ],
    [
      "Ada Quill changed Ben Stone: now editor.",
      { action: "person.changed", subject: { kind: "person", id: "ben" }, detail: { role: "editor" } },
    ],
    [
      "Ada Quill changed their own account: a passkey was added.",
      { action: "person.changed", subject: { kind: "person", id: "ada" }, detail: { passkey: "added" } },
    ],
    ["Ada Quill joined.", { action: "person.joined", subject: { kind: "person", id: "ada" } }],
    ["Ada Quill signed in.", { action: "session.started", subject: { kind: "session", id: "7" } }],
    [
      "Ada Quill refused a sign-in as Ben Stone with a wrong password.",
      { action: "session.refused", subject: { kind: "person", id: "ben" }, detail: { how: "password" } },
    ],
    [
      "Ada Quill refused a sign-in with a wrong passkey.",
      { action: "session.refused", subject: { kind: "session", id: "" }, detail: { how: "passkey" } },
    ],
    [
      "Ada Quill invited somebody as owner.",
      { action: "person.invited", subject: { kind: "person", id: "7" }, detail: { role: "owner" } },
    ],
    ["Ada Quill began a draft.", { action: "draft.started", subject: { kind: "draft", id: "7" } }],
  ])("is: %s", (words, deed) => expect(sentence(deed)).toBe(words));

  it.each<[string, LoggedDeed["subject"], string | undefined]>([
    ["a story", { kind: "article", id: "a/b" }, "/desk/articles/a%2Fb"],
    ["a feed", { kind: "feed", id: "all" }, "/feeds/all"],
    ["a partner’s feed", { kind: "feed", id: "radio" }, "/desk/partners/feeds/radio"],
    ["a feed that is no more", { kind: "feed", id: "gone" }, undefined],
  ])("leads to %s", (_, subject, path) =>
    expect(/<a href="([^"]+)"/.exec(html({ subject, action: "definition.changed" }))?.[1]).toBe(path),
  );

  it("lets nothing that was stored become markup", () =>
    expect(html({ detail: { title: "<script>" }, actor: { ...SESSION.actor, name: "<b>" } })).not.toMatch(
      /<script>|<b><b>/,
    ));

  it("on the page of the thing itself says “it”", () =>
    expect(render(DeedOfIt, { deed: deedOf({ action: "article.retracted", detail: { reason: "Wrong" } }) })).toBe(
      '<b dir="auto">Ada Quill</b> took it back: “Wrong”.',
    ));
});
