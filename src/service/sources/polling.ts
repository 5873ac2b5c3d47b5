import type { PollingParts } from "./poll-sources.ts";

/**
 * As `sourcePolls`, whose readers of other people's feeds and sites are loaded when there is somebody to ask: where no source is named,
 * they take nobody's memory.
 */
export function polling(parts: PollingParts): () => Promise<void> {
  return async () => {
    if (parts.catalog.sources.size === 0) return;
    const { sourcePolls } = await import("./poll-sources.ts");
    await sourcePolls(parts)();
  };
}
