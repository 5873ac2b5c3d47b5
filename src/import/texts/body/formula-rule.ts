import type { MarkdownIt } from "markdown-it";

const DISPLAY = /\$\$(?:[^$]|\$(?!\$)){1,2000}\$\$/y;
const INLINE = /\$(?=[^\s$])(?=[^$\n]*[\\^_{])[^$\n]{1,500}(?<=[^\s\\])\$(?![\d$])/y;

/** A formula in TeX between `$` or `$$` is no Markdown: its `_`, `*` and `\` are kept. */
export function keepFormulas(md: MarkdownIt): void {
  md.inline.ruler.before("escape", "formula", (state, silent) => {
    if (state.src[state.pos] !== "$") return false;
    const formula = [DISPLAY, INLINE]
      .map((pattern) => {
        pattern.lastIndex = state.pos;
        return pattern.exec(state.src)?.[0];
      })
      .find((one) => one !== undefined);
    if (formula === undefined || state.pos + formula.length > state.posMax) return false;
    if (!silent) state.push("text", "", 0).content = formula;
    state.pos += formula.length;
    return true;
  });
}
