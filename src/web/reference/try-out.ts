import { requestOf } from "./request-of.ts";
import { showAnswer, showFault } from "./show-answer.ts";

/** Sends what a form says, and shows what comes back. */
export async function tryOut(form: HTMLFormElement, token: string): Promise<void> {
  const output = form.querySelector("output");
  const button = form.querySelector("button");
  if (!output || button?.disabled) return;
  const { path, ...init } = requestOf(form, token);
  if (button) button.disabled = true;
  const began = performance.now();
  try {
    // The token alone says who asks: no session of the desk's goes with it.
    const answer = await fetch(path, { ...init, credentials: "omit", cache: "no-store", redirect: "manual" });
    await showAnswer(output, answer, performance.now() - began);
  } catch (error) {
    showFault(output, error instanceof Error ? error.message : String(error));
  } finally {
    if (button) button.disabled = false;
  }
}
