/** The log, and the life of a story. */
export const LOG_STYLE = `
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11rem,100%),1fr));gap:.7rem 1rem;align-items:end}
.filters :is(input,select){height:2.55rem}
.deeds{list-style:none;margin:0;padding:0}
.deeds>li{border-top:1px solid var(--rule);padding-block:.7rem}
.deeds details{border:0;padding:.1rem 0 0}
.deeds summary{font-weight:400;color:var(--soft)}
.deeds pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.4rem 0 0;font:.78rem/1.5 ui-monospace,"Liberation Mono",monospace}
@media(min-width:48rem){.deeds>li{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:0 2rem}.deeds>li>details{grid-column:1}.deeds>li>.meta{grid-area:1/2;text-align:end}}
`;
