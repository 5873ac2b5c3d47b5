/** What one article may be. Each limit is answered with 422 and its JSON path; a body over its bytes with 413. */

/** D1 holds 2 MB a row; an article is stored with room for its markup to grow when it is made absolute. */
export const MAX_ARTICLE_BYTES = 1_000_000;
/** Twice the longest headline found in real feeds; a longer one is a body in the wrong field. */
export const MAX_TITLE = 1_000;
/** Readers show a few lines; partners cut at some 300 characters. */
export const MAX_SUMMARY = 10_000;
/** Names, sections, tags, captions' credits: one line that a person reads. */
export const MAX_LINE = 500;
export const MAX_CAPTION = 5_000;
/** The longest URL that common clients and proxies pass on. */
export const MAX_URL = 8_000;
export const MAX_ID = 200;
export const MAX_GUID = 2_000;
export const MAX_AUTHORS = 50;
export const MAX_TAGS = 100;
export const MAX_IMAGES = 200;
export const MAX_ATTACHMENTS = 50;
export const MAX_CORRECTIONS = 100;
/** More partners than any newsroom bills. */
export const MAX_PARTNERS = 200;
export const MAX_PARTNER_SLUG = 60;
/** Deeper nesting than any editor writes, and below every HTML parser's own limit. */
export const MAX_HTML_DEPTH = 200;
/**
 * What a parser may copy of formatting elements that were left open, in UTF-16 units of markup: some hundred times what an old
 * page with a `<font>` open throughout needs, and no more than an article may have.
 */
export const MAX_COPIED_MARKUP = 1_000_000;
