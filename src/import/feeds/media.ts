import { oneLine } from "../../article/text.ts";
import type { Media } from "../draft.ts";
import { withoutUndefined } from "../values/keep.ts";
import { parseMediaType } from "../values/media-type.ts";
import { type Taker, take } from "./take.ts";
import { attribute, textOf, type XmlElement } from "./xml.ts";

/** Media RSS 1.5.1, RSS enclosures and Apple's podcast elements of one item. */
export interface ItemMedia {
  media: Media[];
  /** `media:description` of the item or its group: the only text that video feeds have. */
  description?: string;
}

export function readMedia(item: Taker, notes: string[]): ItemMedia {
  const groups = item.all("media:group");
  const inGroups = take(groups);
  const ofItem = optionalFacts(item);
  const ofGroup = optionalFacts(inGroups);
  const description = ofItem.description ?? ofGroup.description;
  const media = [
    ...readEnclosures(item),
    ...[...item.all("media:content"), ...inGroups.all("media:content")].map((content) =>
      readContent(content, { ...ofGroup, ...ofItem }, notes),
    ),
    ...[...item.all("media:thumbnail"), ...inGroups.all("media:thumbnail")].map(readThumbnail),
    ...item.all("itunes:image", "googleplay:image").map(readPodcastImage),
    ...item
      .all("itunes:link")
      .filter((link) => attribute(link, "rel") === "image")
      .map(readPodcastImage),
  ];
  const seconds = parseDuration(item.text("itunes:duration"));
  notes.push(...inGroups.left().map((name) => `${name} is left out`));
  if (media.length === 0 && (ofItem.rights ?? ofGroup.rights))
    notes.push("media:copyright is left out: there is no file");
  return {
    media: mergeByUrl(
      withDuration(
        media.filter((one) => one.url !== ""),
        seconds,
        notes,
      ),
    ),
    description,
  };
}

/** Seconds, of `01:54:09`, `45:44` or a number of them; undefined for anything else and for 0. */
export function parseDuration(text: string | undefined): number | undefined {
  const match = /^(?:(?:(\d+):)?(\d{1,3}):)?(\d+)(?:\.\d+)?$/.exec(text?.trim() ?? "");
  if (!match) return undefined;
  const seconds = Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3]);
  return seconds > 0 ? seconds : undefined;
}

/** A whole number of bytes or pixels. A length of 0 says that nobody knew (RSS Best Practices, `enclosure`), so it is none. */
export const positiveCount = (text: string | undefined): number | undefined =>
  /^\s*0*[1-9]\d{0,14}\s*$/.test(text ?? "") ? Number(text) : undefined;

/** Where a counter stands before the recording, FeedBurner says what is behind it. */
function readEnclosures(item: Taker): Media[] {
  const original = item.text("feedburner:origEnclosureLink");
  const enclosures = item.all("enclosure").map(readEnclosure);
  return original === undefined || enclosures.length !== 1
    ? enclosures
    : enclosures.map((one) => ({ ...one, url: original }));
}

const readEnclosure = (element: XmlElement): Media => ({
  url: attribute(element, "url") ?? "",
  type: parseMediaType(attribute(element, "type")),
  length: positiveCount(attribute(element, "length")),
});

function readContent(element: XmlElement, around: OptionalFacts, notes: string[]): Media {
  const inside = take(element);
  const own = optionalFacts(inside);
  notes.push(...inside.left().map((name) => `${name} is left out`));
  return {
    url: attribute(element, "url") ?? "",
    type: parseMediaType(attribute(element, "type")),
    medium: attribute(element, "medium"),
    // Media RSS says fileSize; some write length, as in an enclosure.
    length: positiveCount(attribute(element, "fileSize") ?? attribute(element, "length")),
    width: positiveCount(attribute(element, "width")),
    height: positiveCount(attribute(element, "height")),
    duration: parseDuration(attribute(element, "duration")),
    caption: own.description ?? own.title,
    credit: own.credit ?? around.credit,
    rights: own.rights ?? around.rights,
  };
}

const readThumbnail = (element: XmlElement): Media => ({
  url: attribute(element, "url") ?? textOf(element).trim(),
  medium: "image",
  width: positiveCount(attribute(element, "width")),
  height: positiveCount(attribute(element, "height")),
});

/** Apple asks for `href`; others write it as RSS and Media RSS do. */
const readPodcastImage = (element: XmlElement): Media => ({
  url: attribute(element, "href") ?? attribute(element, "url") ?? textOf(element).trim(),
  medium: "image",
});

interface OptionalFacts {
  title?: string;
  description?: string;
  credit?: string;
  rights?: string;
}

/** What Media RSS ("Optional elements") lets stand on the content, on its group or on the item. */
function optionalFacts(taker: Taker): OptionalFacts {
  const credits = taker
    .all("media:credit")
    .map((element) => oneLine(textOf(element)))
    .filter((line) => line !== "");
  return withoutUndefined({
    title: taker.text("media:title"),
    description: taker.text("media:description"),
    credit: [...new Set(credits)].join(", ") || undefined,
    rights: oneLine(taker.text("media:copyright") ?? "") || undefined,
  });
}

/** An episode's length belongs to its recording. */
function withDuration(media: Media[], seconds: number | undefined, notes: string[]): Media[] {
  if (seconds === undefined) return media;
  const recording = media.find(
    (one) => one.duration === undefined && !/^image/.test(one.medium ?? one.type ?? "image"),
  );
  const target = recording ?? media.find((one) => one.duration === undefined && one.medium !== "image");
  if (!target) notes.push("itunes:duration is left out: there is no recording");
  return media.map((one) => (one === target ? { ...one, duration: seconds } : one));
}

/** The same file said twice, as enclosure and as media:content, is one that knows what both say. */
function mergeByUrl(media: Media[]): Media[] {
  const byUrl = new Map<string, Media>();
  for (const one of media) {
    const known = Object.entries(byUrl.get(one.url) ?? {}).filter(([, value]) => value !== undefined);
    byUrl.set(one.url, { ...one, ...Object.fromEntries(known) });
  }
  return [...byUrl.values()];
}
