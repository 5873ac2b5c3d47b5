import { MAP } from "./map.ts";
import type { W3cEvent } from "./w3c-events.ts";

/**
 * Whether one of our rules is about the very fault that an event tells of.
 *
 * @param path of the test case: some entries of the map are for a part of them only; of other feeds there is none, and all hold
 */
export const tells = (event: W3cEvent, rule: string, path?: string): boolean =>
  MAP.filter(([key]) => {
    const [name, part] = key.split("@");
    return name === event.class && (part === undefined || path === undefined || path.includes(part));
  }).some(([, patterns]) => [patterns].flat().some((pattern) => matches(pattern, event, rule)));

function matches(pattern: string, { params }: W3cEvent, rule: string): boolean {
  const filled = pattern.replace(/\{(\w+)\}/g, (_, name) => localPart(params[name] ?? "").replace(/[^\w]/g, "\\$&"));
  return new RegExp(filled, "i").test(rule);
}

/** The validator writes `itunes_image` for `itunes:image`. */
const localPart = (name: string): string => name.replace(/^.*[:_](?=.)/, "");
