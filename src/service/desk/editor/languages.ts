import { contain } from "../../../article/contain.ts";
import type { Site } from "../../../feed/definition.ts";

/** What is offered beside what the newsroom writes in: the languages with the most newspapers. */
const COMMON =
  "ar bn cs da de el en en-GB en-US es fa fi fr he hi hu id it ja ko ms nl no pl pt pt-BR ro ru sv sw th tr uk ur vi zh-Hans zh-Hant";

const NAMES = new Intl.DisplayNames("en", { type: "language" });

/** What a language is called: "British English". One that has no name is called by its tag (RFC 5646). */
export const languageName = (tag: string): string =>
  contain(
    () => NAMES.of(tag) ?? tag,
    () => tag,
  );

/**
 * The languages that a form offers, by their tags, in the order of their names: none is said first, then those that are in use.
 *
 * @param used tags; empty ones are none
 */
export function languageOptions(site: Site, used: string[]): [tag: string, name: string][] {
  const own = [...new Set([site.language, ...used])].filter((tag) => tag !== "");
  const others = COMMON.split(" ").filter((tag) => !own.includes(tag));
  const option = (tag: string): [string, string] => [tag, named(tag)];
  return [
    ["", `That of its feed: ${languageName(site.language)}`],
    ...own.map(option),
    ...others.map(option).sort(([, a], [, b]) => a.localeCompare(b, "en")),
  ];
}

const named = (tag: string): string => {
  const name = languageName(tag);
  return name === tag ? tag : `${name} (${tag})`;
};
