import { beforeAll, describe, expect, it } from "vitest";
import { coldPoll, FORMATS, type Poll, tagOf } from "../cold-poll.ts";
import { article, newsroom } from "../newsroom.ts";

let poll: Poll;
let tag: string;
let modified: Date;

beforeAll(async () => {
  const desk = await newsroom();
  await desk.put(article("a"));
  await desk.put(article("b"));
  await desk.publish();
  poll = coldPoll();
  const response = await poll("/feeds/all.rss");
  tag = tagOf(response);
  modified = new Date(response.headers.get("last-modified") ?? "");
});

const status = async (headers: RequestInit["headers"]): Promise<number> =>
  (await poll("/feeds/all.rss", headers)).status;

describe("If-None-Match (RFC 9110 §13.1.2)", () => {
  it.each<[string, (tag: string) => string]>([
    ["the tag as it was given", (tag) => `W/"${tag}"`],
    ["without its W/, for the comparison is weak (§8.8.3.2)", (tag) => `"${tag}"`],
    ["in a list", (tag) => `"x", W/"${tag}", "y"`],
    ["in a list without spaces", (tag) => `"x","${tag}","y"`],
    ["in a list with tabs and empty members (§5.6.1)", (tag) => `,\t"x" ,, \t"${tag}"\t,`],
    ["after a tag that holds commas", (tag) => `"a,b,", "c, "${tag}"`],
    ["after a tag that is empty", (tag) => `"", "${tag}"`],
    ["after what is no tag", (tag) => `x, "${tag}"`],
    ["any, as *", () => "*"],
    ["with what Apache adds to a tag when it compresses", (tag) => `"${tag}-gzip"`],
    ["the same of a weak tag", (tag) => `W/"${tag}-gzip"`],
    ["the same with Brotli, as Caddy does", (tag) => `W/"${tag}-br"`],
    ["the same with Zstandard", (tag) => `"x", W/"${tag}-zstd"`],
    ["with what Jetty adds", (tag) => `W/"${tag}--gzip"`],
    ["with what an old Apache adds", (tag) => `"${tag};gzip"`],
  ])("holds the current one: 304 (%s)", async (_, header) => {
    expect(await status({ "if-none-match": header(tag) })).toBe(304);
  });

  it.each<[string, (tag: string) => string]>([
    ["another tag", () => 'W/"other"'],
    ["tags may not be compared without case", (tag) => `"${tag.toUpperCase()}"`],
    ["no quotes", (tag) => tag],
    ["other quotes", (tag) => `'${tag}'`],
    ["a quote that is open", (tag) => `"${tag}`],
    ["a longer tag", (tag) => `"x${tag}"`],
    ["a tag with some other end", (tag) => `"${tag}-old"`],
    ["two ends", (tag) => `"${tag}-gzip-gzip"`],
    ["a tag with a comma and the current one in it", (tag) => `"x,${tag}"`],
    ["a small w/", (tag) => `w/"${tag}"`],
    ["something after the tag", (tag) => `"${tag}"x`],
    ["* in a list", () => '"x", *'],
    ["nothing", () => ""],
    ["nothing but commas", () => ",,,"],
    ["quotes without end", () => '"'.repeat(999)],
  ])("does not: 200 (%s)", async (_, header) => {
    expect(await status({ "if-none-match": header(tag) })).toBe(200);
  });

  it("sent twice is one list (§5.3)", async () => {
    const headers = new Headers({ "if-none-match": '"x"' });
    headers.append("if-none-match", `"${tag}"`);
    expect(await status(headers)).toBe(304);
  });

  it("decides alone: If-Modified-Since is not looked at (RFC 9110 §13.2.2)", async () => {
    const [past, now] = [new Date(0).toUTCString(), new Date().toUTCString()];
    expect(await status({ "if-none-match": '"x"', "if-modified-since": now })).toBe(200);
    expect(await status({ "if-none-match": "", "if-modified-since": now })).toBe(200);
    expect(await status({ "if-none-match": `"${tag}"`, "if-modified-since": past })).toBe(304);
  });
});

describe("If-Modified-Since (RFC 9110 §13.1.3)", () => {
  const later = (milliseconds: number) => new Date(modified.getTime() + milliseconds);
  const years = (count: number) => new Date(Date.UTC(new Date().getUTCFullYear() + count, 0, 1, 8));

  it.each<[string, () => string]>([
    ["Last-Modified as it was given", () => modified.toUTCString()],
    ["a later second", () => later(1000).toUTCString()],
    ["Last-Modified as in RFC 850 (§5.6.7)", () => rfc850(modified)],
    ["Last-Modified as asctime writes it (§5.6.7)", () => asctime(modified)],
    ["a two-digit year that is not 50 years away (§5.6.7)", () => rfc850(years(49))],
  ])("is not before the last change: 304 (%s)", async (_, header) => {
    expect(await status({ "if-modified-since": header() })).toBe(304);
  });

  it.each<[string, () => string]>([
    ["a second before", () => later(-1000).toUTCString()],
    ["a second before, as in RFC 850", () => rfc850(later(-1000))],
    ["a second before, as asctime writes it", () => asctime(later(-1000))],
    ["a two-digit year that would be over 50 years away: it is past (§5.6.7)", () => rfc850(years(51))],
    ["garbage", () => "yesterday"],
    ["nothing", () => ""],
    ["a number", () => "4102444800"],
    ["RFC 3339", () => "2099-01-01T00:00:00Z"],
    ["another zone", () => "Thu, 01 Jan 2099 00:00:00 +0000"],
    ["a small month", () => "Thu, 01 jan 2099 00:00:00 GMT"],
    ["a day that no month has", () => "Sat, 31 Feb 2099 00:00:00 GMT"],
    ["an hour that no day has", () => "Thu, 01 Jan 2099 24:00:00 GMT"],
    ["sent twice", () => `${modified.toUTCString()}, ${modified.toUTCString()}`],
  ])("is, or is no date, and is ignored: 200 (%s)", async (_, header) => {
    expect(await status({ "if-modified-since": header() })).toBe(200);
  });

  const parts = (date: Date) => /^(...), (..) (...) ..(..) (\S+) GMT$/.exec(date.toUTCString())?.slice(1) ?? [];
  const rfc850 = (date: Date) => {
    const [, day, month, year, time] = parts(date);
    return `${date.toLocaleDateString("en", { weekday: "long", timeZone: "UTC" })}, ${day}-${month}-${year} ${time} GMT`;
  };
  const asctime = (date: Date) => {
    const [weekday, day, month, , time] = parts(date);
    return `${weekday} ${month} ${day?.replace(/^0/, " ")} ${time} ${date.getUTCFullYear()}`;
  };
});

describe("a 304 (RFC 9110 §15.4.5)", () => {
  it.each(FORMATS)("repeats what its 200 said, and nothing of the body (%s)", async (format) => {
    const whole = await poll(`/feeds/all.${format}`);
    const short = await poll(`/feeds/all.${format}`, {
      "if-none-match": whole.headers.get("etag") ?? "",
      "accept-encoding": "br",
    });
    expect(short.status).toBe(304);
    expect(Object.fromEntries(short.headers)).toEqual(
      only(whole, [
        ...["access-control-allow-origin", "access-control-expose-headers"],
        ...["cache-control", "cache-tag", "cloudflare-cdn-cache-control", "etag", "last-modified", "link", "vary"],
      ]),
    );
    expect(short.body).toBeNull();
  });

  it("answers HEAD too, and no other method (RFC 9110 §13.2.1)", async () => {
    const headers = { "if-none-match": `"${tag}"` };
    expect((await poll("/feeds/all.rss", headers, "HEAD")).status).toBe(304);
    expect((await poll("/feeds/all.rss", headers, "POST")).status).toBe(405);
  });

  it("keeps a reader's validators alive: nowhere an Expires, and the lifetime stands in Cache-Control (RFC 9111 §5.3)", async () => {
    for (const ifNoneMatch of ["", "*"]) {
      const response = await poll("/feeds/all.rss", { "if-none-match": ifNoneMatch });
      expect(response.headers.get("expires")).toBeNull();
      expect(response.headers.get("pragma")).toBeNull();
      expect(response.headers.get("cache-control")).toBe(
        "private, max-age=300, stale-while-revalidate=60, stale-if-error=86400",
      );
    }
  });

  const only = (response: Response, names: string[]) =>
    Object.fromEntries(names.map((name) => [name, response.headers.get(name)]));
});
