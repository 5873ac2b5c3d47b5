import { describe, expect, it } from "vitest";
import { parseCatalog } from "../../src/feed/catalog.ts";
import {
  type DefinitionInput,
  defineFeed,
  definitionSchema,
  type ProfileName,
  reportsKeptFor,
  siteSchema,
} from "../../src/feed/definition.ts";
import { definitionOf } from "../partner/a-portal.ts";
import { SITE } from "../site.ts";

const NEWS: DefinitionInput = { slug: "news", title: "News", description: "All the news" };

const RADIO: DefinitionInput = {
  slug: "radio",
  title: "Radio",
  description: "News",
  access: "partner",
  partner: "radio",
};

const faults = (fields: object, base: DefinitionInput = NEWS) =>
  definitionSchema.safeParse({ ...base, ...fields }).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("a definition", () => {
  it("has a default for whatever may be left out", () =>
    expect(definitionSchema.parse(NEWS)).toEqual({
      ...NEWS,
      retired: false,
      access: "public",
      content: "full",
      kind: "public",
      retention: 35,
      entries: 50,
    }));

  it("keeps all that it says, its lines trimmed", () => {
    const whole = {
      ...NEWS,
      formerly: ["latest"],
      retired: true,
      access: "public",
      select: { any: [{ section: "Politics" }], all: [{ tag: "vote" }, { author: "Ada" }], none: [{ credit: "Wire" }] },
      content: "headline",
      kind: "wire",
      retention: 3650,
      entries: 200,
      language: "zh-Hans-CN",
      home: "https://gazette.example/politics",
      logo: { url: "https://gazette.example/logo.png", width: 144, height: 400 },
      ttl: 10_080,
    };
    expect(definitionSchema.parse({ ...whole, title: " News\n" })).toEqual(whole);
  });

  it("is typed by defineFeed, which changes nothing of it", () => expect(defineFeed(NEWS)).toBe(NEWS));

  it.each<[string, object, string]>([
    ["two hyphens in its slug", { slug: "a--b" }, "slug"],
    ["an empty title", { title: "  " }, "title"],
    ["a description of 301 characters", { description: "x".repeat(301) }, "description"],
    ["more entries than a document holds", { entries: 201 }, "entries"],
    ["half an entry", { entries: 1.5 }, "entries"],
    ["notices that stand for no day", { retention: 0 }, "retention"],
    ["notices that stand for more than ten years", { retention: 3651 }, "retention"],
    ["a language that is none", { language: "english" }, "language"],
    ["a home that is no web page", { home: "ftp://gazette.example/" }, "home"],
    [
      "a logo broader than RSS takes",
      { logo: { url: "https://g.example/l.png", width: 145, height: 1 } },
      "logo.width",
    ],
    [
      "a logo higher than RSS takes",
      { logo: { url: "https://g.example/l.png", width: 1, height: 401 } },
      "logo.height",
    ],
    ["a logo without a height", { logo: { url: "https://g.example/l.png", width: 1 } }, "logo.height"],
    ["a time to live of more than a week", { ttl: 10_081 }, "ttl"],
    ["no former slug in its list", { formerly: [] }, "formerly"],
    ["a former slug that is none", { formerly: ["News"] }, "formerly.0"],
    ["a selection of nothing", { select: { any: [] } }, "select.any"],
    ["a selection by a word of its own", { select: { some: [{ tag: "x" }] } }, "select"],
    ["a condition of two things at once", { select: { any: [{ tag: "x", section: "y" }] } }, "select.any.0"],
    ["a condition of an empty tag", { select: { none: [{ tag: "" }] } }, "select.none.0.tag"],
    ["a condition of a language that is none", { select: { all: [{ language: "e" }] } }, "select.all.0.language"],
    ["an access of its own", { access: "secret" }, "access"],
  ])("is refused with %s", (_, fields, path) => expect(faults(fields)).toEqual([path]));
});

describe("a partner's definition", () => {
  it.each([
    [{ partner: undefined }, 'feeds: "radio": partner: is missing: whose feed is it?'],
    [{ access: "public" }, 'feeds: "radio": partner: is for feeds with access: "partner"'],
    [{ attribution: "{who}" }, 'feeds: "radio": attribution: may name {credit}, {site}, {title}, {url}, {canonical}'],
  ])("with %j is refused in one line", (fields, fault) =>
    expect(() => parseCatalog(SITE, [{ ...RADIO, ...fields } as DefinitionInput])).toThrow(fault),
  );

  it.each(["profile", "attribution", "link_parameters", "alerts"] as const)(
    "is the only one that may have %s",
    (name) => {
      const fields = { profile: "msn", attribution: "{site}", link_parameters: { a: "b" }, alerts: {} };
      expect(faults({ [name]: fields[name] })).toEqual([name]);
      expect(faults({ [name]: fields[name] }, RADIO)).toEqual([]);
    },
  );

  it.each<[string, object, string]>([
    ["a parameter's name that would need encoding", { link_parameters: { "a b": "x" } }, "link_parameters.a b"],
    ["a parameter without a value", { link_parameters: { a: "" } }, "link_parameters.a"],
    ["an attribution with one unknown field among known ones", { attribution: "{site} {who}" }, "attribution"],
    ["an attribution with a field written large", { attribution: "{Site}" }, "attribution"],
    ["an attribution with an empty field", { attribution: "{}" }, "attribution"],
    [
      "a silence of less than an hour, to which polls are noted",
      { alerts: { silent_after: 59 } },
      "alerts.silent_after",
    ],
    ["a silence of more than thirty days", { alerts: { silent_after: 43_201 } }, "alerts.silent_after"],
    ["a retraction to be picked up at once", { alerts: { retraction_within: 0 } }, "alerts.retraction_within"],
    ["an alert of its own", { alerts: { quiet: 60 } }, "alerts"],
  ])("is refused with %s", (_, fields, path) => expect(faults(fields, RADIO)).toEqual([path]));

  it("may name every field there is in its attribution, and none at all", () => {
    const all = "{credit} {site} {title} {url} {canonical}";
    expect(faults({ attribution: all }, RADIO)).toEqual([]);
    expect(faults({ attribution: "From the Gazette" }, RADIO)).toEqual([]);
  });
});

describe("a definition with a profile", () => {
  it.each<[ProfileName, object, string]>([
    ["msn", { access: "public", partner: undefined }, 'profile: is for feeds with access: "partner"'],
    ["msn", { content: "summary" }, 'content: must be "full" for profile: "msn"'],
    ["smartnews", { content: "headline" }, 'content: must be "full" for profile: "smartnews"'],
    ["flipboard", { content: "summary" }, 'content: must be "full" for profile: "flipboard"'],
    ["wire", { kind: "wire" }, 'kind: is for public feeds: say profile: "wire"'],
    [
      "smartnews",
      { description: "x".repeat(31) },
      "description: is longer than the 30 characters that SmartNews takes",
    ],
    [
      "smartnews",
      { link_parameters: { UTM_source: "x" } },
      "link_parameters: SmartNews takes links without utm_ parameters",
    ],
    ["apple", { language: "en" }, "language: Apple News asks for one with its region, as en-GB"],
    ["apple", { language: undefined }, "language: Apple News asks for one with its region, as en-GB"],
  ])("%s and %j stops the start with one line", (name, fields, fault) => {
    expect(() => parseCatalog(SITE, [definitionOf(name, fields)])).toThrow(new Error(`feeds: "portal": ${fault}`));
  });

  it("of an unknown name stops it too", () => {
    expect(() => parseCatalog(SITE, [{ ...definitionOf("msn"), profile: "yahoo" as ProfileName }])).toThrow(
      /^feeds: "portal": profile: /,
    );
  });
});

describe("the site", () => {
  const faultsOf = (fields: object) =>
    siteSchema
      .safeParse({ ...SITE, ...fields })
      .error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  it.each(["2026", "2026-03", "2026-03-01"])("was named on %s (RFC 4151 §2.1)", (date) =>
    expect(siteSchema.parse({ ...SITE, tag: { ...SITE.tag, date } }).tag.date).toBe(date),
  );

  it.each(["26", "2026-3", "2026-03-01T00:00:00Z", ""])("was never named on %j", (date) =>
    expect(faultsOf({ tag: { ...SITE.tag, date } })).toEqual(["tag.date: must be YYYY, YYYY-MM or YYYY-MM-DD"]),
  );

  it.each(["Gazette.example", "gazette example", "gazette.example/news", "desk@gazette.example", ""])(
    "has no id under %j, for ids are compared letter by letter (RFC 4287 §4.2.6.1)",
    (authority) =>
      expect(faultsOf({ tag: { ...SITE.tag, authority } })).toEqual([
        "tag.authority: must be a lower-case domain name",
      ]),
  );

  it("is refused with a field that nobody knows, and without one that everybody needs", () => {
    expect(faultsOf({ colour: "red" })).toEqual([': Unrecognized key: "colour"']);
    expect(faultsOf({ home: undefined, language: undefined })?.map((fault) => fault.split(":")[0])).toEqual([
      "home",
      "language",
    ]);
  });

  it("has a time zone that the world knows, or none", () => {
    expect(siteSchema.parse({ ...SITE, zone: "America/St_Johns" }).zone).toBe("America/St_Johns");
    expect(siteSchema.parse(SITE).zone).toBeUndefined();
    expect(faultsOf({ zone: "Port Ellis" })).toHaveLength(1);
  });

  it("keeps reports of proofreading for as long as it says, and lets nobody in as long as it says nothing of it", () => {
    const kept = (proofread?: object) => reportsKeptFor(siteSchema.parse({ ...SITE, proofread }));
    expect(
      [kept(), kept({}), kept({ keep: "12 hours" }), kept({ keep: "1 week" })].map((time) => time / 3_600_000),
    ).toEqual([720, 720, 12, 168]);
    expect(siteSchema.parse({ ...SITE, proofread: {} }).proofread?.public).toBe(false);
    for (const keep of ["a while", "0 days", "367 days", "-1 days", "30"])
      expect(faultsOf({ proofread: { keep } })).toHaveLength(1);
  });

  it("shows its audience to nobody as long as it says nothing of it", () => {
    expect(siteSchema.parse(SITE).audience).toBeUndefined();
    expect(faultsOf({ audience: "friends" })).toHaveLength(1);
  });
});
