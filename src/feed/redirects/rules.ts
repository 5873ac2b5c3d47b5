import * as z from "zod";
import { FORMATS, type Format } from "../feed.ts";
import { type Address, below, parseAddress } from "./address.ts";
import { SET_NAMES, type SetName } from "./sets.ts";

/** What stands for a value, in an address and in what it leads to. */
export const VALUE = "{value}";

/** The same in an address that is parsed: a character that no address has (Unicode §23.5), for braces that are encoded are braces. */
const PLACE = "\uE000";

/** Says of an address that its feed has ended. */
export const GONE = "gone";

/** Where old addresses of feeds lead: sets by their names, and addresses of one's own, which come first. */
export const redirectsSchema = z.array(
  z.union([z.enum(SET_NAMES), z.record(z.string(), z.string())], {
    error: `must be one of ${SET_NAMES.join(", ")}, or old addresses with what they lead to: { "/feed.xml": "everything.rss" }`,
  }),
);

/** What the masthead says of old addresses. */
export type RedirectsInput = z.infer<typeof redirectsSchema>;

/** What an address of one's own leads to. */
export type RuleTarget =
  | { to: "feed"; slug: string; format: Format }
  | { to: "gone" }
  /** All addresses that a site of this kind has, below this one. */
  | { to: "set"; set: SetName };

/** An old address of one's own. */
export interface RedirectRule {
  /** As it is written. */
  text: string;
  address: Address;
  /** Null: what it leads to is nothing that there is. */
  target: RuleTarget | null;
}

export interface Redirects {
  sets: SetName[];
  /** The particular before the general. */
  rules: RedirectRule[];
}

export function toRedirects(input: RedirectsInput = []): Redirects {
  const rules = input
    .flatMap((one) => (typeof one === "string" ? [] : Object.entries(one)))
    .map(([text, target]) => ({
      text,
      address: parseAddress(text.replaceAll(VALUE, PLACE)) ?? NOWHERE,
      target: toTarget(target),
    }));
  return { sets: input.filter((one) => typeof one === "string"), rules: rules.sort(byPlace) };
}

const NOWHERE: Address = { segments: [], path: "", query: new Map() };

function toTarget(text: string): RuleTarget | null {
  if (text === GONE) return { to: "gone" };
  const set = SET_NAMES.find((name) => name === text);
  if (set) return { to: "set", set };
  const format = FORMATS.find((name) => text.endsWith(`.${name}`));
  return format ? { to: "feed", slug: text.slice(0, -`.${format}`.length), format } : null;
}

/** Exact ones first, then those that ask for more of the query, then the longer ones. */
const byPlace = (a: RedirectRule, b: RedirectRule): number =>
  rank(a) - rank(b) ||
  b.address.query.size - a.address.query.size ||
  b.address.segments.length - a.address.segments.length;

const rank = ({ address, target }: RedirectRule): number =>
  target?.to === "set" ? 2 : countValues(address) > 0 ? 1 : 0;

/** In how many places an address has whatever value. */
export const countValues = ({ path, query }: Address): number =>
  [path, ...query.values()].join().split(PLACE).length - 1;

/** What a rule finds in an address; null where that is none of its own. */
export function match({ address, target }: RedirectRule, asked: Address): { value?: string; rest?: Address } | null {
  if (target?.to === "set") {
    const rest = below(asked, address.segments);
    return rest && { rest };
  }
  const pairs = [
    [address.path, asked.path],
    ...[...address.query].map(([name, text]) => [text, asked.query.get(name)]),
  ];
  let value: string | undefined;
  for (const [pattern = "", text] of pairs) {
    const found = text === undefined ? null : matchText(pattern.toLowerCase(), text.toLowerCase());
    if (!found) return null;
    value ??= found.value;
  }
  return { value };
}

/** `{value}` stands for what is in one segment of a path. */
function matchText(pattern: string, text: string): { value?: string } | null {
  const at = pattern.indexOf(PLACE);
  if (at === -1) return pattern === text ? {} : null;
  const [start, end] = [pattern.slice(0, at), pattern.slice(at + PLACE.length)];
  const value = text.slice(start.length, text.length - end.length);
  return value !== "" && !value.includes("/") && text === start + value + end ? { value } : null;
}
