import type { Transferable } from "node:worker_threads";

/** What a thread does for another one, by name. Arguments and results are copied (the structured clone algorithm). */
type Methods = Record<string, (...args: never[]) => unknown>;

interface CallMessage {
  call: number;
  name: string;
  args: unknown[];
}

/** `errcode`: of an error of SQLite's, which no copy of an error has. */
type AnswerMessage = { answer: number; value: unknown } | { answer: number; error: unknown; errcode: unknown };

/** A result of which parts are handed over rather than copied: streams cannot be copied. */
export class Transferred<Value> {
  readonly value: Value;
  readonly transfer: Transferable[];

  constructor(value: Value, transfer: Transferable[]) {
    this.value = value;
    this.transfer = transfer;
  }
}

type Result<Method> = Method extends (...args: never[]) => infer Returned
  ? Awaited<Returned> extends Transferred<infer Value>
    ? Value
    : Awaited<Returned>
  : never;

type Arguments<Method> = Method extends (...args: infer Args) => unknown ? Args : never;

/**
 * Calls a method of the thread at the other end of a port.
 *
 * @param transfer what of the arguments is handed over rather than copied
 * @throws what the method threw; of an error, its name, message, stack and `errcode` have come over
 */
export type Call<Other> = <Name extends keyof Other & string>(
  name: Name,
  args: Arguments<Other[Name]>,
  transfer?: Transferable[],
) => Promise<Result<Other[Name]>>;

/** One end of a way between two threads: a port, a worker as its maker sees it, or that one's `parentPort`. */
export interface Port {
  on(event: "message", listener: (message: CallMessage | AnswerMessage) => void): unknown;
  postMessage(message: unknown, transfer?: readonly Transferable[]): void;
}

/**
 * Answers the calls that come through a port, and makes calls through it: both threads may do both.
 *
 * @param own what the other thread may call; nothing else of it is
 */
export function talk<Other, Own = object>(port: Port, own?: Own): Call<Other> {
  const methods: Methods = { ...own };
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let calls = 0;

  port.on("message", (message) => {
    if ("call" in message) return void answer(message);
    const asked = waiting.get(message.answer);
    waiting.delete(message.answer);
    if ("error" in message) asked?.reject(withCode(message));
    else asked?.resolve(message.value);
  });

  async function answer({ call, name, args }: CallMessage): Promise<void> {
    try {
      const method = methods[name];
      if (!method) throw new Error(`this thread has no method ${name}`);
      const result = await method(...(args as never[]));
      const { value, transfer } = result instanceof Transferred ? result : { value: result, transfer: [] };
      port.postMessage({ answer: call, value }, transfer);
    } catch (error) {
      port.postMessage({ answer: call, error, errcode: (error as { errcode?: number } | null)?.errcode });
    }
  }

  return (name, args, transfer = []) => {
    const asked = Promise.withResolvers<unknown>();
    calls += 1;
    waiting.set(calls, asked);
    port.postMessage({ call: calls, name, args }, transfer);
    return asked.promise as Promise<never>;
  };
}

const withCode = ({ error, errcode }: { error: unknown; errcode: unknown }): unknown =>
  error instanceof Error && errcode !== undefined ? Object.assign(error, { errcode }) : error;
