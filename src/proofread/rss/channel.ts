import { ATOM, DC, DCTERMS } from "../../verify/parse/namespaces.ts";
import type { Element } from "../../verify/parse/xml.ts";
import type { Fault, ProofreadingRule } from "../finding.ts";
import { hasEmail, httpUrlFault, languageFault, rfc822Fault, urlFault } from "../formats.ts";
import { relFault, selfFaults } from "../links.ts";
import { children, childText, fault, repeats } from "../tree.ts";
import { SY } from "../vocabulary.ts";
import { childFaults, pairFaults, type RssSheet } from "./sheet.ts";

/** Rules of RSS 2.0 (rssboard.org/rss-specification) for the channel; `items.ts` has those for items. */
export const CHANNEL_RULES: ProofreadingRule<RssSheet>[] = [
  {
    rule: "RSS 2.0, required channel elements",
    severity: "error",
    check: ({ channel }) =>
      ["title", "link", "description"].flatMap((name) => {
        const text = childText(channel, name);
        if (text === undefined) return [fault(channel, `there is no <${name}>`)];
        return text === "" && name !== "description" ? [fault(channel, `the <${name}> is empty`)] : [];
      }),
  },
  {
    rule: "RSS 2.0: one channel, and no element more than its number of times",
    severity: "error",
    check: ({ rss, channel }) => [
      ...children(rss, "channel")
        .slice(1)
        .map((another) => fault(another, "there is a second channel")),
      ...repeats(
        channel.children.filter(({ name }) => CHANNEL_ONCE.has(name)),
        ({ name }) => name,
        (again, name) => fault(again, `there is a second <${name}>`),
      ),
    ],
  },
  {
    rule: "RSS 2.0, channel link and docs: URLs",
    severity: "error",
    check: ({ channel }) => childFaults(channel, "link", urlFault),
  },
  {
    rule: "RSS 2.0, optional channel elements: language",
    severity: "warning",
    check: ({ channel }) =>
      children(channel, "language").length + children(channel, `${DC}language`).length === 0
        ? [fault(channel, "there is no <language>")]
        : [],
  },
  {
    rule: "RSS 2.0, language; RFC 5646 §2.1",
    severity: "error",
    check: ({ channel }) => [
      ...childFaults(channel, "language", languageFault),
      ...childFaults(channel, `${DC}language`, languageFault),
    ],
  },
  {
    rule: "RSS Best Practices Profile, channel: its elements before the items",
    severity: "warning",
    check: ({ channel }) => {
      const first = channel.children.findIndex(({ name }) => name === "item");
      const late = channel.children.slice(first).find(({ name }) => name !== "item");
      return first !== -1 && late ? [fault(late, "stands after the first item")] : [];
    },
  },
  {
    rule: "RSS Best Practices Profile, atom:link rel=self",
    severity: "warning",
    check: ({ channel, url }) => selfFaults(children(channel, `${ATOM}link`), channel, url),
  },
  {
    rule: "RFC 4287 §4.2.7.2: link relations",
    severity: "warning",
    check: ({ channel, items }) =>
      [channel, ...items].flatMap((parent) => children(parent, `${ATOM}link`).flatMap((link) => relFault(link))),
  },
  {
    rule: "RSS 2.0, lastBuildDate and pubDate: RFC 822 §5",
    severity: "error",
    check: ({ channel }) => [
      ...childFaults(channel, "lastBuildDate", rfc822Fault),
      ...childFaults(channel, "pubDate", rfc822Fault),
    ],
  },
  {
    rule: "RSS 2.0, managingEditor and webMaster: an e-mail address, as a@b.c (Name)",
    severity: "warning",
    check: ({ channel }) =>
      ["managingEditor", "webMaster"].flatMap((name) =>
        childFaults(channel, name, (text) => (hasEmail(text) ? undefined : "has no e-mail address")),
      ),
  },
  {
    rule: "RSS 2.0, image: url, title, link; at most 144 by 400 pixels",
    severity: "error",
    check: ({ channel }) => children(channel, "image").flatMap(imageFaults),
  },
  {
    rule: "RSS 2.0, image: title and link as the channel's",
    severity: "warning",
    check: ({ channel }) =>
      children(channel, "image").flatMap((image) =>
        ["title", "link"].flatMap((name) => {
          const text = childText(image, name);
          return text === undefined || text === childText(channel, name)
            ? []
            : [fault(image, `its <${name}> is not the channel's`)];
        }),
      ),
  },
  {
    rule: "RSS 2.0, ttl: minutes",
    severity: "error",
    check: ({ channel }) =>
      childFaults(channel, "ttl", (text) =>
        /^\d*[1-9]\d*$/.test(text) ? undefined : `"${text}" is no positive number`,
      ),
  },
  {
    rule: "RSS 2.0, skipHours: 0 to 23, and skipDays, each once",
    severity: "error",
    check: ({ channel }) => [
      ...skips(channel, "skipHours", "hour", (text) => /^\d{1,2}$/.test(text) && Number(text) < 24),
      ...skips(channel, "skipDays", "day", (text) => DAYS.has(text)),
    ],
  },
  {
    rule: "Syndication module for RSS 1.0, sy:updatePeriod",
    severity: "error",
    check: ({ channel }) =>
      childFaults(channel, `${SY}updatePeriod`, (text) => (PERIODS.has(text) ? undefined : `"${text}" is no period`)),
  },
  {
    rule: "RSS 2.0, textInput: readers ignore it",
    severity: "warning",
    check: ({ channel }) => children(channel, "textInput").map((input) => fault(input, "few readers show it")),
  },
  {
    rule: "RSS Best Practices Profile: one element for one thing",
    severity: "warning",
    check: ({ channel }) => pairFaults(channel, CHANNEL_PAIRS),
  },
];

/** Elements that say the same thing, so that a channel should have one of them only. */
const CHANNEL_PAIRS: [string, string][] = [
  ["language", `${DC}language`],
  ["copyright", `${DC}rights`],
  ["webMaster", `${DC}publisher`],
  ["managingEditor", `${DC}creator`],
  ["lastBuildDate", `${DCTERMS}modified`],
  ["pubDate", `${DC}date`],
];

function imageFaults(image: Element): Fault[] {
  const missing = ["url", "title", "link"].filter((name) => !childText(image, name));
  const size = (name: string, most: number) =>
    childFaults(image, name, (text) =>
      /^\d+$/.test(text) && Number(text) > 0 && Number(text) <= most ? undefined : `"${text}" is not 1 to ${most}`,
    );
  return [
    ...missing.map((name) => fault(image, `there is no <${name}>`)),
    ...childFaults(image, "url", httpUrlFault),
    ...size("width", 144),
    ...size("height", 400),
  ];
}

function skips(channel: Element, list: string, name: string, valid: (text: string) => boolean): Fault[] {
  const all = children(channel, list).flatMap((parent) => children(parent, name));
  return [
    ...all.filter(({ text }) => !valid(text.trim())).map((one) => fault(one, `"${one.text.trim()}" is no ${name}`)),
    ...repeats(
      all,
      ({ text }) => text.trim(),
      (again, text) => fault(again, `${text} stands twice`),
    ),
  ];
}

const DAYS = new Set(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
const PERIODS = new Set(["hourly", "daily", "weekly", "monthly", "yearly"]);
const CHANNEL_ONCE = new Set(
  "title link description language copyright managingEditor webMaster pubDate lastBuildDate generator docs ttl image rating skipHours skipDays".split(
    " ",
  ),
);
