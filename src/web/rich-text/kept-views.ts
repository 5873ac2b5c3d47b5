import type { NodeViewConstructor } from "prosemirror-view";
import { showableHtml } from "./allowed-html.ts";

/** Shows what is kept as HTML: as it is, in a frame with its name. One chooses, moves and removes it as a whole. */
export const keptView =
  (tag: "div" | "span", isNamed: boolean): NodeViewConstructor =>
  ({ attrs }) => {
    const dom = document.createElement(tag);
    dom.className = isNamed ? "kept named" : "kept";
    dom.contentEditable = "false";
    const content = document.createElement(tag);
    // A click chooses the whole, and follows no link in it.
    content.inert = true;
    content.append(showableHtml(attrs.html));
    if (isNamed)
      dom.append(
        Object.assign(document.createElement("span"), { className: "kept-name", textContent: nameOf(attrs.html) }),
      );
    dom.append(content);
    return { dom };
  };

const nameOf = (html: string): string => `<${/^\s*<([a-z][\w-]*)/i.exec(html)?.[1] ?? "text"}> kept as HTML`;
