/** What the form of a story needs beside what all forms have. */
export const EDITOR_STYLE = `
.editor{display:grid;gap:0 2.4rem}
.editor>*{min-width:0}
.editor .bar{position:sticky;inset-block-start:0;z-index:1;background:var(--paper);border-bottom:1px solid var(--rule);padding-block:.6rem;margin:0 0 1rem;grid-column:1/-1}
.editor .bar output{font:.84rem/1.5 var(--sans);color:var(--soft)}
.entry{margin-block:.9rem;min-width:0}
.entry label{display:block}
.entry :is(input,select,textarea){display:block;width:100%;margin-top:.25rem}
.entry textarea{font:1.05rem/1.5 inherit;font-family:inherit;resize:vertical}
.entry textarea[data-rich-text]{font:.88rem/1.55 ui-monospace,"Liberation Mono",monospace}
.entry [aria-invalid]{border-color:var(--accent);border-width:2px}
.entry .wrong{font:.84rem/1.5 var(--sans);margin-top:.3rem}
.hint{font:.84rem/1.5 var(--sans);color:var(--soft);margin-top:.3rem}
.story-form>.entry:first-of-type input{font:700 1.5rem/1.25 var(--serif)}
.story-form>fieldset{margin-block:1.6rem}
.story-form legend{font:700 .8rem/1.5 var(--sans);letter-spacing:.09em;text-transform:uppercase;color:var(--ink)}
.row{border-bottom:1px solid var(--rule);padding-block:.5rem .8rem}
.row[data-row]{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 .8rem;align-items:end}
.row[data-row]>button{margin-bottom:.5rem}
.row .entry{margin-block:.45rem}
.row .called{font:600 .95rem/1.5 var(--sans)}
.cells{display:grid;gap:0 1rem}
.cells>details{grid-column:1/-1;border:0}
.pair{display:grid;gap:0 1.4rem}
.add{display:flex;flex-wrap:wrap;gap:.6rem 1.4rem;align-items:center;margin-top:.8rem}
.upload{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.tick{display:block;padding-block:.25rem;color:var(--ink);font:.95rem/1.5 var(--sans)}
.tick input{width:auto}
.side{border-top:3px solid var(--ink);padding-top:.5rem;margin-top:1.4rem}
.side>h2{font:700 .8rem/1.5 var(--sans);letter-spacing:.09em;text-transform:uppercase;margin:0}
.answers{border:0;padding:0;display:grid;gap:.4rem}
.versions{display:grid;gap:.8rem 1.4rem}
.versions>label{border:1px solid var(--rule);padding:.7rem .9rem;color:var(--ink);min-width:0}
.versions input{width:auto}
.versions pre{white-space:pre-wrap;font:.88rem/1.5 var(--sans);margin:.5rem 0 0;max-height:24rem;overflow:auto}
@media(max-width:30rem){.row[data-row]{grid-template-columns:minmax(0,1fr)}.row[data-row]>button{justify-self:start}}
@media(min-width:40rem){.pair,.versions{grid-template-columns:1fr 1fr}.cells{grid-template-columns:repeat(auto-fit,minmax(13rem,1fr))}}
@media(min-width:75rem){.editor{grid-template-columns:minmax(0,1fr) 25rem}.side{position:sticky;top:4.5rem;align-self:start;max-height:calc(100vh - 5.5rem);overflow-y:auto;margin-top:0}}
`;
