import { httpUrlFault, tagUriFault, urlFault } from "../../formats.ts";
import type { Form } from "./form.ts";

/** An absolute URL, of any scheme. */
export const ABSOLUTE_URL: Form = {
  name: "url",
  says: "an absolute URL",
  section: "RFC 3986 §4.3",
  url: "https://www.rfc-editor.org/rfc/rfc3986#section-4.3",
  mend: "Write the whole address, with its scheme: https://example.org/page.",
  fault: urlFault,
  good: "https://gazette.example/boat",
  bad: "boat.html",
};

/** An address that readers fetch. */
export const HTTP_URL: Form = {
  ...ABSOLUTE_URL,
  name: "http-url",
  says: "an http(s) URL",
  fault: httpUrlFault,
  bad: "ftp://gazette.example/boat",
};

/** A tag URI; of what is none, nothing is wrong. */
export const TAG_URI: Form = {
  name: "tag-uri",
  says: "a well-formed tag URI, if it is one",
  section: "RFC 4151 §2.1",
  url: "https://www.rfc-editor.org/rfc/rfc4151#section-2.1",
  mend: "Write it as tag:example.org,2024:something: a name that you owned, in lower case, and when.",
  fault: tagUriFault,
  good: "tag:gazette.example,2026:boat",
  bad: "tag:gazette.example:boat",
};
