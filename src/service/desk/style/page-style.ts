/** What stands on the desk's pages beside forms and tables: words, marks, notices, what is folded. */
export const PAGE_STYLE = `
h1{font-size:clamp(1.5rem,3.4vw,2.1rem)}
h2{font-size:1.25rem;margin-block:2rem .6rem}
h3{font-size:1.05rem}
.stories :is(h2,h3),.shown :is(h2,h3),h1[dir=auto]{font-family:var(--serif)}
main>.dek{margin-block:.4rem 1.2rem;max-width:52rem}
.right{color:var(--good)}
.wrong{color:var(--accent)}
.waits{color:var(--warn)}
.right::before{content:"✓ "/""}
.wrong::before{content:"✗ "/""}
.waits::before{content:"◷ "/""}
.badge{display:inline-block;border:1px solid currentcolor;border-radius:1rem;color:var(--soft);font:600 .75rem/1.5 var(--sans);padding:0 .6rem;white-space:nowrap}
.badge.draft,.badge.withheld{color:var(--warn)}
.badge.gone{color:var(--accent)}
.state{margin-block:.6rem}
.done,.failed,.note{border-inline-start:4px solid var(--edge);background:var(--field);margin-block:1rem;padding:.6rem 1rem}
.done{border-color:var(--good)}
.failed{border-color:var(--accent)}
:is(.done,.failed,.note)>*+*{margin-top:.4rem}
.notice{max-width:60rem;padding-block:1rem}
.notice p{margin-top:1rem}
.notice :is(.scroller,form){display:block;margin-block:1rem}
.secret{font:.95rem/1.5 ui-monospace,"Liberation Mono",monospace;background:var(--field);border:1px solid var(--edge);display:block;margin-block:.5rem;padding:.6rem .8rem;user-select:all}
.stories li{border-bottom:1px solid var(--rule);padding-block:.8rem}
.stories :is(h2,h3){font-size:1.15rem;margin:0}
.stories :is(h2,h3) a{text-decoration:none}
.stories :is(h2,h3) a:hover{text-decoration:underline}
.needs{list-style:none;margin:0 0 2rem;padding:0}
.needs li{align-items:center;background:var(--field);border:1px solid var(--rule);border-inline-start:4px solid var(--edge);display:grid;gap:.3rem 1rem;grid-template-columns:5.5rem minmax(0,1fr) auto;margin-bottom:.5rem;padding:.6rem .9rem}
.needs li:has(>.wrong){border-inline-start-color:var(--accent)}
.needs li:has(>.waits){border-inline-start-color:var(--warn)}
.needs li>span{font:600 .85rem/1.4 var(--sans)}
.needs li p .meta{display:block}
.lines{font:.9rem/1.5 var(--sans)}
.lines li{border-bottom:1px solid var(--rule);display:grid;gap:.1rem 1rem;grid-template-columns:minmax(0,1fr) auto;padding-block:.5rem}
.lines a{font-weight:600}
.lines .number{font-variant-numeric:tabular-nums;text-align:end}
.count{margin-block:.8rem}
.pager{display:flex;gap:1.4rem;padding-block:1.2rem}
.pager a{display:inline-block;padding-block:.2rem}
.bullets{list-style:disc;padding-inline-start:1.3rem}
.halves,.outputs,.beside{display:grid;gap:.8rem 1.8rem}
:is(.halves,.outputs,.beside)>*{min-width:0}
.outputs{margin-top:.6rem}
.outputs pre{font:.78rem/1.5 ui-monospace,"Liberation Mono",monospace;max-height:32rem;overflow:auto;white-space:pre-wrap;margin:.4rem 0 0;padding:.7rem;background:var(--field);border:1px solid var(--rule);text-align:start}
.facts,details{font:.9rem/1.5 var(--sans)}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem 1.2rem;margin:1rem 0}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
main details{border-block-start:1px solid var(--rule);padding-block:.3rem}
main summary{cursor:pointer;font-weight:600;padding-block:.3rem}
main summary h2{display:inline;font:inherit}
main details>:nth-child(2){margin-top:.5rem}
.revision{margin-top:1.8rem}
.revision .meta{padding-bottom:.5rem}
.full>.meta{display:flex;flex-wrap:wrap;gap:0 .8rem}
.full.shown{margin:1rem 0 1.6rem;max-width:none;padding:1.2rem;border:1px solid var(--rule);background:var(--field);font:1rem/1.5 var(--serif)}
.shown>:is(h2,h3){font-size:1.6rem;margin:0}
mark{background:light-dark(#fbeaa0,#5d4b00);color:var(--ink)}
.dropped{color:var(--soft)}
.rules h3{font-family:inherit}
.unseen{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}
@media(max-width:48rem){.needs li{grid-template-columns:minmax(0,1fr)}.needs .action{justify-self:start}}
@media(max-width:30rem){.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:.5rem}}
@media(min-width:48rem){.lines li{grid-template-columns:minmax(0,2fr) minmax(0,1fr) minmax(0,1fr) 6rem}.halves{grid-template-columns:1fr 1fr}}
@media(min-width:60rem){.outputs{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media(min-width:70rem){.beside{grid-template-columns:minmax(0,3fr) minmax(0,2fr);align-items:start}.beside>aside{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto}}
`;
