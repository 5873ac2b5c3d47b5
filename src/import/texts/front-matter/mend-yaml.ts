/**
 * YAML as people write it by hand, as it was meant: `title: Ferry: the last boat` and `'It's here'` are texts, tabs are spaces.
 * Only fields at the margin and members of lists are looked at: what is set in deeper may be a text over several lines.
 *
 * @param canRead whether a line is YAML by itself: such a one stays as it is
 */
export const mendYaml = (text: string, canRead: (line: string) => boolean): string =>
  text
    .replace(/\t/g, "  ")
    .split("\n")
    .map((line) => {
      const [, start = "", value = ""] = /^(["']?[\w.-][\w .-]*["']?[ ]*:[ ]+|[ ]*-[ ]+)(\S.*?)[ ]*$/.exec(line) ?? [];
      return value === "" || goesOn(value) || canRead(line.trimStart()) ? line : `${start}${quoted(value)}`;
    })
    .join("\n");

/** A block, or a list, an object or a quotation that ends in another line. */
const goesOn = (value: string): boolean =>
  /^[|>&*!]/.test(value) || ENDS.some(([start, end]) => value.startsWith(start) && !value.endsWith(end));

const ENDS = ["[]", "{}", '""', "''"].map((pair) => [...pair] as [string, string]);

const quoted = (value: string): string =>
  JSON.stringify(/^(["']).*\1$/.test(value) ? value.slice(1, -1).replaceAll('\\"', '"') : value);
