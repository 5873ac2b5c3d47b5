declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  /** `[^1]` and `[^1]: …`: tokens, and rules to render them, whose ids have `env.docId` in them. */
  export default function footnotes(md: MarkdownIt): void;
}
