/** What a password has at least that stands alone (NIST SP 800-63B-4 §3.1.1.2). Rules on which characters there are would help nobody. */
export const MIN_PASSWORD = 15;

/** Enough for any sentence; and no more than hashing is to take. Characters. */
export const MAX_PASSWORD = 256;

/**
 * Of the hundred thousand passwords that are used most (SecLists, 10-million-password-list), those that are long enough and are found by
 * no rule below. The libraries that have such lists carry all the short ones, too: megabytes.
 */
const COMMON = new Set(
  `mailcreated5240 polniypizdec0211 polniypizdec1102 polniypizdec110211 1qaz2wsx3edc4rfv momsanaladventure hd764nw5d7e1vb1 hd764nw5d7e1vbv
   qazwsxedcrfvtgb 23176djivanfros zqjphsyf6ctifgu lhbjkjubz2957704 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 1qazxsw23edcvfr4
   nemvxyheqdd5oqxyxyzi bpgjldsgjldthnf 1qa2ws3ed4rf5tg 1234qwerasdfzxcv qwertasdfgzxcvb ne_e_pod_chehyl nick1234-rem936
   hjpjxrf23062007 aksjdlasdakj89879 lytdybrbdfvgbhf bhrh0h2oof6xbqjeh perasperaadastra efwe5tgwa5twhgd cheaphornybastard
   30secondstomars perfectexploiter manchesterunited cfvfzcxfcnkbdfz 277rte87hryloitru 1324354657687980 1213141516171819`.split(
    /\s+/,
  ),
);

/** What is easy to type again and again: rows of a keyboard, of the alphabet, of digits; and what stands for a password. */
const ROWS =
  /qwertyuiop|qwerty|asdfghjkl|asdfgh|zxcvbnm|abcdefghijklmnopqrstuvwxyz|abcdef|passw[o0]r[dt]|letmein|iloveyou/g;

/** Characters that are left of a password that is one, where rows, runs and names are taken out. */
const MIN_OWN = 6;

/** Fewer different characters than so many are soon guessed, however many there are. */
const MIN_DIFFERENT = 6;

/**
 * Why a password is too weak, in a sentence; null: it will do.
 *
 * @param names what anybody would try first: the account's names, the paper's
 */
export function passwordFault(password: string, names: string[]): string | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD) return `It has ${length} characters, not ${MIN_PASSWORD} or more. A few words are fine.`;
  if (length > MAX_PASSWORD) return `It has more than ${MAX_PASSWORD} characters.`;
  const plain = password.normalize("NFKC").toLowerCase();
  const nameless = names
    .flatMap((name) => name.toLowerCase().split(/[\s._@+-]+/))
    .filter((word) => word.length > 2)
    .reduce((text, word) => text.replaceAll(word, ""), plain.replaceAll(ROWS, ""));
  const isWeak =
    COMMON.has(plain) ||
    withoutRuns(nameless).length < MIN_OWN ||
    new Set(plain).size < MIN_DIFFERENT ||
    isRepeated(plain);
  return isWeak
    ? "Others would guess it: take words that do not belong together, or let a password manager make one."
    : null;
}

/** Without characters that stand beside the one before, or are the same: 1234, 4321, aaaa. */
const withoutRuns = (text: string): string =>
  [...text]
    .filter((character, index, all) => {
      const step = (character.codePointAt(0) ?? 0) - (all[index - 1]?.codePointAt(0) ?? Number.NEGATIVE_INFINITY);
      return Math.abs(step) > 1;
    })
    .join("");

/** A text that is one piece over and over is found in itself before its end. */
const isRepeated = (text: string): boolean => (text + text).indexOf(text, 1) < text.length;
