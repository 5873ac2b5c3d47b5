/** People, keys and sign-ins: lists of a few entries, what one chooses among, forms that stand alone. */
export const PEOPLE_STYLE = `
.entries{margin-block:.8rem 1.4rem}
.entries>li{border-top:1px solid var(--rule);display:grid;gap:.3rem;padding-block:.8rem}
.entries>li:last-child{border-bottom:1px solid var(--rule)}
.entries :is(h2,h3){font-size:1.1rem;margin:0}
.entries button{justify-self:start;margin-top:.3rem}
.choices{max-width:46rem}
.choices .check>span{font:.95rem/1.4 var(--sans)}
.choices code{color:var(--soft);font-size:.85rem}
.sign-in form,.narrow>form{display:grid;gap:.9rem}
.sign-in>form[hidden],form[data-passkey][hidden]{display:none}
:is(.sign-in form,.narrow>form)>*{margin-block:0}
.narrow button{justify-self:start}
`;
