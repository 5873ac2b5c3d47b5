import { createHash } from "node:crypto";

const MONO = `ui-monospace,"Liberation Mono",monospace`;

/** The style of `/api`, beside that of all pages. */
export const REFERENCE_STYLE = `
.reference{display:grid;gap:2rem 3rem}
.reference>*{min-width:0}
.reference h2{font-size:1.5rem;margin-block:2.6rem .5rem;scroll-margin-top:1rem}
.told>.dek p+p{margin-top:.5rem}
.told>.dek,.told section>p,.told section>.bullets{max-width:46rem}
.told>.dek{margin-block:.6rem 1rem}
.bullets{list-style:disc;padding-inline-start:1.3em}
.contents{font:.86rem/1.45 var(--sans)}
.contents summary{cursor:pointer;font-weight:600}
.contents h2{font:700 .76rem/1.5 var(--sans);letter-spacing:.07em;text-transform:uppercase;margin-block:1.1rem .2rem}
.contents h2 a,.contents li a,.operation h3 a{text-decoration:none}
.contents li a{display:block;padding-block:.2rem;color:var(--soft)}
.contents li a:hover{color:var(--accent)}
.operation,.schema{border-top:1px solid var(--rule);padding-block:1.3rem;scroll-margin-top:.5rem}
.operation:target,.schema:target{border-top:3px solid var(--accent)}
.operation h3{font-size:1.2rem}
.operation h4{font:700 .76rem/1.5 var(--sans);letter-spacing:.07em;text-transform:uppercase;margin-block:1.1rem .3rem}
.where{margin-block:.4rem .5rem;font-size:.95rem}
.reference code{font:.92em/1.5 ${MONO}}
.method{font:700 .78rem/1 var(--sans);letter-spacing:.03em;display:inline-block;border:1px solid currentcolor;padding:.22rem .45rem;margin-inline-end:.4rem}
.method.get{color:var(--good)}
.method.delete{color:var(--accent)}
.fields,.choices,.answers,.body>p{font:.88rem/1.5 var(--sans);margin:0}
.fields>li{padding-block:.35rem}
.fields>li+li{border-top:1px dotted var(--rule)}
.fields code{font-weight:600}
.fields p{color:var(--soft);max-width:44rem}
.fields .fields,.fields .choices,.choices .fields{margin:.3rem 0 .3rem .2rem;padding-inline-start:.9rem;border-inline-start:2px solid var(--rule)}
.choices>li{padding-block:.3rem}
.kind,.bound,.type{color:var(--soft)}
.bound::before{content:" · "}
.type{display:block}
.answers{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.35rem .9rem}
.answers dt{font-weight:700;font-variant-numeric:tabular-nums}
.answers .well{color:var(--good)}
.answers .ill{color:var(--soft)}
.answers dd{margin:0}
.reference pre{font:.82rem/1.5 ${MONO};background:var(--field);border:1px solid var(--rule);padding:.7rem .9rem;margin:.3rem 0 0;overflow-x:auto;white-space:pre-wrap;max-height:32rem}
.reference details summary{cursor:pointer;font:.84rem/1.5 var(--sans);padding-block:.3rem}
.try{margin-top:1rem;border:1px solid var(--rule);padding:.2rem .9rem}
.try[open]{padding-bottom:.9rem;background:var(--field)}
.reference .try>summary{font-weight:700}
.try form>p{margin-block:.6rem;max-width:40rem}
.try label,.token label{display:block;margin-bottom:.2rem}
.try :is(input,textarea){background:var(--paper)}
.reference textarea{font:.84rem/1.5 ${MONO};width:100%;color:var(--ink);border:1px solid var(--soft);padding:.6rem}
.reference ::placeholder{color:var(--soft);opacity:1}
.reference button{font:600 .9rem/1.5 var(--sans);color:var(--paper)}
.token{margin-top:1rem;max-width:30rem}
.told .status{font:600 .9rem/1.5 var(--sans);margin-top:.6rem}
.status.good{color:var(--good)}
.status.bad{color:var(--accent)}
@media(min-width:64rem){.reference{grid-template-columns:17rem minmax(0,1fr)}.contents{position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow-y:auto;padding-inline-end:1rem}}
`;

/** Named by its contents: browsers keep it for good. */
export const REFERENCE_STYLE_FILE = `style-${createHash("sha256").update(REFERENCE_STYLE).digest("hex").slice(0, 16)}.css`;
