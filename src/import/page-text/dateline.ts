/** The place and the agency that open a story, and the text behind the dash. */
export interface Dateline {
  /** As it is written, without the dash: `PORT ELLIS (Coast Wire)`. */
  dateline: string;
  agency?: string;
  rest: string;
}

const PATTERN =
  /^(?<place>\p{Lu}[^()“”":;!?—]{1,80}?)\s*(?:\((?<agency>[^()]{1,60})\))?(?:\s*—\s*|\s+(?:–|--?)\s+|(?<=\))\s*(?:–|--?)\s+)(?<rest>\S.*)?$/su;
/** Words in capitals that open a line before a dash and are no place. */
const KICKERS =
  /^(update[ds]?|breaking|exclusive|watch|video|opinion|analysis|live|review|new|editorial|correction|listen|read|explainer|interview|obituary|comment|photos?|poll|warning|note)s?$/i;
/** `, March 3`: a date may stand between the place and the agency, and is no part of the place. */
const DATE = /,?\s+(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(,\s*\d{4})?$/i;
const PARTICLE = /^(de|del|da|do|dos|la|le|les|el|of|the|upon|on|and|am|an|der|in|sur|y|i)$/;

/**
 * `PORT ELLIS (Coast Wire) — Ferries…`, `BERLIN, Germany (AP) - …`, `LONDON, March 3 —`. Without an agency the place has to
 * stand in capitals: "Storms – the second this week – …" has none.
 */
export function parseDateline(text: string): Dateline | null {
  const groups = PATTERN.exec(text)?.groups;
  const place = groups?.place?.trim().replace(DATE, "");
  if (!groups || !place || KICKERS.test(place) || !isPlace(place, groups.agency !== undefined)) return null;
  const agency = groups.agency?.trim();
  if (agency !== undefined && !isAgency(agency)) return null;
  return {
    dateline: `${groups.place?.trim()}${agency ? ` (${agency})` : ""}`,
    agency: agency || undefined,
    rest: groups.rest ?? "",
  };
}

function isPlace(place: string, withAgency: boolean): boolean {
  const [town = "", ...country] = place.split(",").map((part) => part.trim());
  const capitals = /^[\p{Lu}\p{M}\d.'’ /-]{2,}$/u.test(town);
  return [town, ...country].every(isName) && (capitals || withAgency) && country.length <= 3;
}

const isName = (text: string): boolean => {
  const parts = text.split(/\s+/);
  return text !== "" && parts.length <= 5 && parts.every((part) => /^\p{Lu}/u.test(part) || PARTICLE.test(part));
};

/** `AP`, `Coast Wire`, `AFP/dpa`; a remark in brackets begins small. */
const isAgency = (text: string): boolean =>
  /^\p{Lu}|^dpa\b|^epd\b/u.test(text) &&
  text
    .split(/\s+/)
    .every((word) => /^[\p{Lu}\p{Lo}\d&/+-]/u.test(word) || PARTICLE.test(word) || /^(dpa|epd)/.test(word));
