/** The style of the audience's report. Without it the charts are still told apart, by shades of the text's colour. */
export const AUDIENCE_STYLE = `.audience figure{margin:2.2rem 0}
.audience h2{color:var(--ink);margin:0 0 .5rem}
.audience section>h2{margin-top:2rem}
.audience summary{cursor:pointer;padding-block:.3rem}
.audience svg{display:block;font:11px system-ui,sans-serif;height:auto;max-width:50rem;width:100%}
.audience .keys{display:flex;flex-wrap:wrap;font:.85rem system-ui,sans-serif;gap:.3rem 1rem;list-style:none;margin:.4rem 0;padding:0}
.audience .keys svg{display:inline-block;height:.8rem;margin-right:.4rem;vertical-align:-.05rem;width:.8rem}
.audience .c0{fill:light-dark(#2b6ca3,#6fb1e8);fill-opacity:1}
.audience .c1{fill:light-dark(#e0a100,#e8c063);fill-opacity:1}
.audience .c2{fill:light-dark(#a9c9b4,#3f6b52);fill-opacity:1}
.audience .c3{fill:light-dark(#b3382e,#ef8a80);fill-opacity:1}
.audience .table{margin-top:.6rem;overflow-x:auto}
.audience table{border-collapse:collapse;font:.85rem/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums;width:100%}
.audience th,.audience td{border-bottom:1px solid light-dark(#ddd,#444);padding:.15rem .5rem;overflow-wrap:normal;text-align:end;white-space:nowrap}
.audience tbody th{white-space:normal}
.audience th:first-child,.audience td:first-child{text-align:start}
.audience thead th{vertical-align:bottom;white-space:normal;}
.audience dl{display:flex;flex-wrap:wrap;gap:.5rem 2rem;margin:1rem 0}
.audience dt{font:.85rem system-ui,sans-serif}
.audience dd{font-size:1.5rem;margin:0}
@media(max-width:36rem){.audience svg{font-size:16px}.audience :is(td,th){font-size:.78rem;padding-inline:.25rem}}`;
