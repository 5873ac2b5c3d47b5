import { contain } from "../../article/contain.ts";
import { logThrown } from "../log.ts";
import { NO_STORE } from "./no-store.ts";

/**
 * Values as lines of JSON, made as they are asked for: neither side is ever held whole.
 *
 * @param batches the values of one chunk each
 */
export function ndjsonStream(batches: AsyncGenerator<unknown[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await contain(
        () => batches.next(),
        (fault) => {
          // The answer has begun: that it ends amid a line is all that its reader can be told.
          logThrown("answer broken off", fault);
          throw fault;
        },
      );
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map((one) => `${JSON.stringify(one)}\n`).join("")));
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
}

export const ndjson = (lines: ReadableStream<Uint8Array>): Response =>
  new Response(lines, { headers: { "content-type": "application/x-ndjson; charset=utf-8", ...NO_STORE } });
