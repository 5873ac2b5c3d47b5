/** A document whose CDATA sections hold numbers, and what they held. */
export interface Lifted {
  skeleton: string;
  bodies: string[];
}

const OPEN = "<![CDATA[";
const CLOSE = "]]>";
/** XML 1.0 §2.2, without surrogates: the whole document is known to be well-formed Unicode. */
const NO_CHARACTER = /[^\t\n\r\x20-\uFFFD]/;
/** Whatever else can hold the letters of a section's start: a comment, an instruction, a document type. */
const OTHER_DECLARATION = /<[!?](?!\[CDATA\[\d+\]\]>)/;
/** The XML declaration and the style sheet after it, which hold no such letters. */
const PROLOG = /^(?:<\?xml\s[^?<]*\?>)?\s*(?:<\?xml-stylesheet\s[^?<]*\?>)?/;

/**
 * Articles stand in CDATA sections, and these are most of a document. A parser goes through them letter by letter to find
 * their end, which takes longer than all the rest; `indexOf` does not.
 *
 * Null where the letters `<![CDATA[` might not start a section, or a section holds what no document may: the parser
 * then has to see all of it.
 */
export function liftCdata(text: string): Lifted | null {
  const bodies: string[] = [];
  let skeleton = "";
  let end = 0;
  for (let start = text.indexOf(OPEN); start !== -1; start = text.indexOf(OPEN, end)) {
    const close = text.indexOf(CLOSE, start);
    if (close === -1) return null;
    skeleton += `${text.slice(end, start)}${OPEN}${bodies.length}${CLOSE}`;
    const body = text.slice(start + OPEN.length, close);
    if (NO_CHARACTER.test(body)) return null;
    // A parser makes all line ends one (XML 1.0 §2.11).
    bodies.push(body.includes("\r") ? body.replace(/\r\n?/g, "\n") : body);
    end = close + CLOSE.length;
  }
  skeleton += text.slice(end);
  const rest = skeleton.slice(PROLOG.exec(skeleton)?.[0].length ?? 0);
  return OTHER_DECLARATION.test(rest) ? null : { skeleton, bodies };
}
