/** Every form of the desk: labels, hints, what is wrong, rows that repeat, buttons. */
export const FORM_STYLE = `
label,legend{color:var(--ink);font:600 .88rem/1.4 var(--sans)}
.hint,.fault{font:.84rem/1.45 var(--sans);color:var(--soft);margin-block:.1rem}
.fault{color:var(--accent);font-weight:600}
.fault::before{content:"✗ "/""}
input,select,textarea{font:1rem/1.4 var(--sans);color:var(--ink);background:var(--field);border:1px solid var(--edge);border-radius:0;padding:.5rem .65rem;min-width:0;width:100%;max-width:100%}
:is(input,select,textarea)[aria-invalid=true]{border:2px solid var(--accent)}
input:is([type=checkbox],[type=radio]){accent-color:var(--accent);flex:none;height:1.3rem;width:1.3rem;margin:0}
input[type=file]{padding:.35rem}
textarea{font:.88rem/1.5 ui-monospace,"Liberation Mono",monospace;min-height:5rem;resize:vertical}
select{min-height:2.5rem}
form>:is(.field,.fields,fieldset,.actions)+*{margin-top:1rem}
.field{display:flex;flex-direction:column;gap:.25rem;min-width:0}
.field>:is(p,label){margin:0}
.inline,search .field{display:flex;flex-direction:row;gap:.5rem;margin-top:.35rem}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));gap:.8rem 1.2rem;align-items:start}
label:has(>:is([type=checkbox],[type=radio])){display:block;font-weight:400;min-height:1.75rem;padding-block:.2rem;padding-inline:2.1rem 0;position:relative}
label>:is([type=checkbox],[type=radio]){inset-block-start:.2rem;inset-inline-start:0;position:absolute}
.narrow,section>form:not(.filters){max-width:44rem}
main form>label:not(:first-of-type){display:block;margin-top:.8rem}
main form:not(.inline)>:is(fieldset,select,textarea,input:not([type=hidden]))+button{margin-top:1rem}
.sign-in{max-width:24rem;margin:1rem auto;display:grid;gap:.8rem}
main>search{display:block;margin-block:1rem}
fieldset{border:1px solid var(--rule);margin:1rem 0 0;padding:.6rem 1rem 1rem;min-width:0}
legend{padding-inline:.4rem}
fieldset>*+*{margin-top:.7rem}
[data-row]{border-inline-start:4px solid var(--rule);display:grid;gap:.6rem;padding-inline-start:.9rem;padding-block:.4rem}
.filters{align-items:end;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(11rem,100%),1fr));gap:.8rem 1.2rem;margin-block:1rem}
.filters>*+*{margin-top:0}
.filters label{display:block;margin-bottom:.2rem}
.filters :is(input,select){height:2.55rem;padding:.35rem .5rem}
.actions{align-items:center;display:flex;flex-wrap:wrap;gap:.7rem;margin-block:1rem 1.4rem}
button,.action{background:none;border:1px solid var(--edge);border-radius:0;color:var(--ink);cursor:pointer;display:inline-block;flex:none;font:600 .9rem/1.4 var(--sans);min-height:2.25rem;padding:.4rem .95rem;text-decoration:none;white-space:nowrap}
button,.action.strong{background:var(--ink);border-color:var(--ink);color:var(--paper)}
button.quiet,button.danger{background:none}
button.quiet{border-color:var(--edge);color:var(--ink);font-weight:400}
.action:not(.strong){font-weight:400}
button.danger,.action.danger{border-color:var(--accent);color:var(--accent)}
:is(button,.action):hover{text-decoration:underline}
.action.strong:hover{color:var(--paper)}
button:disabled{cursor:default;opacity:.55}
output{font:.84rem/1.5 var(--sans);color:var(--soft)}
@media(forced-colors:active){button,.action{border-color:ButtonText}}
`;
