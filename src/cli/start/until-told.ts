/** The signals by which a supervisor, a terminal or a container ends a process. */
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Waits until the process is told to end. Whoever tells it twice does not want to wait. */
export const untilTold = (): Promise<void> =>
  new Promise((resolve) => {
    let told = false;
    for (const signal of SIGNALS)
      process.on(signal, () => {
        if (told) process.exit(1);
        told = true;
        resolve();
      });
  });
