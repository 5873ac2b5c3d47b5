import type { Draft } from "../draft.ts";
import { type Taker, take } from "./take.ts";
import { attribute, textOf, type XmlElement } from "./xml.ts";

/** What an item says of who may see it, and from when until when. */
export type Availability = Pick<Draft, "embargo" | "expiry" | "withheld">;

/**
 * Every way that the modules of RSS and Atom have of it: the Atom Publishing Protocol's drafts (RFC 5023 §13.1), Dublin Core's validity,
 * PRISM's dates, Media RSS's status, and Apple's and Google's `block`. What is not understood withholds the item.
 */
export function readAvailability(item: Taker): Availability {
  const valid = readPeriod(item.text("dcterms:valid"));
  const available = readPeriod(item.text("dcterms:available"));
  return {
    embargo: valid.start ?? available.start ?? available.only ?? item.text("prism:embargoDate", "prism:onSaleDate"),
    expiry:
      valid.end ??
      available.end ??
      item.text("expirationdate", "atom:expirationDate", "prism:expirationDate", "prism:killDate", "prism:offSaleDate"),
    withheld:
      draftOf(item) ??
      blockOf(item) ??
      statusOf(item.all("media:status")) ??
      rightsOf(item.text("dcterms:accessRights")) ??
      (valid.only === undefined ? undefined : `it says dcterms:valid: ${valid.only}, which nobody here understands`),
  };
}

function draftOf(item: Taker): string | undefined {
  const controls = take(item.all("app:control"));
  const said = [...controls.all("app:draft"), ...item.all("app:draft", "draft", "atom:draft")].map((element) =>
    textOf(element).trim().toLowerCase(),
  );
  // RFC 5023 §13.1.1: `no` is the one value that lets it be seen.
  return said.every((value) => /^(no|false|0)$/.test(value)) ? undefined : "it is a draft";
}

function blockOf(item: Taker): string | undefined {
  const said = item.all("itunes:block", "googleplay:block").map((element) => textOf(element).trim());
  return said.some((value) => /^(yes|true|explicit)$/i.test(value)) ? "it is blocked from directories" : undefined;
}

/** Media RSS 1.5.1, `media:status`. */
function statusOf(elements: XmlElement[]): string | undefined {
  const state = elements.map((element) => attribute(element, "state")).find((one) => one && !/^active$/i.test(one));
  return state === undefined ? undefined : `its media:status is ${state}`;
}

/** Repositories of papers name it in words, or by the address of the word. */
function rightsOf(rights: string | undefined): string | undefined {
  return rights === undefined || /open|public|free|unrestricted|c_abf2/i.test(rights)
    ? undefined
    : `it says dcterms:accessRights: ${rights}`;
}

/** DCMI Period (`start=2024-05-07; end=2024-06-07`), as Media RSS asks for it, or ISO 8601's `2024-05-07/2024-06-07`; else one time. */
function readPeriod(text: string | undefined): { start?: string; end?: string; only?: string } {
  if (text === undefined) return {};
  const [start, end] = ["start", "end"].map((name) =>
    new RegExp(`\\b${name}\\s*=\\s*([^;]+)`, "i").exec(text)?.[1]?.trim(),
  );
  if (start !== undefined || end !== undefined) return { start, end };
  const [first, last] = text.split("/").map((part) => part.trim() || undefined);
  return text.split("/").length === 2 && !/^\d{1,2}$/.test(last ?? "") ? { start: first, end: last } : { only: text };
}
