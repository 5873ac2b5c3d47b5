import { SingleBar } from "cli-progress";

export interface Progress {
  /** The next source begins. */
  next(name: string): void;
  /** So many of its items are through. */
  items(done: number, of: number): void;
  stop(): void;
}

/** A bar on the terminal, beside the result and not in it; none where nobody watches. */
export function startProgress(sources: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { next: () => {}, items: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: "{bar} {value}/{total} sources  {name}{items}",
    stream,
    clearOnComplete: true,
    hideCursor: true,
  });
  let begun = 0;
  let current = "";
  bar.start(sources, 0, { name: "", items: "" });
  return {
    next(name) {
      current = name;
      bar.update(begun, { name, items: "" });
      begun += 1;
    },
    items: (done, of) => bar.update(Math.max(0, begun - 1), { name: current, items: `  ${done}/${of}` }),
    stop: () => bar.stop(),
  };
}
