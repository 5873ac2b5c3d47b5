import { mimeTypeFault } from "../../formats.ts";
import type { Form } from "./form.ts";

export const MEDIA_TYPE: Form = {
  name: "media-type",
  says: "a media type",
  section: "RFC 6838 §4.2",
  url: "https://www.rfc-editor.org/rfc/rfc6838#section-4.2",
  mend: "Write a type and a subtype: audio/mpeg, image/jpeg.",
  fault: mimeTypeFault,
  good: "audio/mpeg",
  bad: "mp3",
};
