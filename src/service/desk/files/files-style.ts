/** How the desk's page of uploaded files looks. */
export const FILES_STYLE = `
.upload{display:grid;gap:.8rem;max-width:40rem;margin-block:1rem 2rem;justify-items:start}
.upload label{width:100%}
.upload input{margin-top:.35rem}
.uploads{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:2rem 1.6rem}
.uploads li{min-width:0;display:grid;gap:.3rem;align-content:start}
.uploads img{width:100%;height:auto;aspect-ratio:3/2;object-fit:contain;background:var(--field);border:1px solid var(--rule)}
.uploads audio{width:100%}
.uploads .called{font-weight:700}
.uploads .field input{font:.82rem/1.4 ui-monospace,"Liberation Mono",monospace;user-select:all}
`;
