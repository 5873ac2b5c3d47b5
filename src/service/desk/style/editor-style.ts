/** What the form of a story needs beside what all forms have. */
export const EDITOR_STYLE = `
.editor{display:grid;gap:0 2.4rem}
.editor>*{min-width:0}
<<<<<<< HEAD
.doing{background:var(--paper);border-bottom:1px solid var(--rule);margin:0 0 1rem;padding-block:.6rem}
.upload [hidden]{display:none}
.story-form .field>label{display:grid;gap:.25rem}
.story-form :is(.field,.fields)+:is(.field,.fields,details){margin-top:.9rem}
.story-form .fields>.field{margin-top:0}
.story-form :is(input,select,textarea){font-weight:400}
.story-form input[name=title]{font:700 1.5rem/1.25 var(--serif,Georgia,serif)}
.story-form textarea:not([data-rich-text]){font:1rem/1.5 var(--sans);min-height:0}
.story-form>fieldset{margin-block:1.6rem}
.story-form>fieldset>legend{font:700 .8rem/1.5 var(--sans);letter-spacing:.09em;text-transform:uppercase}
.story-form [data-row]{align-items:end;grid-template-columns:minmax(0,1fr) auto}
.story-form [data-row] details{border:0;grid-column:1/-1;padding-block:0}
.partner{border-block-end:1px solid var(--rule);padding-block:.4rem .8rem}
.called{font:600 .95rem/1.5 var(--sans)}
.add,.upload{align-items:center;display:flex;flex-wrap:wrap;gap:.6rem 1.2rem}
.upload label{align-items:center;display:flex;flex-wrap:wrap;font-weight:400;gap:.3rem .6rem}
.upload,.upload label{max-width:100%;min-width:0}
.upload input{width:17rem}
.side>div>section:first-child>h2{margin-top:.6rem}
.notice section>h3{margin-block:1rem .4rem}
.versions p{margin:0}
.side{border-top:3px solid var(--ink);margin-top:1.4rem;padding-top:.5rem}
.side>h2{font:700 .8rem/1.5 var(--sans);letter-spacing:.09em;margin:0;text-transform:uppercase}
.answers{border:0;padding:0}
.versions{display:grid;gap:.8rem 1.4rem}
.versions>*{border:1px solid var(--rule);font-weight:400;min-width:0;padding:.7rem .9rem}
.versions input{display:inline-block;margin-inline-end:.4rem;vertical-align:middle}
.versions pre{font:.88rem/1.5 var(--sans);margin:.5rem 0 0;max-height:24rem;overflow:auto;white-space:pre-wrap}
@media(min-width:48rem){.doing{inset-block-start:0;position:sticky;z-index:2}.editor .toolbar{inset-block-start:3.6rem}.versions{grid-template-columns:1fr 1fr}}
@media(min-width:75rem){.editor{grid-template-columns:minmax(0,1fr) 25rem}.side{align-self:start;margin-top:0;max-height:calc(100vh - 2rem);overflow-y:auto;position:sticky;top:1rem}}
=======
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
>>>>>>> w-today
`;
