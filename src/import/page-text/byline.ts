/** `By Jane Doe and John Roe`: the names, none for an empty byline, null for what is no byline. */
export function parseByline(text: string): string[] | null {
  const match =
    /^(?:(?:written|reported|story|words|report|text|posted|published|reporting)\s+)?by\b\s*:?\s*(.*)$/isu.exec(text);
  if (!match) return null;
  const names = splitNames(match[1] ?? "");
  return names.every(isName) ? names : null;
}

/** The same in other languages. English headlines begin so, too, `Von der Leyen wins vote`: it is asked for below the headline only. */
export function parseBylineElsewhere(text: string): string[] | null {
  const match =
    /^(?:(?:text|texte|texto|testo|tekst)\s+)?(?:von|par|por|di|door|av|af|autor(?:ka)?|автор)\s*:?\s+(\p{Lu}.*)$/isu.exec(
      text,
    );
  const names = splitNames((match?.[1] ?? "").replace(/\s+(?:und|et|og|och|en|oraz|и)\s+/gu, ", "));
  return names.length > 0 && names.every(isName) ? names : null;
}

/** A name that stands alone after a bare `by`. */
export const isLoneName = (text: string): boolean =>
  /^\S+(\s+\S+){1,3}$/.test(text) && !/[.,:;!?]$/.test(text) && isName(text);

function splitNames(text: string): string[] {
  const people = text.replace(/\s+(?:in|for|of|at)\s+(?:the\s+)?\p{Lu}.*$/u, "").replace(/\s*[|•·].*$/s, "");
  const parts = people.split(/\s*(?:,\s*and\s+|,|;|\s+and\s+|\s+&\s+|\s+with\s+)\s*/iu).map((part) => part.trim());
  return parts.filter((part, index) => part !== "" && !(index > 0 && ROLE.test(part)));
}

/** What follows a name and a comma: what the person does, or for whom. */
const ROLE =
  /\b(editor|correspondent|reporter|writer|staff|columnist|bureau|chief|journalist|critic|producer|photographer|analyst|contributor|agency|press|news|wire|times|post|reuters|afp|ap)\b/i;

const isName = (text: string): boolean => {
  const words = text.split(/\s+/);
  return (
    words.length <= 6 &&
    text.length <= 80 &&
    words.every((word) => /^[\p{Lu}\p{Lo}“"(]/u.test(word) || PARTICLE.test(word)) &&
    !/[.!?…]$/.test(text.replace(/\b(jr|sr|\p{Lu})\.$/iu, ""))
  );
};

const PARTICLE =
  /^(de|del|della|da|di|do|dos|du|la|le|van|von|der|den|ten|ter|bin|ibn|al|el|af|av|zu|zur|y|e|staff|reporters?|writers?|wire|agency|editor|correspondent)$|^(d|l|o)['’]\p{L}/iu;
