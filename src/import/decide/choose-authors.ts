import * as limit from "../../article/limits.ts";
import { absoluteUrl } from "../values/addresses.ts";
import { atMost, shorten, withoutUndefined } from "../values/keep.ts";
import type { Person } from "../values/people.ts";

/** The people who wrote an item, each once, with absolute addresses. One without a name is left out. */
export function chooseAuthors(people: Person[], base: string | undefined, notes: string[]): Person[] {
  const seen = new Map<string, Person>();
  for (const { name, url, email } of people) {
    const author = {
      name: shorten(name, limit.MAX_LINE, "an author", notes) ?? "",
      url: absoluteUrl(url, base),
      email,
    };
    if (url && !author.url) notes.push("an author's address that is no http(s) URL is left out");
    if (author.name) seen.set(JSON.stringify(author), withoutUndefined(author));
  }
  return atMost([...seen.values()], limit.MAX_AUTHORS, "authors", notes);
}
