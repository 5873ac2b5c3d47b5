import { describe, expect, it } from "vitest";
import { newKeySchema, newPartnerSchema, partnerChangeSchema, rotationSchema } from "../../src/partner/partner.ts";

const faults = (schema: typeof newPartnerSchema | typeof partnerChangeSchema | typeof newKeySchema, input: unknown) =>
  schema.safeParse(input).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

describe("a new partner", () => {
  it("needs a slug and a name, and says no more than it was told", () =>
    expect(newPartnerSchema.parse({ slug: "harbour-radio", name: " Harbour Radio " })).toEqual({
      slug: "harbour-radio",
      name: "Harbour Radio",
    }));

  it("may have settings of its own", () => {
    const partner = {
      slug: "r2",
      name: "R",
      status: "suspended",
      key_in_url: true,
      requests_per_minute: 1,
      bytes_per_day: 1_000_000_000_000,
    };
    expect(newPartnerSchema.parse(partner)).toEqual(partner);
  });

  it.each([
    ["capital letters", "Radio"],
    ["two hyphens in a row", "a--b"],
    ["a hyphen at its end", "radio-"],
    ["nothing in it", ""],
    ["a slash", "a/b"],
    ["a dot", "radio.rss"],
    ["a letter of another alphabet", "rádio"],
  ])("cannot have a slug with %s", (_, slug) =>
    expect(faults(newPartnerSchema, { slug, name: "R" })).toEqual([
      ["slug", "must be lower-case letters, digits and single hyphens"],
    ]),
  );

  it("cannot have a slug of more than 60 characters, nor the name that the API takes for its alerts", () => {
    expect(faults(newPartnerSchema, { slug: "a".repeat(60), name: "R" })).toEqual([]);
    expect(faults(newPartnerSchema, { slug: "a".repeat(61), name: "R" })).toEqual([
      ["slug", "is longer than 60 characters"],
    ]);
    expect(faults(newPartnerSchema, { slug: "alerts", name: "R" })).toEqual([["slug", "is taken by the API itself"]]);
  });

  it.each([
    ["without a slug", { name: "R" }, "slug"],
    ["without a name", { slug: "r" }, "name"],
    ["with a name of white space", { slug: "r", name: " \n" }, "name"],
    ["with a name of 201 characters", { slug: "r", name: "x".repeat(201) }, "name"],
    ["with a status of its own", { slug: "r", name: "R", status: "gone" }, "status"],
    ["with no request a minute", { slug: "r", name: "R", requests_per_minute: 0 }, "requests_per_minute"],
    ["with half a request a minute", { slug: "r", name: "R", requests_per_minute: 1.5 }, "requests_per_minute"],
    ["with more requests than can be", { slug: "r", name: "R", requests_per_minute: 100_001 }, "requests_per_minute"],
    ["with no byte a day", { slug: "r", name: "R", bytes_per_day: 0 }, "bytes_per_day"],
    ["with a word for a switch", { slug: "r", name: "R", key_in_url: "yes" }, "key_in_url"],
  ])("is refused %s", (_, input, path) =>
    expect(faults(newPartnerSchema, input).map(([where]) => where)).toEqual([path]),
  );

  it("is refused with a field that nobody knows, instead of dropping it", () =>
    expect(faults(newPartnerSchema, { slug: "r", name: "R", quota: 5 })).toEqual([["", 'Unrecognized key: "quota"']]));
});

describe("a change of a partner", () => {
  it("may change anything but the slug, and need change nothing", () => {
    expect(partnerChangeSchema.parse({})).toEqual({});
    expect(partnerChangeSchema.parse({ name: "New", status: "active" })).toEqual({ name: "New", status: "active" });
    expect(faults(partnerChangeSchema, { slug: "other" })).toEqual([["", 'Unrecognized key: "slug"']]);
  });
});

describe("a new key", () => {
  it("need say nothing; its end is read in any zone", () => {
    expect(newKeySchema.parse({})).toEqual({});
    expect(newKeySchema.parse({ label: "Studio", feeds: ["radio"], expires_at: "2026-03-01T10:00:00+02:00" })).toEqual({
      label: "Studio",
      feeds: ["radio"],
      expires_at: Date.UTC(2026, 2, 1, 8),
    });
  });

  it.each([
    ["a list of no feeds", { feeds: [] }, "feeds"],
    ["201 feeds", { feeds: Array(201).fill("radio") }, "feeds"],
    ["an empty label", { label: "" }, "label"],
    ["a time without a zone", { expires_at: "2026-03-01T10:00:00" }, "expires_at"],
    ["a day that there is not", { expires_at: "2026-02-29T10:00:00Z" }, "expires_at"],
    ["a number for a time", { expires_at: 1_772_000_000_000 }, "expires_at"],
  ])("is refused with %s", (_, input, path) =>
    expect(faults(newKeySchema, input).map(([where]) => where)).toEqual([path]),
  );
});

describe("a key's rotation", () => {
  it.each([
    [{}, 1_440],
    [{ overlap_minutes: 0 }, 0],
    [{ overlap_minutes: 129_600 }, 129_600],
  ])("%j leaves the old key %i minutes", (input, minutes) =>
    expect(rotationSchema.parse(input)).toEqual({ overlap_minutes: minutes }),
  );

  it.each([-1, 0.5, 129_601, "60", null])("takes no overlap of %j", (overlap_minutes) =>
    expect(rotationSchema.safeParse({ overlap_minutes }).success).toBe(false),
  );
});
