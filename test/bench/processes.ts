/** What Linux tells of processes; elsewhere there is nothing to tell. */
import { readdirSync, readFileSync } from "node:fs";

/** The processes of this name below a parent, at any depth. */
export function childrenOf(parent: number, name: string): number[] {
  const all = numbers().flatMap((pid) => {
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

/** CPU seconds that all threads of a process have used. Linux counts hundredths. */
export function cpuSeconds(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function numbers(): number[] {
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
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
