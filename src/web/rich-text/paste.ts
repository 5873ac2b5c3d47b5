import { dropUnallowed } from "./allowed-html.ts";

/**
 * HTML from elsewhere without what cleaning would take out. Word and Google Docs say by style sheets what is bold and what is slanted:
 * that becomes elements.
 */
export function cleanPasted(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll<HTMLElement>("b,strong,span,i,em")) byStyle(element);
  for (const line of body.querySelectorAll<HTMLElement>("p[class^=MsoListParagraph]")) toListItem(line);
  dropUnallowed(body, { keepNames: true });
  for (const paragraph of body.querySelectorAll("p"))
    if (paragraph.textContent.trim() === "" && paragraph.querySelector("img,[data-kept-inline]") === null)
      paragraph.remove();
  return body.innerHTML;
}

function byStyle(element: HTMLElement): void {
  // Read as a text: the page's policy lets no style of an element's own in, and so none is parsed.
  const style = element.getAttribute("style") ?? "";
  const fontWeight = /font-weight:\s*([\w]+)/i.exec(style)?.[1] ?? "";
  const isBold = fontWeight === "bold" || Number(fontWeight) >= 600;
  const isPlain = fontWeight === "normal" || (fontWeight !== "" && Number(fontWeight) < 600);
  // Google Docs puts all that is copied in a `b` that is not bold.
  if (isPlain && (element.localName === "b" || element.localName === "strong")) {
    element.replaceWith(...element.childNodes);
    return;
  }
  if (element.localName !== "span") return;
  if (isBold) wrapContent(element, "strong");
  if (/font-style:\s*italic/i.test(style)) wrapContent(element, "em");
}

function wrapContent(element: Element, tag: string): void {
  const wrapper = document.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** Word writes a list as paragraphs, each with its bullet or number in a span that other programs are to ignore. */
function toListItem(line: HTMLElement): void {
  const bullet = [...line.querySelectorAll<HTMLElement>("span")].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""),
  );
  const tag = /\d/.test(bullet?.textContent ?? "") ? "ol" : "ul";
  bullet?.remove();
  const item = document.createElement("li");
  item.append(...line.childNodes);
  const before = line.previousElementSibling;
  if (before?.localName === tag) before.append(item);
  else {
    const list = document.createElement(tag);
    list.append(item);
    line.before(list);
  }
  line.remove();
}
