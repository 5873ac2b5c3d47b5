/** Why something failed, as one line for people. `fetch` hides that in its error's cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A host of several addresses fails once for each.
  if (error instanceof AggregateError && error.message === "") return error.errors.map(reasonOf).join(", ");
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return error.message.replaceAll(/\s*\n\s*/g, " ") || error.name;
}
