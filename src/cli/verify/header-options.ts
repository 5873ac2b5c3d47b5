export const HEADER_OPTIONS = {
  header: { type: "string", multiple: true },
  "user-agent": { type: "string" },
} as const;

interface HeaderWords {
  header?: string[];
  "user-agent"?: string;
}

/** @param reach what follows is polled as readers do, each with its own headers */
export function headerProblem(
  { header = [], "user-agent": userAgent }: HeaderWords,
  names: string[],
  reach = false,
): string | undefined {
  if (header.length === 0 && userAgent === undefined) return undefined;
  if (reach) return "--reach takes no --header and no --user-agent: each reader has its own";
  if (names.length === 0) return "--header and --user-agent are sent for what is named, and nothing is";
  // The value may be a secret: it stands in no message.
  if (!header.every(isHeader)) return "--header wants a name and a value: --header 'Authorization: Bearer …'";
  return userAgent === undefined || isHeader(`user-agent: ${userAgent}`)
    ? undefined
    : "--user-agent wants a name that can be sent in a header";
}

/** By names in small letters. */
export const headersOf = ({ header = [] }: HeaderWords): Record<string, string> =>
  Object.fromEntries(header.map(headerOf));

function isHeader(line: string): boolean {
  const [name, value] = headerOf(line);
  try {
    return new Headers({ [name]: value }).get(name) !== "";
  } catch {
    return false;
  }
}

function headerOf(line: string): [name: string, value: string] {
  const colon = line.indexOf(":");
  return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()];
}
