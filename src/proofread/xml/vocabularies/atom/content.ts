import { type Element, tagOf, wholeText } from "../../element.ts";
import { documentOf } from "../../examples.ts";
import { clip } from "../../forms/form.ts";
import { essenceOf, isMediaType } from "../../forms/media-types.ts";
import { ATOM } from "../../namespaces.ts";
import { rfc } from "../../rfc.ts";
import type { XmlRule } from "../../rule.ts";
import { WITHIN_ANY } from "./formats.ts";
import { contentKindOf, typeOf } from "./text.ts";

const entry = (markup: string) => documentOf("atom", { entry: markup });
const of = (check: (content: Element) => string | undefined, section: string, says: string, mend: string) => ({
  ...rfc(4287, section),
  ...{ formats: WITHIN_ANY, element: "<content>", says, mend, on: { names: [`${ATOM}content`] }, check },
});

/** An entry's content (RFC 4287 §4.1.3). */
export const CONTENT_RULES: XmlRule[] = [
  {
    ...of(
      typeFault,
      "4.1.3.1",
      "The type of content is text, html, xhtml, or a media type of one part",
      'Write type="html" for escaped HTML, type="xhtml" for XHTML in a div, or a media type: type="image/png".',
    ),
    name: "atom/content-type",
    severity: "error",
    fails: entry('<content type="multipart/alternative">She left at dawn.</content>'),
    passes: entry('<content type="text/plain">She left at dawn.</content>'),
  },
  {
    ...of(
      ({ attributes }) =>
        attributes.has("src") && !attributes.has("type") ? "nothing says what the content behind src is" : undefined,
      "4.1.3.2",
      "Content that is elsewhere says of which type it is",
      'Add its media type: type="application/pdf".',
    ),
    name: "atom/content-src-type",
    severity: "warning",
    fails: entry('<content src="https://gazette.example/boat.pdf"/>'),
    passes: entry('<content src="https://gazette.example/boat.pdf" type="application/pdf"/>'),
  },
  {
    ...of(
      (element) =>
        element.attributes.has("src") && (element.children.length > 0 || element.text.trim() !== "")
          ? "there is a src, and content beside it"
          : undefined,
      "4.1.3.2",
      "Content that is elsewhere is empty here",
      "Take out the src, or what stands between the tags.",
    ),
    name: "atom/content-src-empty",
    severity: "error",
    fails: entry('<content src="https://gazette.example/boat.pdf" type="application/pdf">At dawn</content>'),
    passes: entry('<content src="https://gazette.example/boat.pdf" type="application/pdf"/>'),
  },
  {
    ...of(
      (element) => {
        const [first, second] = element.children;
        if (contentKindOf(element) !== "xml" || element.attributes.has("src")) return undefined;
        if (second) return `${tagOf(second)} is a second root of the XML`;
        return first && element.text.trim() !== "" ? `"${clip(element.text.trim())}" stands beside the XML` : undefined;
      },
      "4.1.3.3",
      "Content of an XML type is one element, as its document would be",
      "Put all of it into one element, or write another type.",
    ),
    name: "atom/content-xml",
    severity: "warning",
    fails: entry('<content type="image/svg+xml">A boat: <svg xmlns="http://www.w3.org/2000/svg"/></content>'),
    passes: entry('<content type="image/svg+xml"><svg xmlns="http://www.w3.org/2000/svg"/></content>'),
  },
  {
    ...of(
      (element) =>
        contentKindOf(element) === "base64" && !element.attributes.has("src") ? base64Fault(element) : undefined,
      "4.1.3.3",
      "Content of a type that is no text is in base64",
      "Encode it in base64, or link to it with src.",
    ),
    name: "atom/content-base64",
    severity: "error",
    fails: entry('<content type="image/png">a picture of a boat</content>'),
    passes: entry('<content type="image/png">iVBORw0KGgo=</content>'),
  },
];

function typeFault(element: Element): string | undefined {
  const type = typeOf(element);
  const isElsewhere = element.attributes.has("src");
  if (["text", "html", "xhtml"].includes(type))
    return isElsewhere && element.attributes.has("type")
      ? `type="${type}" is not a media type, which content that is elsewhere has`
      : undefined;
  if (!isMediaType(type)) return `type="${clip(type)}" is none of text, html, xhtml, nor a media type`;
  return /^(?:multipart|message)\//.test(essenceOf(type))
    ? `type="${clip(type)}" is of several parts, which readers do not take apart`
    : undefined;
}

/** Base64 with lines of any length (RFC 4648 §4). */
function base64Fault(element: Element): string | undefined {
  if (element.children.length > 0) return `there are elements, and type="${clip(typeOf(element))}" is in base64`;
  const letters = wholeText(element).replace(/\s+/g, "");
  return letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters)
    ? undefined
    : `what stands there is not base64, as type="${clip(typeOf(element))}" asks for`;
}
