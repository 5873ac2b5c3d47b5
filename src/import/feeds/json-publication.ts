import type { Draft } from "../draft.ts";
import type { ImportSource } from "../source.ts";
import { type Publication, readPublication } from "../texts/publication/publication.ts";
import { parseDate } from "../values/dates.ts";
import { isObject } from "../values/json.ts";

/** Extensions nest no deeper where they say something of their item. */
const MAX_DEPTH = 4;

/**
 * What an item of a JSON Feed says of who may see it, and when. The format has no word for it, so systems add their own, beside its
 * fields or in an extension's object. An extension may speak of other things, too: what is not understood there says nothing.
 *
 * @param fields those that the format does not have
 */
export function readJsonPublication(
  fields: Record<string, unknown>,
  published: string | undefined,
  { now, zone }: Pick<ImportSource, "now" | "zone">,
): Pick<Draft, "embargo" | "expiry" | "withheld"> {
  const dateIn = (value: unknown) => (typeof value === "string" ? (parseDate(value, zone) ?? undefined) : undefined);
  const times = { published: dateIn(published), now, read: dateIn };
  const own = readPublication(fields, times);
  const said = [
    own,
    ...extensionsIn(fields, MAX_DEPTH).map(([key, value]) => readPublication({ [key]: value }, times)),
  ];
  const clear = said.filter((one) => one === own || !one.isUnclear);
  const first = (name: "embargo" | "expiry" | "withheld") =>
    clear.map((one) => one[name]).find((one) => one !== undefined);
  return { embargo: first("embargo"), expiry: first("expiry"), withheld: first("withheld") ?? canceled(clear) };
}

const canceled = (said: Publication[]): string | undefined =>
  said.some(({ status }) => status === "canceled") ? "it was taken back" : undefined;

/** Lists are of something else: comments, revisions. */
const extensionsIn = (fields: Record<string, unknown>, depth: number): [key: string, value: unknown][] =>
  depth === 0
    ? []
    : Object.values(fields)
        .filter(isObject)
        .flatMap((inner) => [...Object.entries(inner), ...extensionsIn(inner, depth - 1)]);
