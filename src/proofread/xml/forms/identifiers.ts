import { clip, type Form } from "./form.ts";

/** A UUID, as it is written (RFC 9562 §4). */
export const GUID: Form = {
  name: "uuid",
  says: "a UUID",
  section: "RFC 9562 §4",
  url: "https://www.rfc-editor.org/rfc/rfc9562#section-4",
  mend: "Write 32 hexadecimal digits with four hyphens: 917393e3-1b1e-5cef-ace4-edaa54e1f810.",
  fault: (text) =>
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? undefined : `"${clip(text)}" is not a UUID`,
  good: "917393e3-1b1e-5cef-ace4-edaa54e1f810",
  bad: "harbour-gazette",
};

/** A UUID that was made of an address, and so would be made again. */
export const GUID_OF_ADDRESS: Form = {
  ...GUID,
  name: "version-5",
  says: "a UUID of version 5, made of the feed’s address",
  severity: "warning",
  section: "RFC 9562 §5.5",
  url: "https://www.rfc-editor.org/rfc/rfc9562#section-5.5",
  mend: "Make it of the feed’s address without its scheme, in the namespace ead4c236-bf58-58c6-a2c6-a6b28d128cb6; one that the podcast has had already stays.",
  fault: (text) =>
    GUID.fault(text) === undefined && text[14] !== "5"
      ? `"${text}" is a UUID of version ${text[14]}, not 5`
      : undefined,
  bad: "917393e3-1b1e-4cef-ace4-edaa54e1f810",
};
