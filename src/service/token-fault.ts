/**
 * Characters that a token has at least: nobody may guess one with more than a chance of 2^-128 (RFC 6749 §10.10), and sixteen random
 * bytes are 24 characters of base64.
 */
const MIN_CHARACTERS = 24;

/** Of 24 random hexadecimal digits, one in two million has fewer different ones. */
const MIN_DIFFERENT = 7;

/** What stands in a token's place until somebody has thought of one, and the alphabets. Long enough to be in no random token by chance. */
const STAND_IN =
  /change[-_.]?me|replace|insert|your[-_.]|publish|token|secret|passwor[dt]|example|placeholder|default|wireproof|letmein|qwerty(?:uiop)?|0?123456789|abcdefghijklm(?:nopqrstuvwxyz)?/gi;

/**
 * Why a token is too weak, or cannot be sent, as the rest of a sentence; null: it will do. Words that stand in a token's place do not
 * count, so that a random one may have a name before it.
 */
export function tokenFault(token: string): string | null {
  if (/[^!-~]/.test(token)) return `has a character that no Authorization header carries: ${ADVICE}`;
  if (token.length < MIN_CHARACTERS) return `has ${token.length} characters, not ${MIN_CHARACTERS} or more: ${ADVICE}`;
  if (token.replace(STAND_IN, "").length < MIN_CHARACTERS) return `is one that others think of, too: ${ADVICE}`;
  if (new Set(token).size < MIN_DIFFERENT || isRepetition(token)) return `says the same again and again: ${ADVICE}`;
  return null;
}

const ADVICE = "take a random one, as `openssl rand -base64 24` makes";

/** A text that is one piece over and over is found in itself before its end. */
const isRepetition = (text: string): boolean => (text + text).indexOf(text, 1) < text.length;
