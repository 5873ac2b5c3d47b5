import { afterEach, describe, expect, it, test } from "vitest";
import { exitCode } from "../../../../src/cli/verify/report.ts";
import { Watch } from "../../../../src/cli/verify/watch/watch.ts";
import { paperOf } from "../../../../src/proofread/series/examples.ts";
import { page, redirectTo, stopToys, type ToyAnswer, tagOf } from "../reach/toy.ts";
import { BEGIN, BOAT, JSON_BOAT, PIER, type PressRequest, pressed, served, startPress, toyClock } from "./press.ts";

afterEach(stopToys);

const MINUTE = 60_000;
const TIMES = { duration: 10 * MINUTE, every: 30_000 };

/** Watches a press for ten minutes of its own clock. */
async function watched(
  answer: (asked: PressRequest) => ToyAnswer,
  { paths = [""], duration = TIMES.duration, given = (url: string) => url } = {},
) {
  const clock = toyClock();
  const lines: string[] = [];
  const asked: PressRequest[] = [];
  const url = await startPress(clock, (one) => {
    asked.push(one);
    return answer(one);
  });
  const urls = paths.map((path) => (path === "" ? url : new URL(path, url).href));
  const watch = new Watch(urls.map(given), { ...TIMES, duration }, { clock, say: (line) => lines.push(line) });
  await watch.run();
  const report = watch.report();
  const found = [...new Set(report.checked.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  return { clock, lines, asked, urls, report, found };
}

/** A document until the third minute, and another from then on. */
const changing = (before: string, after: string, { seconds }: PressRequest) => (seconds < 180 ? before : after);

const PRESSES: [what: string, answer: (asked: PressRequest) => ToyAnswer, found: string[]][] = [
  ["that does all well", (asked) => pressed(changing(BOAT, PIER, asked), asked), []],
  [
    "that asks for patience",
    (asked) => (asked.count === 1 ? { ...page(429), headers: { "retry-after": "60" } } : pressed(BOAT, asked)),
    [],
  ],
  ["that redirects", (asked) => (asked.path === "/feed.rss" ? redirectTo(302, "/other") : pressed(BOAT, asked)), []],
  [
    "with an id of its own for each poll",
    ({ count }) => served(paperOf([{ name: "boat", id: `tag:gazette.example,2026:${count}` }])),
    ["series/id-changed"],
  ],
  [
    "that moves the update when it builds",
    ({ seconds }) => served(paperOf([{ name: "boat", updated: new Date(BEGIN + seconds * 1000).toISOString() }])),
    ["series/updated-without-change"],
  ],
  [
    "that dates the feed at each poll",
    ({ seconds }) => served(paperOf([{ name: "boat" }], { updated: new Date(BEGIN + seconds * 1000).toISOString() })),
    ["series/noise"],
  ],
  ["with another tag at each poll", ({ count }) => served(BOAT, { etag: `"${count}"` }), ["series/etag-unsteady"]],
  ["that knows no 304", () => served(BOAT), ["series/304-missed"]],
  ["without validators", () => served(BOAT, { etag: undefined, "last-modified": undefined }), ["series/no-validators"]],
  [
    "whose tag stays while the document changes",
    (asked) => pressed(changing(BOAT, PIER, asked), asked, { etag: '"1"' }),
    ["series/etag-stale"],
  ],
  [
    "that answers 304 to everybody who asks with a tag",
    (asked) =>
      asked.headers["if-none-match"] === undefined
        ? served(changing(BOAT, PIER, asked))
        : { status: 304, headers: {}, body: "" },
    ["series/304-untrue"],
  ],
  [
    "whose two servers have not the same",
    ({ count }) => served(count % 2 === 0 ? PIER : BOAT),
    ["series/last-modified-backwards", "series/entry-returns"],
  ],
  ["that is away for a while", (asked) => (asked.count === 3 ? page(502) : pressed(BOAT, asked)), ["series/answers"]],
  [
    "that sends a page in between",
    (asked) => (asked.count === 3 ? page(200) : pressed(BOAT, asked)),
    ["series/answers"],
  ],
];

test.each(PRESSES)("a press %s", async (_, answer, found) => {
  const one = await watched(answer);
  expect(one.found.toSorted()).toEqual(found.toSorted());
  expect(one.report.checked.map(({ troubles }) => troubles)).toEqual([[]]);
});

describe("a watch", () => {
  it("polls as a good reader, asks now and then without a condition, and says what came", async () => {
    const { lines, asked, urls, report } = await watched((one) => pressed(BOAT, one), { duration: 3 * MINUTE });
    const tag = tagOf(BOAT);
    expect(asked.map(({ headers }) => headers["if-none-match"])).toEqual([
      undefined,
      tag,
      tag,
      tag,
      tag,
      undefined,
      tag,
    ]);
    expect(asked[1]?.headers["if-modified-since"]).toBe("Fri, 13 Mar 2026 06:10:00 GMT");
    const whole = `200  1 entry, ${BOAT.length} bytes, asked for without a condition  ${urls[0]}`;
    const times = ["00:00", "00:30", "01:00", "01:30", "02:00", "02:30", "03:00"];
    expect(lines).toEqual(
      times.map((time, index) => `07:${time}Z  ${index % 5 === 0 ? whole : `304  nothing new  ${urls[0]}`}`),
    );
    expect(report.checked).toEqual([
      {
        ...{ name: urls[0], what: "7 polls: 2 documents, 5 unchanged", findings: [], counts: [] },
        ...{ discrepancies: [], troubles: [] },
      },
    ]);
    expect(report.notes[0]).toMatch(/^Polled every 30 seconds, /);
    expect(exitCode(report)).toBe(0);
  });

  it("tells a finding under the poll that shows it", async () => {
    const { lines } = await watched(({ count }) => served(BOAT, { etag: `"${count}"` }), { duration: 30_000 });
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(
      /^ {2}warning: series\/etag-unsteady: http.*, poll of 2026-03-13T07:00:30Z: the document is/,
    );
  });

  it("leaves a server alone for as long as it asks", async () => {
    const { asked, lines } = await watched(
      (one) => (one.count === 1 ? { status: 503, headers: { "retry-after": "100" }, body: "" } : pressed(BOAT, one)),
      { duration: 4 * MINUTE },
    );
    expect(asked.map(({ seconds }) => seconds)).toEqual([0, 30, 150, 180, 210, 240]);
    expect(lines[1]).toContain("503  asks to wait for 100 seconds");
  });

  it("ends at once where every server asks for longer than it goes on", async () => {
    const { asked, lines, report } = await watched(() => ({
      status: 429,
      headers: { "retry-after": "3600" },
      body: "",
    }));
    expect(asked).toHaveLength(1);
    expect(lines.at(-1)).toMatch(/^Every server asks to be left alone/);
    expect(report.checked).toMatchObject([
      {
        what: "1 poll: 0 documents, 0 unchanged, 1 asked for patience",
        troubles: ["it only asked for patience"],
      },
    ]);
    expect(exitCode(report)).toBe(2);
  });

  it("cannot read what is no feed at any poll, and nobody who does not answer", async () => {
    const { report } = await watched(() => page(404));
    expect(report.checked[0]?.troubles).toEqual(["404"]);
    const clock = toyClock();
    const watch = new Watch(["http://127.0.0.1:1/feed"], { duration: 0, every: 30_000 }, { clock, say: () => {} });
    await watch.run();
    expect(watch.report().checked[0]?.troubles[0]).toContain("refuses the connection");
  });

  it("takes a name without a scheme, and a password that it sends and never shows", async () => {
    const { asked, lines, report } = await watched((one) => pressed(BOAT, one), {
      given: (url) => url.replace("http://", "feed:http://ada:secret@"),
      duration: 30_000,
    });
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from("ada:secret").toString("base64")}`);
    expect(`${JSON.stringify(report)} ${lines.join()}`).not.toContain("secret");
    expect(new Watch(["example.org"], TIMES, { say: () => {} }).report().checked[0]?.name).toBe("https://example.org/");
  });

  it("polls a URL once that is named in two ways", () => {
    const { checked } = new Watch(["example.org", "https://example.org"], TIMES, { say: () => {} }).report();
    expect(checked.map(({ name }) => name)).toEqual(["https://example.org/"]);
  });

  it("has a report before its first poll", () => {
    const { checked } = new Watch(["http://127.0.0.1:1/feed"], TIMES, { say: () => {} }).report();
    expect(checked).toMatchObject([{ what: "0 polls: 0 documents, 0 unchanged", troubles: ["it was not polled"] }]);
  });
});

describe("several URLs", () => {
  const paths = ["/feed.atom", "/feed.json"];

  it("are watched as formats of one feed, of which one is late", async () => {
    const { report, found, urls } = await watched(
      (asked) => pressed(asked.path === "/feed.json" ? JSON_BOAT : changing(BOAT, PIER, asked), asked),
      { paths, duration: 9 * MINUTE },
    );
    expect(report.checked.map(({ name }) => name)).toEqual([urls.join(" ")]);
    expect(found).toContain("series/formats-late");
  });

  it.each([
    [0, ['the title is "News of the boat" and "Views of the boat"']],
    [400, []],
  ])("are compared at the end, unless one changed of late: after %i seconds", async (since, messages) => {
    const { report } = await watched(
      (asked) => {
        const isOther = asked.path === "/feed.json" && asked.seconds >= since;
        return pressed(
          isOther ? JSON_BOAT.replace("News", "Views") : asked.path === "/feed.json" ? JSON_BOAT : BOAT,
          asked,
        );
      },
      { paths },
    );
    const compared = report.checked[0]?.findings.filter(({ document }) => document === "formats") ?? [];
    expect(compared.map(({ message }) => message)).toEqual(messages);
  });

  it("are known as formats of one feed as soon as they are there", async () => {
    const { report, urls } = await watched(
      (asked) => (asked.seconds < 60 ? page(502) : pressed(asked.path === "/feed.json" ? JSON_BOAT : BOAT, asked)),
      { paths },
    );
    expect(report.checked.map(({ name }) => name)).toEqual([urls.join(" ")]);
  });

  it("that have nothing in common stand alone", async () => {
    const { report, urls } = await watched(
      (asked) => pressed(asked.path === "/a" ? BOAT : paperOf([{ name: "quay" }]).replace("Harbour", "Hill"), asked),
      { paths: ["/a", "/b"], duration: MINUTE },
    );
    expect(report.checked.map(({ name }) => name)).toEqual(urls);
  });
});
