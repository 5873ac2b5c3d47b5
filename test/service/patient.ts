/** For `vi.waitFor`: it ends what hangs, also on a busy machine. */
export const PATIENT = { timeout: 60_000 };
