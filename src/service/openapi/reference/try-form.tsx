import type { FC } from "hono/jsx";
import type { ListedOperation } from "../operations.ts";
import { bodyOfOperation, exampleOf } from "./curl.ts";

/** Operations whose effect stays, and what they are called on the button. */
const LASTING = { GET: "Ask", POST: "Send", PUT: "Send", PATCH: "Send", DELETE: "Send" } as const;

/**
 * A form that sends the operation's request as it is filled in. It needs the page's script, which shows it: without that there are the
 * lines for a shell.
 */
export const TryForm: FC<{ listed: ListedOperation }> = ({ listed }) => {
  const { method, path, operation } = listed;
  const { operationId, parameters = [] } = operation;
  const body = bodyOfOperation(listed);
  return (
    <details class="try" hidden data-try>
      <summary>Try it</summary>
      <form data-method={method} data-path={path} autocomplete="off">
        {parameters.map((one) => {
          const id = `${operationId}-${one.in}-${one.name}`;
          const example = exampleOf(one);
          return (
            <p>
              <label for={id}>
                {one.name}
                {one.required ? " (needed)" : ""}
              </label>
              <input
                id={id}
                name={one.name}
                data-in={one.in}
                required={one.required}
                value={one.in === "path" ? example : undefined}
                placeholder={one.in === "path" ? undefined : example}
                spellcheck={false}
              />
            </p>
          );
        })}
        {body === undefined ? null : (
          <p>
            <label for={`${operationId}-body`}>The body, {body.type}</label>
            <textarea id={`${operationId}-body`} name="body" data-type={body.type} rows={8} spellcheck={false}>
              {body.example ?? ""}
            </textarea>
          </p>
        )}
        <p>
          <button type="submit">{LASTING[method as keyof typeof LASTING] ?? "Send"}</button>
          {method === "GET" ? null : <span class="meta"> It is done for real.</span>}
        </p>
        <output aria-live="polite" />
      </form>
    </details>
  );
};
