/** The lists that stories are found in. */
export const FIND_STYLE = `
.finder .field input{flex:1}
.finder details{border:0;padding-block:.5rem 0}
.chips{display:flex;flex-wrap:wrap;gap:.5rem;margin-block:.8rem 1rem;font:.84rem/1.5 var(--sans)}
.chips a{display:inline-block;border:1px solid var(--soft);border-radius:1rem;padding:.2rem .8rem;text-decoration:none}
.stories .dek{margin-top:.2rem}
.picked li{display:grid;grid-template-columns:auto minmax(0,1fr);gap:0 .9rem}
.picked input{width:1.25rem;height:1.25rem;margin:.2rem 0 0;accent-color:var(--accent)}
.stories .dek mark{color:var(--ink)}
.several{background:var(--paper);border-top:3px solid var(--ink);padding-block:.6rem;display:flex;flex-wrap:wrap;gap:.6rem .7rem;align-items:center}
.several p,.several label{font:600 .9rem/1.5 var(--sans)}
.several .rows{display:flex;gap:.5rem;align-items:center;flex-wrap:wrap}
.several input{width:auto;flex:0 1 12rem;min-width:0}
@media(min-width:48rem){form:has(:checked)>.several{position:sticky;bottom:0}}
`;
