/**
 * The addresses in a srcset (HTML Living Standard §4.8.4.2.1): each goes as far as the next white space, and may have commas in
 * it; what describes it ends at a comma.
 */
export function srcsetAddresses(srcset: string): string[] {
  const addresses: string[] = [];
  let isDescribed = false;
  for (const word of srcset.split(/\s+/)) {
    const comma = isDescribed ? word.indexOf(",") : -1;
    if (isDescribed && comma === -1) continue;
    const address = withoutCommas(word.slice(comma + 1));
    isDescribed = address !== "" && !word.endsWith(",");
    if (address !== "") addresses.push(address);
  }
  return addresses;
}

function withoutCommas(word: string): string {
  let [start, end] = [0, word.length];
  while (word[start] === ",") start += 1;
  while (end > start && word[end - 1] === ",") end -= 1;
  return word.slice(start, end);
}
