import type { ElementDeclaration } from "../../declare.ts";
import { ABSOLUTE_URL, HTTP_URL } from "../../forms/addresses.ts";
import { CONTACT } from "../../forms/contacts.ts";
import { COUNTRY } from "../../forms/countries.ts";
import { clip, type Form, oneOf } from "../../forms/form.ts";
import { GUID, GUID_OF_ADDRESS } from "../../forms/identifiers.ts";
import { DECIMAL, NON_NEGATIVE } from "../../forms/numbers.ts";
import { FILLED } from "../../forms/text.ts";
import { DAY_OR_TIMESTAMP } from "../../forms/timestamps.ts";
import { noLongerThan, TRUE_FALSE, YES_NO } from "../../forms/words.ts";
import { ANY_LEVEL, EPISODE, tagPage } from "./common.ts";
import { MEDIUM } from "./mediums.ts";

const GEO: Form = {
  name: "geo",
  says: "a geo URI",
  section: "RFC 5870 §3.3",
  url: "https://www.rfc-editor.org/rfc/rfc5870#section-3.3",
  mend: "Write geo:, the latitude, a comma and the longitude: geo:54.32,10.14.",
  fault: (text) => {
    const [, latitude, longitude] =
      /^geo:(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?(?:;.*)?$/i.exec(text) ?? [];
    if (latitude === undefined) return `"${clip(text)}" is not a geo URI, such as geo:54.32,10.14`;
    return Math.abs(Number(latitude)) > 90 || Math.abs(Number(longitude)) > 180
      ? `"${clip(text)}" is no place on Earth: latitudes end at 90, longitudes at 180`
      : undefined;
  },
  good: "geo:54.32,10.14",
  bad: "54.32,10.14",
};

const OPEN_STREET_MAP: Form = {
  name: "osm",
  says: "an object of OpenStreetMap: N, W or R, and its number",
  mend: "Write N for a node, W for a way or R for a relation, and its number: R113314.",
  fault: (text) =>
    /^[NWR]\d+(?:#\d+)?$/.test(text)
      ? undefined
      : `"${clip(text)}" is not an object’s letter and number, such as R113314`,
  good: "R62782",
  bad: "62782",
};

const RECURRENCE: Form = {
  name: "rrule",
  says: "a recurrence rule",
  section: "RFC 5545 §3.3.10",
  url: "https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10",
  mend: "Write it as FREQ=WEEKLY;BYDAY=MO.",
  fault: (text) => {
    const parts = text.split(";");
    if (!parts.every((part) => /^[A-Z]+=[^=]+$/i.test(part)))
      return `"${clip(text)}" is not made of parts as FREQ=WEEKLY`;
    return parts.some((part) => /^FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/i.test(part))
      ? undefined
      : `"${clip(text)}" does not say how often: it has no FREQ that is known`;
  },
  good: "FREQ=WEEKLY",
  bad: "every week",
};

/** What is said of a show, and of an episode's place in it. */
export const PODCAST_SHOW: Record<string, ElementDeclaration> = {
  guid: {
    ...{ in: ["feed"], once: true, text: [GUID, GUID_OF_ADDRESS], attributes: {}, url: tagPage("guid") },
    example: "<podcast:guid>917393e3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>",
  },
  medium: {
    ...{ in: ["feed"], once: true, text: [MEDIUM], url: tagPage("medium") },
    example: "<podcast:medium>podcast</podcast:medium>",
  },
  locked: {
    ...{ in: ["feed"], once: true, text: [YES_NO], url: tagPage("locked") },
    attributes: { owner: { forms: [CONTACT] } },
    example: '<podcast:locked owner="desk@gazette.example">yes</podcast:locked>',
  },
  block: {
    ...{ in: ["feed"], text: [YES_NO], attributes: { id: {} }, url: tagPage("block") },
    example: '<podcast:block id="amazon">yes</podcast:block>',
  },
  person: {
    ...{ in: ANY_LEVEL, text: [FILLED, noLongerThan(128)], url: tagPage("person") },
    attributes: { role: {}, group: {}, img: { forms: [HTTP_URL] }, href: { forms: [ABSOLUTE_URL] } },
    example: '<podcast:person role="host">Ada Quayle</podcast:person>',
  },
  location: {
    ...{ in: ANY_LEVEL, text: [FILLED, noLongerThan(128)], url: tagPage("location") },
    attributes: {
      rel: { forms: [oneOf("value", ["subject", "creator"])] },
      geo: { forms: [GEO] },
      osm: { forms: [OPEN_STREET_MAP] },
      country: { forms: [COUNTRY] },
    },
    example: '<podcast:location geo="geo:54.32,10.14" country="DE">Kiel</podcast:location>',
  },
  season: {
    ...{ in: EPISODE, once: true, text: [NON_NEGATIVE], url: tagPage("season") },
    attributes: { name: { forms: [noLongerThan(128)] } },
    example: '<podcast:season name="The winter">2</podcast:season>',
  },
  episode: {
    ...{ in: EPISODE, once: true, text: [DECIMAL], url: tagPage("episode") },
    attributes: { display: { forms: [noLongerThan(32)] } },
    example: '<podcast:episode display="Day 5">5</podcast:episode>',
  },
  license: {
    ...{ in: ANY_LEVEL, once: true, text: [FILLED, noLongerThan(128)], url: tagPage("license") },
    attributes: { url: { forms: [ABSOLUTE_URL] } },
    example: "<podcast:license>cc-by-4.0</podcast:license>",
  },
  txt: {
    ...{ in: ANY_LEVEL, text: [noLongerThan(4000)], url: tagPage("txt") },
    attributes: { purpose: { forms: [noLongerThan(128)] } },
    example: '<podcast:txt purpose="verify">9c0f2a30</podcast:txt>',
  },
  updateFrequency: {
    ...{ in: ["feed"], once: true, text: [noLongerThan(128)], url: tagPage("update-frequency") },
    attributes: {
      complete: { forms: [TRUE_FALSE] },
      dtstart: { forms: [DAY_OR_TIMESTAMP] },
      rrule: { forms: [RECURRENCE] },
    },
    example: '<podcast:updateFrequency rrule="FREQ=WEEKLY">Weekly</podcast:updateFrequency>',
  },
  podping: {
    ...{ in: ["feed"], once: true, text: "none", url: tagPage("podping") },
    attributes: { usesPodping: { forms: [TRUE_FALSE] } },
    example: '<podcast:podping usesPodping="true"/>',
  },
};
