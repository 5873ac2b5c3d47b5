/** RFC 5646 §2.1, loosely: a language and its subtags. Which subtags there are, a newsroom's system knows better. */
export const LANGUAGE_TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The primary language of a tag, `en` of `en-GB` (RFC 5646 §2.2.1). */
export const primaryLanguage = (tag: string): string => tag.toLowerCase().split("-", 1).join();
