import { firstWords } from "../../../article/text.ts";
import { isObject } from "../../values/json.ts";
import { flatten, isBlank, plainKey } from "../front-matter/field-names.ts";
import type { Fields } from "../front-matter/parse-fields.ts";
import { readTruth } from "../front-matter/truth.ts";
import * as known from "./publication-words.ts";

/** What a file's fields say of who may see it, and when. Dates are RFC 3339. */
export interface Publication {
  /** As `ReadItem.withheld`. */
  withheld?: string;
  embargo?: string;
  expiry?: string;
  /** It is withheld for what nobody here understands, and may mean something else. */
  isUnclear?: true;
  /** An article's own status. */
  status?: string;
}

/** What can be known of dates where they are read. */
export interface PublicationTimes {
  /** Undefined for a text that is no date. */
  read(value: unknown): string | undefined;
  /** RFC 3339: the date that the file gives its article. */
  published?: string;
  now: string;
}

/** What one field says; nothing, where it says that it may be seen. */
type Said = Publication;

const NAMES = [
  ...[known.SHOWN_IF_TRUE, known.HIDDEN_IF_TRUE, known.NOT_BEFORE, known.NOT_AFTER, known.PASSWORDS, known.STATES],
  new Set(["build", "feed", "permalink"]),
];

/** Whether a field of this plain name is about publication. */
export const isAboutPublication = (name: string): boolean => NAMES.some((names) => names.has(name));

/**
 * What a file says of its publication, whatever generator it was written for: what keeps it back in one keeps it back here. What
 * is about publication and not understood keeps it back, too.
 */
export function readPublication(fields: Fields, times: PublicationTimes): Publication {
  const all: Publication = {};
  for (const [key, value] of flatten(fields).flatMap(inGroup)) {
    if (isBlank(value)) continue;
    for (const said of readField(key, plainKey(key), value, times)) {
      if (all.withheld === undefined && said.isUnclear) all.isUnclear = true;
      all.withheld ??= said.isUnclear
        ? `it says ${key}: ${shown(value)}, which nobody here understands`
        : said.withheld;
      all.status ??= said.status;
      all.embargo = later(all.embargo, said.embargo);
      all.expiry = earlier(all.expiry, said.expiry);
    }
  }
  return all;
}

function readField(key: string, name: string, value: unknown, times: PublicationTimes): Said[] {
  const withheld = { withheld: `it says ${key}: ${shown(value)}` };
  const says: Said[] = [];
  if (known.SHOWN_IF_TRUE.has(name)) says.push(readShown(name, value, withheld, times));
  if (known.HIDDEN_IF_TRUE.has(name)) says.push(readHidden(name, value, withheld));
  if (known.PASSWORDS.has(name) && value !== false) says.push({ withheld: "it has a password" });
  if (known.NOT_BEFORE.has(name)) says.push(readEmbargo(value, withheld, times));
  if (known.PUBLISHED_ON.has(name)) says.push(ahead(times.read(value), times));
  if (known.NOT_AFTER.has(name)) says.push(readExpiry(value, withheld, times));
  if (known.STATES.has(name)) says.push(readState(value, withheld, times, UNCLEAR));
  if (known.MAYBE_STATES.has(name)) says.push(readState(value, withheld, times, {}));
  if (name === "build") says.push(readBuild(value, withheld));
  if (name === "feed" && isObject(value) && readTruth(value.excluded) !== false)
    says.push(value.excluded === undefined ? {} : withheld);
  if (name === "permalink" && hasNoPage(value)) says.push({ withheld: `its ${key} gives it no page of its own` });
  return says;
}

const UNCLEAR: Said = { isUnclear: true };

/** `publication: {status: draft}` says what is in it. */
const inGroup = ([key, value]: [string, unknown]): [string, unknown][] =>
  isObject(value) && known.GROUPS.has(plainKey(key)) ? Object.entries(value) : [[key, value]];

const unclear = (name: string): Said => (known.MAYBE_IF_TRUE.has(name) ? {} : UNCLEAR);

function readShown(name: string, value: unknown, withheld: Said, times: PublicationTimes): Said {
  const truth = readTruth(value) ?? readWord(value);
  if (truth !== undefined) return truth ? {} : withheld;
  // `published: 2024-05-03` is when, not whether. `render: always` and `link` are Hugo's.
  return known.PUBLISHED_ON.has(name) && times.read(value) !== undefined ? {} : unclear(name);
}

function readHidden(name: string, value: unknown, withheld: Said): Said {
  const truth = readTruth(value) ?? (plainKey(String(value)) === name ? true : invert(readWord(value)));
  if (truth === undefined) return unclear(name);
  if (!truth) return {};
  return name === "draft" ? { withheld: "it is a draft" } : withheld;
}

function readEmbargo(value: unknown, withheld: Said, times: PublicationTimes): Said {
  const truth = readTruth(value);
  if (truth === false) return {};
  if (truth === true) return readScheduled(withheld, times);
  if (NO_TIME.test(String(value))) return {};
  const at = times.read(value);
  return at === undefined ? UNCLEAR : ahead(at, times);
}

/** What programs write for a time that was never set, and for one that never comes. */
const NO_TIME = /^0{3}[01]-/;
const FOR_EVER = /^(?:9999-|none$|forever$)/i;

/** A time before its own date keeps nothing back, and is not worth saying. */
const ahead = (at: string | undefined, { published }: PublicationTimes): Said =>
  at !== undefined && (published === undefined || Date.parse(at) > Date.parse(published)) ? { embargo: at } : {};

function readExpiry(value: unknown, withheld: Said, times: PublicationTimes): Said {
  const truth = readTruth(value);
  if (truth !== undefined) return truth ? withheld : {};
  if (NO_TIME.test(String(value)) || FOR_EVER.test(String(value))) return {};
  const at = times.read(value);
  return at === undefined ? UNCLEAR : { expiry: at };
}

function readState(value: unknown, withheld: Said, times: PublicationTimes, otherwise: Said): Said {
  // Grav: who may read it.
  if (isObject(value)) return UNCLEAR;
  const states = (Array.isArray(value) ? value : [value]).map((one) => plainKey(String(one)));
  // Taken back: an article has a word for it.
  if (states.length === 1 && states[0] === "canceled") return { status: "canceled" };
  if (states.some((state) => known.SCHEDULED.has(state))) return readScheduled(withheld, times);
  if (states.some((state) => known.HIDDEN.has(state))) return withheld;
  return states.every((state) => known.SHOWN.has(state)) ? {} : otherwise;
}

/** What is to come out at its date; one whose date has passed never did. */
const readScheduled = (withheld: Said, { published, now }: PublicationTimes): Said =>
  published !== undefined && Date.parse(published) > Date.parse(now) ? { embargo: published } : withheld;

/** Hugo: a page that is not rendered, or that stands in no list, and so in no feed. */
function readBuild(value: unknown, withheld: Said): Said {
  if (!isObject(value)) return UNCLEAR;
  const said = ["render", "list"].map((key) => Object.entries(value).find(([name]) => name.toLowerCase() === key)?.[1]);
  const words = said.map((one) =>
    isBlank(one) ? "always" : readTruth(one) === true ? "always" : String(one).toLowerCase(),
  );
  return words.every((word) => word === "always") ? {} : withheld;
}

/** Eleventy: `false`, or an object whose `build` is. */
const hasNoPage = (value: unknown): boolean =>
  readTruth(value) === false || (isObject(value) && readTruth(value.build) === false);

function readWord(value: unknown): boolean | undefined {
  const word = typeof value === "string" ? plainKey(value) : "";
  if (known.SHOWN.has(word) || word === "always") return true;
  return known.HIDDEN.has(word) ? false : undefined;
}

const invert = (truth: boolean | undefined): boolean | undefined => (truth === undefined ? undefined : !truth);

const later = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && Date.parse(b) > Date.parse(a)) ? (b ?? a) : a;
const earlier = (a: string | undefined, b: string | undefined): string | undefined =>
  a === undefined || (b !== undefined && Date.parse(b) < Date.parse(a)) ? (b ?? a) : a;

const shown = (value: unknown): string =>
  firstWords(typeof value === "object" ? JSON.stringify(value) : String(value), 40);
