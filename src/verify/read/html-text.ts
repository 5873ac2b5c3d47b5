import type { Value } from "../discrepancy.ts";
import { characterOf, NAMED_CHARACTERS } from "../parse/character-reference.ts";

/**
 * What a reader shows of HTML that is one text without markup. HTML with a tag in it, or with a reference or ampersand
 * that readers take differently, is no such text and equals none.
 */
export function htmlText(html: string): Value {
  if (html.includes("<")) return { html };
  let plain = true;
  const text = html.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));|&/gi, (_, hex, decimal, named) => {
    const character = named === undefined ? characterOf(hex, decimal) : NAMED_CHARACTERS[named];
    plain &&= character !== undefined;
    return character ?? "";
  });
  return plain ? text : { html };
}
