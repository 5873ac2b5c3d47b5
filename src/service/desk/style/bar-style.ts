/**
 * The slim bar, and the desk's parts below it. On a phone they fold behind "Menu"; from 60rem on what is folded lies open, where
 * the browser can say so (`::details-content`), and else stays behind "Menu".
 */
export const BAR_STYLE = `
:root{--bar:light-dark(#201c16,#202226);--on-bar:#f3eee4;--edge:light-dark(#8a8274,#7d786f);--warn:light-dark(#7a4b00,#e8c063)}
body{font-family:var(--sans)}
.desk-bar{background:var(--bar);color:var(--on-bar);display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1rem;padding-block:.5rem;max-width:none;padding-inline:max(clamp(1rem,4vw,3rem),50% - 40rem + clamp(1rem,4vw,3rem))}
.desk-bar :focus-visible{outline-color:var(--on-bar)}
.desk-bar a,.desk-bar summary{color:inherit;display:inline-block;min-height:2rem;padding-block:.25rem;text-decoration:none}
.desk-bar a:hover{color:inherit;text-decoration:underline}
.paper{flex:1 1 0;font:700 1.1rem/1.3 var(--serif);min-width:0}
.desk-bar a.new{background:var(--on-bar);color:#201c16;font:600 .9rem/1.4 var(--sans);padding:.35rem .8rem}
.menu{flex-basis:100%}
.desk-bar>.menu{font:.9rem/1.4 var(--sans)}
.menu summary{cursor:pointer;font-weight:600;width:100%;padding-block:.35rem;border-top:1px solid #55504a}
.menu search form{display:flex;margin-block:.5rem}
.menu search input{background:#34302a;border-color:#8a8274;color:var(--on-bar);padding:.35rem .6rem}
.menu search input::placeholder{color:#cfc8ba;opacity:1}
.desk-bar button{background:none;border:1px solid #8a8274;color:var(--on-bar);font:.9rem/1.4 var(--sans);padding:.35rem .8rem}
.menu nav{display:grid;grid-template-columns:1fr 1fr;gap:0 1rem;margin-block:.4rem}
.menu nav a{padding-block:.45rem}
.menu a[aria-current]{font-weight:700;text-decoration:underline 3px;text-underline-offset:.35em}
.me{display:flex;align-items:center;justify-content:space-between;gap:1rem;margin-block:.4rem .3rem}
main{padding-block:1.6rem 0}
.foot{margin-top:3.5rem;padding-block:1rem 2.5rem;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
.foot a{display:inline-block;padding-block:.2rem}
@media(min-width:60rem){@supports selector(::details-content){
.desk-bar{display:grid;grid-template-columns:auto auto minmax(10rem,26rem) 1fr;padding-block:.6rem 0}
.paper{font-size:1.2rem;margin-inline-end:.6rem}
.menu,.menu::details-content{display:contents;content-visibility:visible}
.menu summary{display:none}
.menu search form,.me{margin:0}
.me{justify-content:end}
.menu nav{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:0 1.3rem;margin:.3rem 0 0}
.menu nav a{padding-block:.4rem .55rem}
.menu a[aria-current]{box-shadow:inset 0 -4px var(--on-bar);text-decoration:none}
.me a[aria-current]{box-shadow:inset 0 -2px var(--on-bar)}
}}
@media print{.desk-bar,.foot{display:none}}
`;
