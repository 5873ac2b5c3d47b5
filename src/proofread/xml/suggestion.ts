/** Known names by what is left of them without capitals, hyphens and underscores. Lists of names are few, and do not change. */
const PLAIN_NAMES = new WeakMap<readonly string[], Map<string, string>>();
/** What is shorter has too many names one letter away. */
const LEAST = 4;

/** What was probably meant, where it differs by capitals, a hyphen or one letter only. */
export function suggestion(name: string, known: readonly string[]): string {
  const names = PLAIN_NAMES.get(known) ?? new Map(known.map((one) => [plain(one), one]));
  PLAIN_NAMES.set(known, names);
  const written = plain(name);
  const meant = names.get(written) ?? (written.length < LEAST ? undefined : nearest(written, names));
  return meant !== undefined && meant !== name ? `: ${meant} was probably meant` : "";
}

const plain = (name: string): string => name.toLowerCase().replace(/[-_]/g, "");

function nearest(written: string, names: Map<string, string>): string | undefined {
  for (const [one, name] of names) if (one.length >= LEAST && isOneOff(written, one)) return name;
  return undefined;
}

/** Whether one letter more, less, other, or exchanged with the next, makes one of the other. */
function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const rest = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return (
    rest.every(({ length }) => length <= 1) ||
    (rest[0]?.length === 2 && rest[0] === rest[1]?.split("").reverse().join(""))
  );
}
