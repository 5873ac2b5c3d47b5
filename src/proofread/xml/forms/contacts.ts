import { clip, type Form } from "./form.ts";

/** A bare e-mail address. */
export const CONTACT: Form = {
  name: "email",
  says: "an e-mail address",
  section: "RFC 5322 §3.4.1",
  url: "https://www.rfc-editor.org/rfc/rfc5322#section-3.4.1",
  mend: "Write the address alone: desk@example.org.",
  fault: (text) => {
    const at = text.lastIndexOf("@");
    const isAddress = at > 0 && !/[\s<>]/.test(text) && /^[^@.][^@]*\.[^@.]+$/.test(text.slice(at + 1));
    return isAddress ? undefined : `"${clip(text)}" is not an e-mail address`;
  },
  good: "desk@gazette.example",
  bad: "the desk",
};
