import { oneLine } from "../../article/text.ts";
import type { Media } from "../draft.ts";
import { asType } from "../values/media-type.ts";
import { type Taker, take } from "./take.ts";
import { attribute, textOf, type XmlElement } from "./xml.ts";

/** Media RSS 1.5.1, RSS enclosures and Apple's podcast elements of one item. */
export interface ItemMedia {
  media: Media[];
  /** `media:description` of the group: the only text that video feeds have. */
  description?: string;
  /** `media:credit` and the like, for all that has none of its own. */
}

export function readMedia(item: Taker, notes: string[]): ItemMedia {
  const groups = item.all("media:group");
  const inGroups = take(groups);
  const ofItem = optional(item);
  const ofGroup = optional(inGroups);
  const description = ofItem.description ?? ofGroup.description;
  const media = [
    ...item.all("enclosure").map(enclosure),
    ...[...item.all("media:content"), ...inGroups.all("media:content")].map((content) =>
      mediaContent(content, ofItem.credit ?? ofGroup.credit, notes),
    ),
    ...[...item.all("media:thumbnail"), ...inGroups.all("media:thumbnail")].map(thumbnail),
    ...item.all("itunes:image", "googleplay:image").map(podcastImage),
  ];
  const seconds = parseDuration(item.text("itunes:duration"));
  notes.push(...inGroups.left().map((name) => `${name} is left out`));
  return {
    media: merge(
      withDuration(
        media.filter((one) => one.url !== ""),
        seconds,
        notes,
      ),
    ),
    description,
  };
}

/** `01:54:09`, `45:44`, or seconds. */
export function parseDuration(text: string | undefined): number | undefined {
  const match = /^(?:(?:(\d+):)?(\d{1,3}):)?(\d+)(?:\.\d+)?$/.exec(text?.trim() ?? "");
  if (!match) return undefined;
  const seconds = Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3]);
  return seconds > 0 ? seconds : undefined;
}

/** A length of 0 says that nobody knew (RSS Best Practices, `enclosure`). */
export const positive = (text: string | undefined): number | undefined =>
  /^\s*0*[1-9]\d{0,14}\s*$/.test(text ?? "") ? Number(text) : undefined;

const enclosure = (element: XmlElement): Media => ({
  url: attribute(element, "url") ?? "",
  type: asType(attribute(element, "type")),
  length: positive(attribute(element, "length")),
});

function mediaContent(element: XmlElement, credit: string | undefined, notes: string[]): Media {
  const inside = take(element);
  const own = optional(inside);
  notes.push(...inside.left().map((name) => `${name} is left out`));
  return {
    url: attribute(element, "url") ?? "",
    type: asType(attribute(element, "type")),
    medium: attribute(element, "medium"),
    // Media RSS says fileSize; some write length, as in an enclosure.
    length: positive(attribute(element, "fileSize") ?? attribute(element, "length")),
    width: positive(attribute(element, "width")),
    height: positive(attribute(element, "height")),
    duration: parseDuration(attribute(element, "duration")),
    caption: own.description ?? own.title,
    credit: own.credit ?? credit,
  };
}

const thumbnail = (element: XmlElement): Media => ({
  url: attribute(element, "url") ?? textOf(element).trim(),
  medium: "image",
  width: positive(attribute(element, "width")),
  height: positive(attribute(element, "height")),
});

const podcastImage = (element: XmlElement): Media => ({ url: attribute(element, "href") ?? "", medium: "image" });

interface Optional {
  title?: string;
  description?: string;
  credit?: string;
}

/** Media RSS §"Optional elements": they stand on the content, its group or the item. */
function optional(taker: Taker): Optional {
  const credits = taker
    .all("media:credit")
    .map((element) => oneLine(textOf(element)))
    .filter((line) => line !== "");
  return {
    title: taker.text("media:title"),
    description: taker.text("media:description"),
    credit: [...new Set(credits)].join(", ") || undefined,
  };
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
function merge(media: Media[]): Media[] {
  const byUrl = new Map<string, Media>();
  for (const one of media) {
    const known = Object.entries(byUrl.get(one.url) ?? {}).filter(([, value]) => value !== undefined);
    byUrl.set(one.url, { ...one, ...Object.fromEntries(known) });
  }
  return [...byUrl.values()];
}
