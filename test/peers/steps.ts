const PATIENCE = 60_000;

/** One thing that has to come about. @throws where it does not */
export async function step(what: string, comesAbout: () => unknown): Promise<void> {
  const began = Date.now();
  for (;;) {
    if (await comesAbout()) break;
    if (Date.now() - began > PATIENCE) throw new Error(`did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  console.log(`ok  ${what} (${((Date.now() - began) / 1_000).toFixed(1)} s)`);
}

/** One thing that must not have come about after a while in which it would have. */
export async function never(what: string, comesAbout: () => unknown, milliseconds = 3_000): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  if (await comesAbout()) throw new Error(`came about: ${what}`);
  console.log(`ok  never: ${what} (${(milliseconds / 1_000).toFixed(1)} s)`);
}
