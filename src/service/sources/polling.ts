import type { PollingParts } from "./poll-sources.ts";

/**
 * As `pollSources`, whose readers of other people's feeds and sites are loaded when there is somebody to ask: where no source is named,
 * they take nobody's memory.
 */
export function polling(parts: PollingParts): () => Promise<void> {
  return async () => {
    if (parts.catalog.sources.size === 0) return;
    const { pollSources } = await import("./poll-sources.ts");
    await pollSources(parts);
  };
}
