import type { Definition } from "../../../feed/definition.ts";

/** Feeds that are named one by one: a story may be in those of all its tags. */
const MAX_NAMED = 20;

/** What feeds are called, in a line. */
export function feedNames(definitions: Pick<Definition, "title">[]): string {
  const names = definitions.slice(0, MAX_NAMED).map(({ title }) => title);
  const more = definitions.length - names.length;
  return `${names.join(", ")}${more === 0 ? "" : ` and ${more} more`}`;
}
