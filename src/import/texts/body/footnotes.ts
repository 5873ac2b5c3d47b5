import type { MarkdownIt, StateCore, Token } from "markdown-it";

interface Footnote {
  label: string;
  /** How often the text refers to it. */
  count: number;
}

interface FootnoteEnv {
  footnotes?: { refs?: Record<string, number>; list?: Footnote[] };
  notes?: string[];
}

/**
 * The end of a text with its footnotes, in place of the package's own, which drops one that nothing refers to and the first of two by
 * one name, and whose time grows with the square of their number. A reference without a footnote goes, and is told.
 */
export function endWithFootnotes(md: MarkdownIt): void {
  // `^[` over and over would be parsed by recursion: `plainMarkdown` makes references of such notes.
  md.inline.ruler.disable("footnote_inline");
  md.core.ruler.at("footnote_tail", (state) => {
    const env = state.env as FootnoteEnv;
    if (!env.footnotes?.refs) return;
    dropUnknown(state, env);
    const { text, bodies } = takeBodies(state.tokens);
    const list = env.footnotes.list ?? [];
    const referred = new Set(list.map(({ label }) => label));
    for (const label of bodies.keys()) if (!referred.has(label)) list.push({ label, count: 0 });
    env.footnotes.list = list;
    state.tokens = list.length === 0 ? text : [...text, ...tail(state, list, bodies)];
  });
}

/** Footnotes by their labels; of several with one label, all that they say. */
function takeBodies(tokens: Token[]): { text: Token[]; bodies: Map<string, Token[]> } {
  const text: Token[] = [];
  const bodies = new Map<string, Token[]>();
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const { label } = token.meta as { label: string };
      const body = bodies.get(label) ?? [];
      bodies.set(label, body);
      open.push(body);
    } else if (token.type === "footnote_reference_close") open.pop();
    else (open.at(-1) ?? text).push(token);
  }
  return { text, bodies };
}

function tail(state: StateCore, list: Footnote[], bodies: Map<string, Token[]>): Token[] {
  const tokens: Token[] = [new state.Token("footnote_block_open", "", 1)];
  for (const [id, { label, count }] of list.entries()) {
    const named = (type: string, nesting: -1 | 0 | 1, subId = 0): Token => {
      const token = new state.Token(type, "", nesting);
      token.meta = { id, subId, label };
      return token;
    };
    tokens.push(named("footnote_open", 1));
    for (const token of bodies.get(label) ?? []) tokens.push(token);
    const last = tokens.at(-1)?.type === "paragraph_close" ? tokens.pop() : undefined;
    for (let times = 0; times < count; times += 1) tokens.push(named("footnote_anchor", 0, times));
    if (last) tokens.push(last);
    tokens.push(named("footnote_close", -1));
  }
  tokens.push(new state.Token("footnote_block_close", "", -1));
  return tokens;
}

const REFERENCE = /\[\^([^\s[\]]+)\]/g;

/** In a text that has footnotes, a reference to one that it has not. */
function dropUnknown(state: StateCore, env: FootnoteEnv): void {
  for (const token of state.tokens)
    for (const child of token.children ?? []) {
      if (child.type !== "text" || !child.content.includes("[^")) continue;
      child.content = child.content.replace(REFERENCE, (reference) => {
        env.notes?.push(`the footnote ${reference} has no text: the reference is left out`);
        return "";
      });
    }
}
