/** What a shell takes a program for that a signal has ended: 128 and the signal's number (POSIX.1-2024, Shell & Utilities §2.8.2). */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Lets a program say its last words where somebody ends it: Ctrl-C, a supervisor, a terminal that closes.
 *
 * @param lastWords all that is still to be done, at once
 * @returns ends the watch
 */
export function onInterrupt(lastWords: () => void, { exit }: { exit(code: number): void } = process): () => void {
  const listeners = Object.entries(EXIT_CODES).map(([signal, code]) => {
    const listener = (): void => {
      release();
      lastWords();
      exit(code);
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  const release = (): void => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
  return release;
}
