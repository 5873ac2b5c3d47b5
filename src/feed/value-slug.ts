import { createHash } from "node:crypto";

/** Code points of a name in an address: longer ones are cut, and told apart by their hash. */
const MAX_LENGTH = 60;

/** Hexadecimal digits that tell two names apart which would share an address. */
const HASH_LENGTH = 8;

/** Latin letters that no normalization takes apart, as they are written without them. */
const PLAIN: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ħ: "h",
};

/** Parts of the paths under a feed's own. */
const RESERVED = ["archive"];

/**
 * What stands for a value in addresses: readable, in its own script, lower-case, without the marks of Latin letters: `Zürich` is
 * `zurich`. Null where nothing of it can stand there as it is.
 */
export function valueSlug(label: string): string | null {
  const plain = plainOf(label);
  return plain === "" || [...plain].length > MAX_LENGTH || RESERVED.includes(plain) ? null : plain;
}

/** For one that has none, or shares its own with another value: the same for ever, by its key. */
export function hashedSlug(label: string, key: string): string {
  const start = [...plainOf(label)].slice(0, MAX_LENGTH).join("").replace(/-+$/, "");
  const hash = createHash("sha256").update(key).digest("hex").slice(0, HASH_LENGTH);
  return start === "" ? hash : `${start}-${hash}`;
}

/** Whether a text may stand for a value in addresses. */
export const isValueSlug = (text: string): boolean =>
  text !== "" &&
  text === plainOf(text) &&
  [...text].length <= MAX_LENGTH + "-".length + HASH_LENGTH &&
  !RESERVED.includes(text);

const plainOf = (label: string): string =>
  label
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .replace(/[ßæœøđðłþıħ]/g, (letter) => PLAIN[letter] ?? letter)
    // An apostrophe parts no words.
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
