/** What was probably meant, where it differs by capitals or a hyphen only. */
export function suggestion(name: string, known: readonly string[]): string {
  const plain = (one: string) => one.toLowerCase().replace(/[-_]/g, "");
  const meant = known.find((one) => one !== name && plain(one) === plain(name));
  return meant ? `: ${meant} was probably meant` : "";
}
