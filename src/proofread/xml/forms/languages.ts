import { languageFault } from "../../formats.ts";
import type { Form } from "./form.ts";

export const LANGUAGE: Form = {
  name: "language",
  says: "a language tag",
  section: "RFC 5646 §2.1",
  url: "https://www.rfc-editor.org/rfc/rfc5646#section-2.1",
  mend: "Write a tag as en, en-GB or zh-Hant.",
  fault: languageFault,
  good: "en-GB",
  bad: "english_UK",
};
