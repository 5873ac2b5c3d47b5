/** What some work took, in milliseconds. */
export interface Spent {
  /** CPU time of this thread. */
  thread: number;
  /** CPU time of all threads: compression and the collection of garbage go on beside. */
  process: number;
  clock: number;
}

export async function cpuTimes(work: () => Promise<unknown>): Promise<Spent> {
  const [thread, all, clock] = [process.threadCpuUsage(), process.cpuUsage(), performance.now()];
  await work();
  const took = performance.now() - clock;
  return {
    thread: milliseconds(process.threadCpuUsage(thread)),
    process: milliseconds(process.cpuUsage(all)),
    clock: took,
  };
}

const milliseconds = ({ user, system }: { user: number; system: number }): number => (user + system) / 1000;
