import type { Form } from "./form.ts";

/** HTML's elements that people write in texts. A name in angle brackets that is none of them may be meant as it stands. */
const TAGS = new Set(
  "a abbr article aside audio b blockquote body br caption center cite code dd del div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main mark meta nav object ol option p pre q s script section select small span strike strong style sub sup table tbody td textarea tfoot th thead title tr u ul video".split(
    " ",
  ),
);

/** Character references of HTML that people write in texts; of others, as in `R&D;`, nobody knows what is meant. */
const REFERENCE =
  /&(?:amp|lt|gt|quot|apos|nbsp|copy|reg|trade|hellip|[mn]dash|[lr][sd]quo|[lr]aquo|bull|middot|euro|pound|deg|szlig|[ao]elig|oslash|[aeiouync](?:acute|grave|circ|uml|tilde|cedil|ring)|#\d{1,7}|#x[\da-f]{1,6});/i;

/** HTML in a text that is plain: an end tag, or a character reference, which people would see as it is written. */
export function htmlFault(text: string): string | undefined {
  for (const [tag, name = ""] of text.matchAll(/<\/(\w{1,20})\s?>/g))
    if (TAGS.has(name.toLowerCase())) return `there is HTML in it (${tag}), and it is plain text`;
  const [reference] = REFERENCE.exec(text) ?? [];
  return reference && `there is ${reference} in it, which is HTML, and it is plain text`;
}

/** HTML that ends within a tag. */
export function cutOffFault(text: string): string | undefined {
  const start = text.lastIndexOf("<");
  return start >= 0 && /^<[/a-z]/i.test(text.slice(start, start + 2)) && !text.includes(">", start)
    ? `its HTML ends within a tag, "${text.slice(start, start + 40)}"`
    : undefined;
}

export const PLAIN_TEXT: Form = {
  name: "plain-text",
  says: "plain text, without HTML",
  severity: "warning",
  mend: "Take the tags out, and write characters instead of references (é instead of &amp;eacute;).",
  fault: htmlFault,
  good: "Boats & barges",
  bad: "<b>Boats</b> and barges",
};
