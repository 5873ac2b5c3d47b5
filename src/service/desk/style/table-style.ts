/** Tables; on a phone each row is a card, whose cells say by themselves what they are. */
export const TABLE_STYLE = `
.scroller{font:.9rem/1.5 var(--sans);overflow-x:auto;margin-bottom:1em}
.scroller table{border-collapse:collapse;min-width:100%}
.scroller :is(td,th){border:0;border-bottom:1px solid var(--rule);font-weight:400;padding:.45rem .7rem .45rem 0;text-align:start;vertical-align:top}
.scroller thead th{border-bottom:2px solid var(--edge);color:var(--soft);font-size:.8rem;vertical-align:bottom}
.scroller tbody th{font-weight:600;min-width:6.5rem}
.scroller .number{text-align:end;width:1%;font-variant-numeric:tabular-nums}
.short{white-space:nowrap}
.scroller .value{min-width:16rem;white-space:pre-wrap;overflow-wrap:anywhere}
@media(max-width:48rem){
.cards{overflow:visible}
.cards :is(table,tbody,tr,th,td){display:block;width:auto}
.cards thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden;width:1px}
.cards tr{background:var(--field);border:1px solid var(--rule);margin-bottom:.7rem;padding:.5rem .9rem}
.cards :is(td,tbody th){border:0;min-width:0;overflow-wrap:anywhere;padding:.2rem 0;text-align:start;white-space:normal}
.cards td[data-label]{display:flow-root;padding-inline-start:8.5rem}
.cards td[data-label]::before{color:var(--soft);content:attr(data-label);float:inline-start;margin-inline-start:-8.5rem;width:8rem}
.cards tbody th{font-size:1rem}
.cards .number{text-align:start;width:auto}
.cards td:empty{display:none}
.cards .value{white-space:pre-wrap}
}
`;
