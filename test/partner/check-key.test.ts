import { describe, expect, it } from "vitest";
import { type Definition, definitionSchema } from "../../src/feed/definition.ts";
import { isEntitled, isGood, isSecretOf, type KeyRecord } from "../../src/partner/check-key.ts";
import { keyRecord, RADIO, SECRET } from "./a-key.ts";

const definition = (fields: object = {}) =>
  definitionSchema.parse({
    slug: "radio",
    title: "Radio",
    description: "News",
    access: "partner",
    partner: "radio",
    ...fields,
  });

/** One that was given another path since. */
const ofFamily = (): Definition => ({
  ...definition(),
  slug: "radio/tag/zurich",
  formerly: ["radio/topic/zurich"],
});

describe("a secret", () => {
  it.each<[string, KeyRecord | null, string, boolean]>([
    ["the key's own", keyRecord(), SECRET, true],
    ["nearly the key's own", keyRecord(), `${SECRET.slice(0, -1)}_`, false],
    ["the key's hash, read from a stolen store", keyRecord(), keyRecord().hash, false],
    ["empty", keyRecord(), "", false],
    ["of an id that no key has", null, SECRET, false],
    ["empty, of an id that no key has", null, "", false],
  ])("that is %s", (_, record, secret, expected) => expect(isSecretOf(record, secret)).toBe(expected));
});

describe("a key", () => {
  const NOW = Date.UTC(2026, 2, 1);
  const inHeader = { secret: SECRET, inUrl: false };
  const inUrl = { secret: SECRET, inUrl: true };
  const takesUrls = { partner: { ...RADIO, key_in_url: true } };

  it.each([
    ["in a header, without an end", {}, inHeader, true],
    ["that ends later", { expires_at: NOW + 1 }, inHeader, true],
    ["at the very time of its end", { expires_at: NOW }, inHeader, false],
    ["after its end", { expires_at: NOW - 1 }, inHeader, false],
    ["that was revoked", { revoked_at: NOW - 1 }, inHeader, false],
    ["that was revoked at the beginning of time", { revoked_at: 0 }, inHeader, false],
    ["that was revoked before its end", { revoked_at: NOW - 1, expires_at: NOW + 1 }, inHeader, false],
    ["in the URL, of a partner that may not", {}, inUrl, false],
    ["in the URL, of a partner that may", takesUrls, inUrl, true],
    ["in a header, of a partner that may send it in the URL", takesUrls, inHeader, true],
    ["in the URL, that has ended", { ...takesUrls, expires_at: NOW }, inUrl, false],
  ])("%s is good: %j %j %s", (_, fields, presented, good) =>
    expect(isGood(keyRecord(fields), presented, NOW)).toBe(good),
  );

  it.each([
    ["a feed of its partner's", {}, definition(), true],
    ["no feed that there is not", {}, undefined, false],
    ["no feed of another partner's", {}, definition({ partner: "paper" }), false],
    ["no public feed", {}, definitionSchema.parse({ slug: "radio", title: "R", description: "R" }), false],
    [
      "nothing while its partner is suspended",
      { partner: { ...RADIO, status: "suspended" as const } },
      definition(),
      false,
    ],
    ["a feed that it names", { feeds: ["sport", "radio"] }, definition(), true],
    ["no feed that it does not name", { feeds: ["sport"] }, definition(), false],
    ["nothing where it names none", { feeds: [] }, definition(), false],
    [
      "a feed that was given another slug since",
      { feeds: ["wireless"] },
      definition({ formerly: ["air", "wireless"] }),
      true,
    ],
    ["a family's feed that it names", { feeds: ["radio/tag/zurich"] }, ofFamily(), true],
    ["a feed of a family whose path it names", { feeds: ["radio/tag"] }, ofFamily(), true],
    ["a feed of a family that was elsewhere when it was named", { feeds: ["radio/topic"] }, ofFamily(), true],
    ["no other feed of a family", { feeds: ["radio/tag/bern"] }, ofFamily(), false],
    ["no family's feed below the slug of a feed that it names", { feeds: ["radio"] }, ofFamily(), false],
    ["no feed without a family by an empty name", { feeds: [""] }, definition(), false],
    [
      "no other partner's feed that now has a name it opens",
      { feeds: ["radio"] },
      definition({ partner: "paper" }),
      false,
    ],
  ])("opens %s", (_, fields, feed, opens) => expect(isEntitled(keyRecord(fields), feed)).toBe(opens));
});
