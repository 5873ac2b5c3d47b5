import { documentOf } from "../../examples.ts";
import { ABSOLUTE_URL } from "../../forms/addresses.ts";
import { COUNTRIES } from "../../forms/countries.ts";
import { clip } from "../../forms/form.ts";
import { MEDIA } from "../../namespaces.ts";
import type { XmlRule } from "../../rule.ts";
import { MEDIA_RSS, mediaSection } from "./common.ts";

const { formats } = MEDIA_RSS;
const entryDocument = (entry: string): string => documentOf("rss", { entry });

const SIMPLE = "urn:simple";

/** The ratings that Media RSS names, by scheme. */
const RATINGS = new Map<string, readonly string[]>([
  [SIMPLE, ["adult", "nonadult"]],
  ["urn:mpaa", ["g", "m", "nc-17", "pg", "pg-13", "r", "x"]],
  [
    "urn:v-chip",
    [...["14+", "18+", "c", "c8", "g", "pg", "tv-14", "tv-g", "tv-ma", "tv-pg", "tv-y", "tv-y7"], "tv-y7-fv"],
  ],
]);

/** A label of ICRA: in brackets, letters that say of what, each with 0 or 1 behind it; z says that there is none of it. */
const ICRA = /^r \([nsvlocx][a-z] [01](?: [nsvlocx][a-z] [01])*\)$/;
/** Letters that each of ICRA's groups has, from a to this one. */
const ICRA_LAST: Record<string, string> = { n: "c", s: "f", v: "j", l: "c", o: "h", c: "b", x: "e" };

const isIcra = (text: string): boolean =>
  ICRA.test(text) &&
  [...text.matchAll(/([nsvlocx])([a-z]) ([01])/g)].every(
    ([, group = "", letter = "", value]) => letter === "z" || (value === "1" && letter <= (ICRA_LAST[group] ?? "")),
  );

const HASHES = new Map([
  ["md5", 32],
  ["sha-1", 40],
]);

export const MEDIA_VALUE_RULES: readonly XmlRule[] = [
  {
    formats,
    url: mediaSection("rating"),
    name: "media/rating-value",
    severity: "error",
    element: "<media:rating>",
    section: "Media RSS 1.5.1, media:rating",
    says: "A rating is one of its scheme’s; without a scheme, adult or nonadult",
    mend: "Write adult or nonadult, or name the scheme that the rating is of.",
    on: { names: [`${MEDIA}rating`] },
    check: ({ attributes, text }) => {
      const scheme = attributes.get("scheme") || SIMPLE;
      const rating = text.trim();
      const isGood = scheme === "urn:icra" ? isIcra(rating) : (RATINGS.get(scheme)?.includes(rating) ?? true);
      return isGood ? undefined : `"${clip(rating)}" is no rating of ${scheme}`;
    },
    fails: entryDocument("<media:rating>mild</media:rating>"),
    passes: entryDocument('<media:rating scheme="urn:mpaa">pg</media:rating>'),
  },
  {
    formats,
    url: mediaSection("hash"),
    name: "media/hash-value",
    severity: "error",
    element: "<media:hash>",
    section: "Media RSS 1.5.1, media:hash",
    says: "A hash is as long as its algorithm makes it, in hexadecimal digits: 32 for md5, 40 for sha-1",
    mend: "Write the hash in hexadecimal digits, and its algo, if it is not md5.",
    on: { names: [`${MEDIA}hash`] },
    check: ({ attributes, text }) => {
      const algorithm = attributes.get("algo") || "md5";
      const length = HASHES.get(algorithm);
      const hash = text.trim();
      if (length === undefined) return undefined;
      if (!/^[\da-f]+$/i.test(hash)) return `"${clip(hash)}" is not made of hexadecimal digits`;
      return hash.length === length
        ? undefined
        : `"${clip(hash)}" has ${hash.length} digits, and ${algorithm} has ${length}`;
    },
    fails: entryDocument('<media:hash algo="sha-1">79054025255fb1a26e4bc422aef54eb4</media:hash>'),
    passes: entryDocument("<media:hash>79054025255fb1a26e4bc422aef54eb4</media:hash>"),
  },
  {
    formats,
    url: mediaSection("restriction"),
    name: "media/restriction-content",
    severity: "error",
    element: "<media:restriction>",
    section: "Media RSS 1.5.1, media:restriction",
    says: "A restriction names what its type says: countries, a URI, or all or none where it has no type",
    mend: "Write countries’ codes with blanks between them (gb ie), one absolute URI, or all or none.",
    on: { names: [`${MEDIA}restriction`] },
    check: ({ attributes, text }) => restrictionFault(attributes.get("type") ?? "", text.trim()),
    fails: entryDocument('<media:restriction relationship="deny" type="country">gb england</media:restriction>'),
    passes: entryDocument('<media:restriction relationship="deny" type="country">gb ie</media:restriction>'),
  },
  {
    formats,
    url: MEDIA_RSS.url,
    name: "media/attribute-empty",
    severity: "advice",
    element: "<media:…>",
    section: "Media RSS 1.5.1",
    says: "An attribute says something, or is left out",
    mend: "Leave the attribute out where you have nothing to say in it.",
    on: { namespaces: [MEDIA] },
    check: (element) =>
      [...element.attributes]
        .filter(([name, value]) => name !== "url" && value.trim() === "")
        .map(([name]) => `${clip(name)} is empty`),
    fails: entryDocument('<media:content url="https://gazette.example/boat.mp3" duration=""/>'),
    passes: entryDocument('<media:content url="https://gazette.example/boat.mp3" duration="60"/>'),
  },
];

function restrictionFault(type: string, text: string): string | undefined {
  if (type === "")
    return ["", "all", "none"].includes(text)
      ? undefined
      : `"${clip(text)}" is neither all nor none, and there is no type`;
  if (type === "uri") return ABSOLUTE_URL.fault(text);
  return type === "country" ? COUNTRIES.fault(text) : undefined;
}
