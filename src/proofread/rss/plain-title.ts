import { clip } from "../formats.ts";

/**
 * The rule that a title holds no markup. It is a guess, for who does not know what is stored: a title may well speak of
 * markup. Who compares documents with what is stored drops its findings.
 */
export const PLAIN_TITLE = "RSS Best Practices Profile, title: plain text";

/** What is wrong with a title: it holds tags, or was escaped once too often. */
export function markupFault(text: string): string | undefined {
  if (/<\/?(a|b|i|em|strong|p|br|span|img|div|h[1-6]|sup|sub)[\s/>]/i.test(text)) return `"${clip(text)}" holds HTML`;
  return /&(#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip);/i.test(text)
    ? `"${clip(text)}" is escaped twice`
    : undefined;
}
