import { isValueSlug } from "../value-slug.ts";
import { countValues, type RedirectRule, type Redirects, VALUE } from "./rules.ts";
import { isServed, type Shelves } from "./served.ts";
import { SET_NAMES } from "./sets.ts";

/** What is wrong with redirects, the first fault, where it is plain before anybody asks; null: nothing. */
export function redirectsFault({ sets, rules }: Redirects, shelves: Shelves): string | null {
  const twice = sets.find((name, index) => sets.indexOf(name) !== index);
  if (twice !== undefined) return `"${twice}" stands there twice`;
  const known = new Map<string, RedirectRule>();
  for (const rule of rules) {
    const fault = ruleFault(rule, shelves);
    if (fault !== null) return `"${rule.text}": ${fault}`;
    const other = known.get(keyOf(rule));
    if (other) return `"${other.text}" and "${rule.text}" are one address`;
    known.set(keyOf(rule), rule);
  }
  return null;
}

const keyOf = ({ address: { path, query } }: RedirectRule): string =>
  JSON.stringify([path, ...[...query].map(([name, text]) => [name, text.toLowerCase()]).sort()]);

function ruleFault({ text, address, target }: RedirectRule, shelves: Shelves): string | null {
  if (!text.startsWith("/")) return 'must be a path: "/feed.xml"';
  if (address.path === "") return "is not percent-encoded UTF-8";
  if (!target)
    return `must lead to a feed with its format ("everything.rss"), to "gone", or to one of ${SET_NAMES.join(", ")}`;
  const isSet = target.to === "set";
  const values = countValues(address);
  if (isSet && (values > 0 || address.query.size > 0)) return "must be a path alone, to have a site below it";
  if (isSet ? shelvesBelow(address.path) : isServed(shelves, address)) return "is served by Wireproof itself";
  if (values > 1) return `has ${VALUE} twice`;
  return target.to === "feed" ? slugFault(target.slug, values > 0, shelves) : null;
}

/** Whether our own feeds would be among what is below a path. */
const shelvesBelow = (path: string): boolean => /^\/(feeds|partner|api|desk)(\/|$)/.test(path);

/** What is wrong with the feed that an address leads to. */
function slugFault(slug: string, isOfValue: boolean, shelves: Shelves): string | null {
  const { definitions, moved, retired, partner } = shelves;
  if (definitions.has(slug)) return null;
  const now = moved.get(slug);
  if (now !== undefined) return `the feed "${slug}" is "${now}" by now`;
  if (retired.has(slug)) return `the feed "${slug}" has ended: say "gone"`;
  if (partner.definitions.has(slug) || partner.moved.has(slug) || partner.retired.has(slug))
    return `the feed "${slug}" is a partner's`;
  const end = slug.lastIndexOf("/");
  return end > 0
    ? memberFault(slug.slice(0, end), slug.slice(end + 1), isOfValue, shelves)
    : `there is no feed "${slug}"`;
}

/** The same, of a family's feed. */
function memberFault(
  path: string,
  value: string,
  isOfValue: boolean,
  { families, movedFamilies }: Shelves,
): string | null {
  const now = movedFamilies.get(path);
  if (now !== undefined) return `the family "${path}/${VALUE}" is "${now}/${VALUE}" by now`;
  const family = families.get(path);
  if (!family) return `there is no family "${path}/${VALUE}"`;
  if (family.access === "partner") return `the family "${path}/${VALUE}" is a partner's`;
  if (family.retired) return `the family "${path}/${VALUE}" has ended: say "gone"`;
  if (value !== VALUE) return isValueSlug(value) ? null : `"${value}" is no end of an address of the family's`;
  if (!isOfValue) return `leads to ${VALUE}, and has none itself`;
  return family.by.length === 1 ? null : `the family "${path}/${VALUE}" is by two values`;
}
