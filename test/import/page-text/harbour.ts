/** A page of news as plain text, with what stands around its story. */
export const HARBOUR = `Home Weather Harbour reopens after three-day storm

Harbour reopens after three-day storm

by

PORT ELLIS (Coast Wire) — Ferries sailed again on Tuesday, the harbour master said.

“We are not out of it – not yet,” she told reporters.

Storm by the numbers: what we know

About 40 boats were damaged …

You may also like
`;

/** What the person who imports a page says of it. */
export const GIVEN = { name: "page.txt", base: "https://gazette.example/news", date: "2026-03-03T10:00:00Z" };
