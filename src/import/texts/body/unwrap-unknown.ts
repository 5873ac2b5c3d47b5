import type { MarkdownIt } from "markdown-it";
import { UNKNOWN_ADDRESS } from "./page-address.ts";

/** The text of a link whose address is not known, without the link. */
export function unwrapUnknown(md: MarkdownIt): void {
  md.core.ruler.after("inline", "unwrap_unknown", ({ tokens }) => {
    for (const token of tokens) {
      const { children } = token;
      if (!children?.some((child) => child.attrGet("href") === UNKNOWN_ADDRESS)) continue;
      const open: boolean[] = [];
      token.children = children.filter((child) => {
        if (child.type === "link_open") open.push(child.attrGet("href") === UNKNOWN_ADDRESS);
        if (child.type === "link_open") return !open.at(-1);
        return child.type !== "link_close" || !open.pop();
      });
    }
  });
}
