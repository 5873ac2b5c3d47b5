/** What the form of a story needs beside what all forms have. */
export const EDITOR_STYLE = `
.editor{display:grid;gap:0 2.4rem}
.editor>*{min-width:0}
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
`;
