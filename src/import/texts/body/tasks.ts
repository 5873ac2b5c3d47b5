import type { MarkdownIt } from "markdown-it";

/** Task lists (GitHub Flavored Markdown 0.29 §5.3), their boxes as characters: no feed has a form. */
export function checkTasks(md: MarkdownIt): void {
  md.core.ruler.before("inline", "tasks", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      if (token.type !== "inline" || tokens[index - 1]?.type !== "paragraph_open") continue;
      if (tokens[index - 2]?.type !== "list_item_open") continue;
      token.content = token.content.replace(/^\[([ xX])\](?=\s)/, (_, mark: string) => (mark === " " ? "☐" : "☑"));
    }
  });
}
