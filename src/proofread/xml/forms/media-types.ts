import { clip, type Form } from "./form.ts";

const NAME = "[a-z0-9][a-z0-9!#$&^_.+-]*";
const MEDIA_TYPE_FORM = new RegExp(`^${NAME}/${NAME}(?:\\s*;.*)?$`, "is");

/** Whether a text is a media type, with or without parameters. */
export const isMediaType = (text: string): boolean => MEDIA_TYPE_FORM.test(text);

/** A type and its subtype, in lower case and without parameters. */
export const essenceOf = (mediaType: string): string => (mediaType.split(";")[0] ?? "").trim().toLowerCase();

/** Whether what is of a type is XML (RFC 7303 §4.2). */
export const isXmlType = (mediaType: string): boolean => /[/+]xml$/.test(essenceOf(mediaType));

export const MEDIA_TYPE: Form = {
  name: "media-type",
  says: "a media type",
  section: "RFC 6838 §4.2",
  url: "https://www.rfc-editor.org/rfc/rfc6838#section-4.2",
  mend: "Write a type and a subtype: audio/mpeg, image/jpeg.",
  fault: (text) => (isMediaType(text) ? undefined : `"${clip(text)}" is not a media type, such as text/html`),
  good: "audio/mpeg",
  bad: "mp3",
};
