import { createHash } from "node:crypto";
import { AUDIENCE_STYLE } from "./audience-style.ts";
import { FIND_STYLE } from "./find-style.ts";
import { PROOFREAD_STYLE } from "./proofread-style.ts";

const SERIF = `"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","Noto Serif",Georgia,"Liberation Serif",serif`;
const SANS = `system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif`;

/** Colours, type, and what every page has. What only some pages have stands in the constants below, by name. */
const BASE = `
:root{color-scheme:light dark;--paper:light-dark(#fdfcf9,#141517);--ink:light-dark(#17140f,#ece8df);--soft:light-dark(#5a5449,#aca69b);--rule:light-dark(#d3cdc0,#3a3c40);--accent:light-dark(#8c1d12,#f2a598);--good:light-dark(#1d6330,#8fd3a1);--field:light-dark(#fff,#1d1f22);--sans:${SANS};font:1.0625rem/1.5 ${SERIF}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
body>*{max-width:80rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,3rem)}
h1,h2,h3,p,ul{margin:0;padding:0}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font-size:clamp(1.9rem,4.5vw,2.9rem);letter-spacing:-.01em}
a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.18em}
a:hover{color:var(--accent);text-decoration-color:currentcolor}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
ul{list-style:none}
.skip{position:absolute;inset-inline-start:-100rem}
.skip:focus{inset-inline-start:0;background:var(--paper);padding:.75rem 1rem;z-index:1}
.meta,.proof,.foot,.formats,.pager,.count,.back,.archive p,.address,.readers,label,button,.rubric a,figcaption,.files{font:.84rem/1.5 var(--sans);color:var(--soft)}
.dek{color:var(--soft);line-height:1.45}
:lang(ar),:lang(fa),:lang(he),:lang(ja),:lang(ko),:lang(ur),:lang(zh){font-style:normal;letter-spacing:0;line-height:1.7}
`;

const MASTHEAD = `
.masthead,.foot{max-width:74rem;width:calc(100% - 2*clamp(1rem,4vw,3rem));padding-inline:0}
.masthead{text-align:center;padding-block:1.4rem .9rem;border-bottom:4px double var(--ink)}
.name{font-size:clamp(2.1rem,7vw,4.2rem);line-height:1.05;font-weight:700;letter-spacing:-.02em}
.name a{text-decoration:none}
.tagline{margin-top:.5rem;font-style:italic;color:var(--soft);text-wrap:balance}
.foot{margin-top:3.5rem;padding-block:1rem 2.5rem;border-top:1px solid var(--ink);display:flex;flex-wrap:wrap;gap:.4rem 2rem;justify-content:space-between}
.foot a,.back a,.archive a{margin-inline-end:1.2rem;display:inline-block;padding-block:.2rem}
main{padding-block:1.6rem 0}
`;

const DIRECTORY = `
.lead{display:grid;gap:1.2rem 3rem;align-items:end;padding-bottom:2rem}
.lead .dek{max-width:40rem;margin-top:.5rem;font-size:1.1rem}
.field{display:flex;margin-top:.35rem}
input{font:1rem/1.4 var(--sans);color:var(--ink);background:var(--field);border:1px solid var(--soft);border-radius:0;padding:.5rem .65rem;min-width:0;width:100%}
button{flex:none;border:1px solid var(--ink);background:var(--ink);color:var(--paper);padding:.5rem 1rem;cursor:pointer}
.groups{display:grid;gap:2.6rem 2.6rem}
.group{min-width:0}
.rubric{display:flex;justify-content:space-between;align-items:baseline;border-top:3px solid var(--ink);padding-block:.5rem .1rem}
.rubric h2,.subscribe h2,.river>h2,.archive h2{font:700 .8rem/1.5 var(--sans);letter-spacing:.09em;text-transform:uppercase}
.feeds{display:grid;gap:0 2.6rem;overflow:clip}
.feeds>li{padding-block:.8rem 1.3rem;position:relative}
.feeds>li::before{content:"";position:absolute;inset:.9rem auto 1.2rem -1.3rem;border-inline-start:1px solid var(--rule)}
.feeds h3{font-size:1.55rem}
.feeds h3 a,.story h3 a,.stories h3 a{text-decoration:none}
.feeds .dek{margin-block:.3rem .7rem}
.proof{text-wrap:balance}
.proof b{font-weight:600;color:var(--ink)}
.proof b::before{content:"✓ "/""}
.formats{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.8rem}
.formats a,.readers a{display:block;border:1px solid var(--rule);padding:.25rem .7rem;text-decoration:none;color:var(--ink)}
.formats a:hover,.readers a:hover{border-color:currentcolor;color:var(--accent)}
.count{margin-bottom:1.6rem}
.stories li{border-bottom:1px solid var(--rule);padding-block:.8rem}
.stories h3{font-size:1.2rem}
.values{columns:16rem;column-gap:2.6rem;padding-block:.6rem}
.values li{break-inside:avoid;padding-block:.3rem}
@media(min-width:44rem){.lead{grid-template-columns:3fr 2fr}.groups{grid-template-columns:1fr 1fr}.n2,.n3{grid-column:span 2}.n2 .feeds,.n3 .feeds{grid-template-columns:1fr 1fr}}
@media(min-width:64rem){.groups{grid-template-columns:repeat(3,1fr)}.n3{grid-column:span 3}.n3 .feeds{grid-template-columns:repeat(3,1fr)}}
`;

const FEED = `
.heading{border-bottom:1px solid var(--ink);padding-bottom:1.2rem;margin-bottom:1.4rem}
.heading .dek{font-size:1.2rem;margin-block:.4rem .9rem}
.heading .proof{max-width:46rem}
.follow{display:inline-block;margin-top:1rem;font:600 .9rem var(--sans);background:var(--ink);color:var(--paper);padding:.6rem 1.1rem;text-decoration:none}
.follow:hover{color:var(--paper)}
.columns{display:grid;gap:2.6rem 3rem}
.columns>*{min-width:0}
.alone,.notice{max-width:46rem}
.notice{padding-block:3rem}
.notice p{margin-top:1rem}
.story{display:grid;grid-template-columns:minmax(0,1fr) auto;padding-block:1.1rem;border-bottom:1px solid var(--rule)}
.story h3{font-size:1.3rem}
.story .dek{margin-top:.35rem}
.story .meta,.full>.meta{margin-top:.5rem;display:flex;flex-wrap:wrap;gap:0 .8rem}
.byline{color:var(--ink)}
.story img{max-width:9.5rem;max-height:7rem;margin-inline-start:1.4rem;object-fit:cover}
.subscribe h3{font-size:1.05rem;margin-block:1.1rem .5rem}
.subscribe h2{border-top:3px solid var(--ink);padding-top:.5rem}
.readers{display:flex;flex-wrap:wrap;gap:.5rem}
.address{display:grid;grid-template-columns:1fr auto;gap:.15rem .7rem;align-items:center;margin-bottom:.7rem}
.address label{grid-column:span 2}
.address input{font:.82rem/1.4 ui-monospace,"Liberation Mono",monospace;user-select:all}
.subscribe details{margin-top:1.4rem;border-block:1px solid var(--rule);padding-block:.6rem}
.subscribe summary{cursor:pointer;font-weight:700}
.subscribe details p{margin-top:.6rem}
.archive,.more{margin-top:1.8rem}
.full~.more{max-width:42rem;margin-inline:auto}
.pager{display:flex;gap:1.4rem;padding-block:1.2rem}
@media(min-width:60rem){.columns{grid-template-columns:minmax(0,1fr) 19.5rem;gap:2rem}.columns .river{border-inline-end:1px solid var(--rule);padding-inline-end:2rem}.subscribe{position:sticky;top:1rem;align-self:start}.follow{display:none}.river>.story:first-of-type h3{font-size:2rem}.river>.story:first-of-type .dek{font-size:1.15rem}}
`;

const STORY = `
.full{max-width:42rem;margin:1.2rem auto 0}
.full>.dek{font-size:1.25rem;margin-top:.7rem}
.full>.meta{padding-block:.6rem;border-block:1px solid var(--rule);margin-block:1rem}
.corrections{border-inline-start:3px solid var(--accent);padding-inline-start:1rem;font-size:.95rem}
.text{font-size:1.12rem;line-height:1.62}
.text :is(p,ul,ol,dl,blockquote,pre,figure,table,h2,h3,h4,h5,h6){margin:0 0 1em}
.text :is(h2,h3,h4,h5,h6){margin-top:1.4em;font-size:1.2em}
.text ul{list-style:disc}
.text :is(ul,ol,blockquote){padding-inline-start:1.4em}
.text blockquote{border-inline-start:3px solid var(--rule);font-style:italic}
.text pre{white-space:pre-wrap}
.full :is(img,video,audio){max-width:100%;height:auto;display:block}
.full figure{margin:1.2rem 0}
figcaption{margin-top:.4rem}
.scroller{overflow-x:auto;margin-bottom:1em}
.scroller table{border-collapse:collapse;margin:0}
.scroller :is(td,th){border:1px solid var(--rule);padding:.35rem .6rem;text-align:start;overflow-wrap:normal}
.full mark{background:light-dark(#fbeaa0,#5d4b00);color:inherit}
.files{margin-block:1rem}
.files li{padding-block:.3rem}
`;

const DESK = `
.desk h1{font-size:clamp(1.6rem,3.6vw,2.3rem)}
.desk h2{font-size:1.3rem;margin-block:2rem .6rem}
.desk h3{font-size:1.05rem}
.desk>.dek{margin-block:.4rem 1.2rem}
.parts{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem;justify-content:space-between;align-items:center;border-bottom:1px solid var(--rule);padding-bottom:.7rem;margin-bottom:1.4rem}
.parts nav{display:flex;flex-wrap:wrap;gap:0 1.1rem;font:600 .95rem var(--sans)}
.parts a{padding-block:.3rem;white-space:nowrap}
.parts a[aria-current]{text-decoration:underline 3px var(--accent)}
button.quiet,.action{display:inline-block;background:none;color:var(--ink);border:1px solid var(--soft);font:.84rem/1.5 var(--sans);padding:.4rem .9rem;text-decoration:none}
.wrong{color:var(--accent)}
.desk .right{color:var(--good)}
.wrong::before{content:"✗ "/""}
.right::before{content:"✓ "/""}
.done{border-inline-start:3px solid var(--ink);padding:.5rem .9rem;margin-block:1rem;background:var(--field)}
.state{margin-block:.6rem}
.actions{display:flex;flex-wrap:wrap;gap:.7rem;align-items:center;margin-block:1rem 1.4rem}
.sign-in{max-width:24rem;margin:1rem auto;display:grid;gap:.8rem}
.desk button{white-space:nowrap;flex:none}
.desk search,.notice :is(.scroller,form){display:block;margin-block:1rem}
.short{white-space:nowrap}
.desk textarea{font:.84rem/1.5 ui-monospace,"Liberation Mono",monospace;width:100%;color:var(--ink);background:var(--field);border:1px solid var(--soft);padding:.6rem}
.desk fieldset{border:1px solid var(--rule);margin:1rem 0;padding:.6rem .9rem 1rem;min-width:0}
.desk legend{font:.84rem var(--sans);color:var(--soft);padding-inline:.3rem}
.desk :is(.scroller,.facts,details){font:.88rem/1.5 var(--sans)}
.desk .scroller :is(td,th){vertical-align:top;font-weight:400}
.desk .scroller table{min-width:100%}
.desk thead th{color:var(--soft);font-size:.8rem}
.desk tbody th{min-width:6.5rem}
.desk .scroller .value{min-width:16rem;white-space:pre-wrap;overflow-wrap:anywhere}
.desk mark{background:light-dark(#fbeaa0,#5d4b00);color:inherit}
.number{text-align:end;font-variant-numeric:tabular-nums}
.dropped{color:var(--soft)}
.desk details{border-block-start:1px solid var(--rule);padding-block:.6rem}
.desk summary{cursor:pointer;font-weight:600}
.revision{margin-top:1.8rem}
.revision .meta{padding-bottom:.5rem}
.desk summary h2{display:inline;font:inherit}
.desk details>:nth-child(2){margin-top:.7rem}
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3rem 1.2rem;margin:1rem 0}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.stories h2{font-size:1.2rem;margin:0}
.stories h2 a{text-decoration:none}
.desk .notice{max-width:60rem;padding-block:1rem}
.bullets{list-style:disc;padding-inline-start:1.3rem}
.fields,.halves,.outputs{display:grid;gap:.8rem 1.4rem}
.outputs{margin-top:.6rem}
.halves>*,.outputs>*{min-width:0}
.outputs pre{font:.78rem/1.5 ui-monospace,"Liberation Mono",monospace;max-height:32rem;overflow:auto;white-space:pre-wrap;margin:.4rem 0 0;padding:.7rem;background:var(--field);border:1px solid var(--rule);text-align:start}
.desk .shown{margin:1rem 0 1.6rem;padding:1.2rem;border:1px solid var(--rule);font:1rem/1.5 ${SERIF}}
.desk .shown>h3{font-size:1.6rem}
.unseen{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden}
@media(min-width:48rem){.fields{grid-template-columns:2fr 1fr 1fr}.halves{grid-template-columns:1fr 1fr}}
@media(min-width:60rem){.outputs{grid-template-columns:repeat(3,minmax(0,1fr))}}
`;

const PRINT = `
@media print{:root{color-scheme:light;font-size:11pt}.skip,form,.readers,.formats,.subscribe details,.pager,.follow,.rubric a,.foot nav,.back{display:none}.columns,.groups{display:block}.story,.feeds>li,figure{break-inside:avoid}h1,h2,h3{break-after:avoid}.subscribe{border:0;padding:0;margin-top:2rem}.address input{border:0;padding:0}.address a{display:none}.text a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em}}
`;

/** The pages' one style sheet. */
export const STYLE = [BASE, MASTHEAD, DIRECTORY, FEED, STORY, DESK, FIND_STYLE, AUDIENCE_STYLE, PROOFREAD_STYLE, PRINT]
  .join("")
  .replaceAll("\n", "");

/** Named by its contents, so that a browser may keep it for good. */
export const STYLE_PATH = `/style.${createHash("sha256").update(STYLE).digest("hex").slice(0, 10)}.css`;
