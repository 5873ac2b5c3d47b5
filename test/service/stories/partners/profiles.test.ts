import { beforeAll, describe, expect, it } from "vitest";
import type { DefinitionInput } from "../../../../src/feed/definition.ts";
import { article, instance } from "../../newsroom.ts";
import { bearer, type Desk, syndicate } from "../../partner/syndicate.ts";

const FEEDS: DefinitionInput[] = [
  { slug: "all", title: "Everything", description: "All the news" },
  { slug: "msn", title: "MSN", description: "News", access: "partner", partner: "msn", profile: "msn", entries: 2 },
];

interface Lint {
  profile: string;
  left_out: number;
  findings: unknown[];
  entries: { id: string; article: string; left_out: boolean; findings: { rule: string; severity: string }[] }[];
}

let desk: Desk;
let key: string;

/** As a cold instance answers the partner. */
async function poll(path: string): Promise<string> {
  const request = new Request(`https://feeds.example${path}`, { headers: bearer(key) });
  const response = await instance(FEEDS).fetch(request);
  return response.text();
}

const lint = async (slug = "msn"): Promise<Lint> => (await desk.api<Lint>("GET", `/api/feeds/${slug}/lint`)).body;

const titled = (id: string, title: string) => article(id, { title });

beforeAll(async () => {
  desk = await syndicate(FEEDS);
  await desk.partner("msn");
  key = (await desk.key("msn")).key;
  await desk.put(titled("good", "The good story of the day"));
  await desk.put(titled("short", "Too short"));
  await desk.publish();
});

describe("a story that breaks a hard rule of its partner", () => {
  it("is left out of that feed, which is published without it, and of no other", async () => {
    for (const format of ["rss", "atom", "json"]) {
      const text = await poll(`/partner/msn.${format}`);
      expect(text).toContain("The good story of the day");
      expect(text).not.toContain("Too short");
    }
    expect(await desk.document("/feeds/all.rss")).toContain("Too short");
  });

  it("is listed for the desk, with the rule", async () => {
    const { profile, left_out, entries, findings } = await lint();
    expect({ profile, left_out, findings }).toEqual({ profile: "msn", left_out: 1, findings: [] });
    expect(entries.map(({ article, left_out }) => [article, left_out])).toEqual([
      ["short", true],
      ["good", false],
    ]);
    expect(entries[0]?.findings).toEqual([
      {
        rule: "title-short",
        source: "MSN Partner Hub, feed item metadata requirements: Title",
        severity: "hard",
        field: "title",
        message: "the title has 9 characters; it has to have more than 20",
      },
    ]);
  });

  it("is not what the feed has to say, from the store", async () => {
    const { body } = await desk.api<{ feed: { entries: { title: string }[] } }>("GET", "/api/feeds/msn");
    expect(body.feed.entries.map(({ title }) => title)).toEqual(["The good story of the day"]);
  });

  it("comes in once it is put right", async () => {
    await desk.put(titled("short", "Long enough for everybody now"));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await desk.publish();
    expect(await poll("/partner/msn.rss")).toContain("Long enough for everybody now");
    expect((await lint()).left_out).toBe(0);
  });
});

describe("a page of the archive", () => {
  it("is in the partner's terms, too, and leaves out the same", async () => {
    for (const id of ["one", "two", "three"]) await desk.put(titled(id, `Another story, and its name is ${id}`));
    await desk.put(titled("brief", "In brief"));
    for (let step = 0; step < 3; step += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await desk.publish();
    }
    const page = await poll("/partner/msn/archive/1.rss");
    expect(page).toContain("<fh:archive/>");
    expect(page).toContain("<dcterms:modified>");
    expect(page).not.toContain("In brief");
  });
});

describe("a retraction for MSN", () => {
  it("is the same id with an expiry that has passed and a newer date, in RSS and Atom", async () => {
    const { entries } = await lint();
    const story = entries.find(({ left_out }) => !left_out);
    const before = await poll("/partner/msn.rss");
    const old = /<dcterms:modified>([^<]*)/.exec(before)?.[1] ?? "";
    await desk.request("DELETE", `/api/articles/${story?.article}?reason=Wrong`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await desk.publish();
    const item = (await poll("/partner/msn.rss")).split("<item").find((text) => text.includes(`>${story?.id}<`)) ?? "";
    const modified = /<dcterms:modified>([^<]*)/.exec(item)?.[1] ?? "";
    const end = /<dcterms:valid>end=([^;]*)/.exec(item)?.[1] ?? "";
    expect(Date.parse(modified)).toBeGreaterThan(Date.parse(old));
    expect(Date.parse(end)).toBeLessThanOrEqual(Date.now());
    const atom =
      (await poll("/partner/msn.atom")).split("<entry").find((text) => text.includes(`>${story?.id}<`)) ?? "";
    expect(atom).toContain(`<dcterms:valid>end=${end};`);
    expect(atom).toContain(`<updated>${modified}`);
    // What was taken back is nobody's to improve.
    expect((await lint()).entries.find(({ id }) => id === story?.id)).toMatchObject({ left_out: false, findings: [] });
  });
});

describe("the desk's list", () => {
  it("is empty for a public feed", async () => {
    const { profile, left_out, findings, entries } = await lint("all");
    expect({ profile, left_out, findings }).toEqual({ profile: "standard", left_out: 0, findings: [] });
    expect(entries.length).toBeGreaterThan(2);
    expect(entries.flatMap((entry) => entry.findings)).toEqual([]);
  });

  it("takes the publish token, and no partner's key", async () => {
    for (const headers of [{ authorization: "" }, bearer(key)])
      expect((await desk.request("GET", "/api/feeds/msn/lint", undefined, headers)).status).toBe(401);
    expect((await desk.api("GET", "/api/feeds/nothing/lint")).status).toBe(404);
  });
});
