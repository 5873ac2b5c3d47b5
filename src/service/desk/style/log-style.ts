/** The log, and the life of a story. */
export const LOG_STYLE = `
.deeds{list-style:none;margin:0;padding:0}
.deeds>li{border-top:1px solid var(--rule);padding-block:.7rem}
.deeds details{border:0;padding:.1rem 0 0}
.deeds summary{font-weight:400;color:var(--soft)}
.deeds pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0 0;font:.78rem/1.5 ui-monospace,"Liberation Mono",monospace}
@media(min-width:48rem){.deeds>li{display:grid;grid-template-columns:minmax(0,1fr) max-content;gap:0 2rem}.deeds>li>details{grid-column:1}.deeds>li>.meta{grid-area:1/2;text-align:end}}
.told{display:grid;gap:1.6rem 3rem}
.told>*{min-width:0}
.told .full{margin:0}
.as-read :is(.full,h1,.text,.text :is(h2,h3,h4,h5,h6)){font-family:var(--serif)}
.as-read .full>.meta{display:flex;flex-wrap:wrap;gap:0 .8rem}
main .as-read details.full{border-block:1px solid var(--rule);padding-block:.6rem;font:inherit}
main .as-read summary{font:600 .95rem var(--sans)}
.do{border:1px solid var(--rule);background:var(--field);padding:1rem 1.2rem;align-self:start}
.do .state{margin:0 0 .4rem}
.do .actions{margin:.8rem 0 0}
.life .revision{margin:0}
.life .rubric{display:flex;align-items:start;justify-content:space-between;gap:.4rem 1rem}
.life h3{font-weight:400}
.life .said{font-style:italic;margin-top:.3rem}
.deeds.life>li{display:block}
pre.json{font:.78rem/1.5 ui-monospace,"Liberation Mono",monospace;white-space:pre-wrap;overflow-wrap:anywhere;max-height:32rem;overflow:auto}
.lived h2{margin-top:0}
@media(min-width:64rem){.told{grid-template-columns:minmax(0,38rem) minmax(24rem,1fr);grid-template-rows:auto 1fr}.as-read{grid-row:1/3}.do,.lived{grid-column:2}.known{grid-column:1/3}}
`;
