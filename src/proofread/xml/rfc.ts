/** Where a section of an RFC is, as rules name it. */
export const rfc = (number: number, section: string): { section: string; url: string } => ({
  section: `RFC ${number} §${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
});
