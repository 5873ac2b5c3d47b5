/** One picture of several: its address, not yet resolved, and its width or density. */
export interface Candidate {
  url: string;
  descriptors: string[];
}

/**
 * The candidates of a `srcset` attribute (HTML §4.8.4.2.1), those with a descriptor that is none left out. A URL holds no white space,
 * and neither begins nor ends with a comma. Every character is looked at a fixed number of times.
 */
export function candidatesOf(srcset: string): Candidate[] {
  const candidates: Candidate[] = [];
  let current: Candidate | undefined;
  for (const word of srcset.split(/[\t\n\f\r ]+/).filter((text) => text !== "")) {
    let rest = word;
    if (current) {
      const comma = word.indexOf(",");
      if (comma !== 0) current.descriptors.push(comma === -1 ? word : word.slice(0, comma));
      if (comma === -1) continue;
      current = undefined;
      rest = word.slice(comma);
    }
    const [start, end] = withoutCommas(rest);
    if (start === end) continue;
    const candidate: Candidate = { url: rest.slice(start, end), descriptors: [] };
    candidates.push(candidate);
    if (end === rest.length) current = candidate;
  }
  return candidates.filter(({ descriptors }) => descriptors.every((one) => DESCRIPTOR.test(one)));
}

const DESCRIPTOR = /^\d+(?:\.\d+)?[wxh]$/;

/** Where a word begins and ends without the commas around it. */
function withoutCommas(word: string): [start: number, end: number] {
  let start = 0;
  let end = word.length;
  while (start < end && word[start] === ",") start += 1;
  while (end > start && word[end - 1] === ",") end -= 1;
  return [start, end];
}
