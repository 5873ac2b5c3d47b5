import { type Person, peopleWith } from "../values/people.ts";
import { resolveWithin } from "./atom-links.ts";
import { hasMarkup } from "./atom-text.ts";
import { take } from "./take.ts";
import { textOf, type XmlElement } from "./xml.ts";

/** RFC 4287 §3.2. Atom 0.3 called the address `url`, 0.2 `homepage`, and some write the name straight into the element. */
export function atomPeople(elements: XmlElement[]): Person[] {
  return elements.flatMap((element) => {
    const person = take(element);
    const uri = person.text("atom:uri", "atom:url", "atom:homepage", "uri", "url");
    return peopleWith(
      person.text("atom:name", "name") ?? (hasMarkup(element) ? undefined : textOf(element)),
      resolveWithin(element.base, uri),
      person.text("atom:email", "email"),
    );
  });
}
