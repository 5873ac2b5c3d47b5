import { REGISTERED_SCHEME } from "./addresses.ts";
import { clip, type Form } from "./form.ts";

/** The scheme of an address that a reader hands on to a browser. */
export const OPENED_SCHEME: Form = {
  ...REGISTERED_SCHEME,
  says: "of a scheme that browsers open",
  mend: "Write an address that a browser opens: https://example.org/page.",
  fault: (text, sheet) =>
    /^(?:feed|about|callto):/i.test(text)
      ? `"${clip(text)}" has a scheme that no browser opens`
      : REGISTERED_SCHEME.fault(text, sheet),
  bad: "javascript:void(0)",
};
