import type { MarkdownIt } from "markdown-it";

/** `[!WARNING]` at the start of a quotation (GitHub's alerts; Obsidian's callouts, which may fold and have a title): its name in bold. */
export function nameAlerts(md: MarkdownIt): void {
  md.core.ruler.before("inline", "alerts", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== "inline" || tokens[index - 2]?.type !== "blockquote_open") continue;
      const match = /^\[!([\w-]+)(?:\|[^\]\n]*)?\][-+]?(?:[ \t]+([^\n]*))?(?:\n|$)/.exec(token.content);
      if (!match) continue;
      const [whole, kind = "", title = ""] = match;
      const name = title.trim() || kind[0]?.toUpperCase() + kind.slice(1).toLowerCase();
      const rest = token.content.slice(whole.length);
      token.content = `**${name}**${rest === "" ? "" : `<br>\n${rest}`}`;
    }
  });
}
