/** The lists that stories are found in. */
export const FIND_STYLE = `
.finder .field input{flex:1}
.finder details{border:0;padding-block:.5rem 0}
.filters{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.8rem 1.2rem}
.filters label{display:block;margin-bottom:.2rem}
select{font:1rem/1.4 var(--sans);color:var(--ink);background:var(--field);border:1px solid var(--soft);border-radius:0;padding:.5rem .65rem;width:100%;min-width:0}
.chips{display:flex;flex-wrap:wrap;gap:.5rem;margin-block:.8rem 1rem;font:.84rem/1.5 var(--sans)}
.chips a{display:inline-block;border:1px solid var(--soft);border-radius:1rem;padding:.2rem .8rem;text-decoration:none}
.stories .dek{margin-top:.2rem}
.picked li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 .9rem}
.picked input{width:1.25rem;height:1.25rem;margin:.2rem 0 0;accent-color:var(--accent)}
.pending{color:var(--ink);border:1px solid var(--soft);padding-inline:.4rem;font-weight:600}
.several{position:sticky;bottom:0;background:var(--paper)}
.several .actions{margin-block:.3rem;gap:.5rem .7rem}
.several .actions input{width:auto;flex:0 1 14rem}
`;
