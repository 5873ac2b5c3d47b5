import { SingleBar } from "cli-progress";

export interface Progress {
  /** The next source begins. */
  next(name: string): void;
  /** So many of its items are through. */
  items(done: number, of: number): void;
  /** So much of a large source has been read. */
  bytes(done: number, of: number): void;
  stop(): void;
}

const MEGABYTE = 1_000_000;

/** A bar on the terminal, beside the result and not in it; none where nobody watches. */
export function startProgress(sources: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { next: () => {}, items: () => {}, bytes: () => {}, stop: () => {} };
  const bar = new SingleBar({
    format: "{bar} {done}/{sources} sources  {name}{items}{bytes}",
    stream,
    clearOnComplete: true,
    hideCursor: true,
    // A signal is the command's own business: it has last words.
    gracefulExit: false,
  });
  let begun = 0;
  let current = { name: "", items: "", bytes: "" };
  /** @param part how much of the current source is through, of 1 */
  const show = (part: number): void => {
    const done = Math.max(0, begun - 1);
    bar.update(done + part, { done, sources, ...current });
  };
  bar.start(sources, 0, { done: 0, sources, ...current });
  return {
    next(name) {
      begun += 1;
      current = { name, items: "", bytes: "" };
      show(0);
    },
    items(done, of) {
      current.items = done === of ? `  ${of} items` : `  ${done}/${of} items`;
      show(current.bytes === "" && of > 0 ? done / of : 0);
    },
    bytes(done, of) {
      current.bytes = `  ${(done / MEGABYTE).toFixed(1)}/${(of / MEGABYTE).toFixed(1)} MB`;
      show(of > 0 ? done / of : 0);
    },
    stop: () => bar.stop(),
  };
}
