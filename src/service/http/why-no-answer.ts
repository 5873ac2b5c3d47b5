/** Node says what went wrong in the cause of what it throws. */
export function whyNoAnswer(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = cause instanceof Error ? cause.message || cause.name : String(cause);
  return `there is no answer: ${message.split("\n", 1)[0]?.slice(0, 200)}`;
}
