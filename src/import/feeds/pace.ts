import { saidOfFeed, textOf, type XmlElement } from "./xml.ts";

/** Seconds of RSS 1.0's module Syndication (web.resource.org/rss/1.0/modules/syndication). */
const PERIODS: Record<string, number> = {
  hourly: 3_600,
  daily: 86_400,
  weekly: 604_800,
  monthly: 2_592_000,
  yearly: 31_536_000,
};

/** Seconds for which a feed says that it need not be asked again: `ttl` of RSS 2.0, and `sy:updatePeriod`; undefined: it says nothing. */
export function paceOf(root: XmlElement): number | undefined {
  const facts = saidOfFeed(root);
  const said = (name: string): string | undefined => {
    const found = facts.find((element) => element.name === name);
    return found && textOf(found).trim().toLowerCase();
  };
  const minutes = wholeNumber(said("ttl"));
  const period = PERIODS[said("sy:updatePeriod") ?? ""];
  // How often within the period; absent: once.
  const frequency = Math.max(1, wholeNumber(said("sy:updateFrequency")) ?? 1);
  const paces = [minutes && minutes * 60, period && period / frequency].filter((pace) => pace !== undefined);
  return paces.length === 0 ? undefined : Math.max(...paces);
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
