/** The style of the proofreader's pages: its form, its reports, and the rules. */
export const PROOFREAD_STYLE = `.proofreader h2{font-size:1.3rem;margin-block:2.2rem .6rem}
.proofreader h3{font-size:1.05rem}
.proofreader>.dek{max-width:46rem;margin-block:.5rem 1.2rem}
.proofreader form{max-width:46rem}
.proofreader form p{margin-block:.9rem}
.proofreader textarea,.source,.example{font:.84rem/1.5 ui-monospace,"Liberation Mono",monospace;width:100%;color:var(--ink);background:var(--field);border:1px solid var(--soft);padding:.6rem}
.proofreader :is(.scroller,.facts){font:.88rem/1.5 var(--sans)}
.proofreader form+.meta{max-width:46rem;margin-block:1.2rem .6rem}
.proofreader .right{color:var(--good)}
.proofreader .meta{display:block}
.rules li,.found{padding-block:.7rem;border-bottom:1px solid var(--rule)}
.found .meta>*{margin-inline-end:.9rem}
.found .bullets{margin-block:.5rem}
.severity{font:600 .78rem/1 var(--sans);text-transform:uppercase;letter-spacing:.05em;color:var(--soft)}
.severity.error{color:var(--accent)}
.severity.warning{color:light-dark(#7a4b00,#e8c063)}
.views td,.views th{vertical-align:top;min-width:15rem;max-width:30rem}
.source,.example{border-color:var(--rule);padding:.4rem 0;overflow:hidden}
.example{padding:.6rem;overflow-x:auto}
.example pre{margin:0;white-space:pre-wrap}
.line{display:grid;grid-template-columns:3.6rem minmax(0,1fr);padding-inline:.3rem .6rem}
.line>a{text-align:end;padding-inline-end:.8rem;color:var(--soft);text-decoration:none;user-select:none}
.line code{font:inherit;white-space:pre-wrap}
.line mark{background:none;color:inherit;font-weight:700;text-decoration:underline 2px var(--accent)}
.line:target,.bullets :target{outline:2px solid var(--accent)}
.marked{background:light-dark(#fbf0c4,#3d3405)}
.marked.error{background:light-dark(#fbe1dc,#4a1c16)}
.marked>a{color:inherit}
.notes{grid-column:2;font:.8rem/1.5 var(--sans);display:flex;flex-wrap:wrap;gap:0 1rem}
.gap{font:.8rem/1.5 var(--sans);color:var(--soft);padding:.3rem .6rem .3rem 4.2rem}
`;
