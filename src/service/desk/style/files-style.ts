/** How the page of uploaded files looks: pictures beside one another, as many as fit. */
export const FILES_STYLE = `
.uploads{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:2rem 1.6rem;margin-top:2rem}
.uploads li{min-width:0;display:grid;gap:.3rem;align-content:start}
.uploads img{width:100%;height:auto;aspect-ratio:3/2;object-fit:contain;background:var(--field);border:1px solid var(--rule)}
.uploads audio{width:100%}
.uploads .called{font-weight:700}
.uploads .inline input{font:.82rem/1.4 ui-monospace,"Liberation Mono",monospace;user-select:all}
`;
