export interface WakeEnv {
  PUBLISH_QUEUE: Queue;
}

/** Wakes the publisher. What is stale stands in the store: where the message is lost, the sweep finds it. */
export async function wakePublisher(env: WakeEnv): Promise<void> {
  try {
    await env.PUBLISH_QUEUE.send({});
  } catch (error) {
    console.error(JSON.stringify({ event: "wake failed", error: String(error) }));
  }
}
