/** What Linux tells of processes; elsewhere there is nothing to tell. */
import { readdirSync, readFileSync } from "node:fs";

/** The processes of this name below a parent, at any depth. */
export function childrenOf(parent: number, name: string): number[] {
  const all = numbers("/proc").flatMap((pid) => {
    const [, comm = "", ppid = ""] = /^\d+ \((.*)\) \S (\d+)/s.exec(read(`/proc/${pid}/stat`)) ?? [];
    return ppid === "" ? [] : [{ pid, comm, ppid: Number(ppid) }];
  });
  const below = new Set([parent]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { pid, ppid } of all) if (below.has(ppid)) below.add(pid);
  }
  return all.filter(({ pid, comm }) => pid !== parent && below.has(pid) && comm === name).map(({ pid }) => pid);
}

/** Resident memory in megabytes. */
export function rss(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN) / 1024;
}

/** The most resident memory that a process has had, in megabytes. */
export function peakRss(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN) / 1024;
}

/** CPU seconds that a process has used: of each thread, as the scheduler counts them. */
export function cpuSeconds(pid: number): number {
  const threads = numbers(`/proc/${pid}/task`).map((thread) => read(`/proc/${pid}/task/${thread}/schedstat`));
  return threads.length === 0 ? Number.NaN : threads.reduce((sum, text) => sum + Number(text.split(" ")[0]), 0) / 1e9;
}

function numbers(folder: string): number[] {
  try {
    return readdirSync(folder).flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
