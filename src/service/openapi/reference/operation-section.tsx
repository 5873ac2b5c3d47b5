import type { FC } from "hono/jsx";
import type { ListedOperation, ShownParameter } from "../operations.ts";
import { curlOf } from "./curl.ts";
import { Marked, MarkedBlocks } from "./marked.tsx";
import { SchemaFields, ValueKind } from "./schema-fields.tsx";
import { boundsOf } from "./schema-words.ts";
import { TryForm } from "./try-form.tsx";

/** Where a parameter stands, for people. */
const PLACES = { path: "in the path", query: "in the query", header: "a header" };

/** One operation: what it does, asks for and answers, how a shell asks for it, and a form to try it. */
export const OperationSection: FC<{ listed: ListedOperation; base: string }> = ({ listed, base }) => {
  const { method, path, operation } = listed;
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  return (
    <section class="operation" id={operationId}>
      <h3>
        <a href={`#${operationId}`}>
          <Marked text={summary} />
        </a>
      </h3>
      <p class="where">
        <b class={`method ${method.toLowerCase()}`}>{method}</b> <code>{path}</code>
      </p>
      {description === undefined ? null : <MarkedBlocks text={description} />}
      {parameters.length === 0 ? null : (
        <>
          <h4>It is told</h4>
          <ul class="fields">
            {parameters.map((one) => (
              <ParameterItem parameter={one} />
            ))}
          </ul>
        </>
      )}
      {requestBody === undefined ? null : (
        <>
          <h4>Its body</h4>
          {Object.entries(requestBody.content).map(([type, { schema, example }]) => (
            <div class="body">
              <p>
                <code>{type}</code> <ValueKind schema={schema} />
              </p>
              <SchemaFields schema={schema} />
              {example === undefined ? null : <Example value={example} />}
            </div>
          ))}
        </>
      )}
      <h4>It answers</h4>
      <dl class="answers">
        {Object.entries(responses).map(([status, answer]) => (
          <>
            <dt class={/^[23]/.test(status) ? "well" : "ill"}>{status}</dt>
            <dd>
              <Marked text={answer.description} />
              {Object.entries(answer.content ?? {}).map(([type, { schema, example }]) => (
                <>
                  <span class="type">
                    <code>{type}</code> <ValueKind schema={schema} />
                  </span>
                  {example === undefined ? null : <Example value={example} />}
                </>
              ))}
              {answer.headers === undefined ? null : (
                <span class="type">with {Object.keys(answer.headers).join(", ")}</span>
              )}
            </dd>
          </>
        ))}
      </dl>
      <h4>From a shell</h4>
      <pre class="shell" tabindex={0}>
        {curlOf(listed, base)}
      </pre>
      <TryForm listed={listed} />
    </section>
  );
};

const ParameterItem: FC<{ parameter: ShownParameter }> = ({ parameter }) => (
  <li>
    <code>{parameter.name}</code> <ValueKind schema={parameter.schema} />{" "}
    <span class="bound">{PLACES[parameter.in]}</span>
    {parameter.required ? <b> needed</b> : null}
    {boundsOf(parameter.schema).map((bound) => (
      <span class="bound">{bound}</span>
    ))}
    {parameter.description === undefined ? null : (
      <p>
        <Marked text={parameter.description} />
      </p>
    )}
  </li>
);

const Example: FC<{ value: unknown }> = ({ value }) => (
  <details>
    <summary>An example</summary>
    <pre class="shell" tabindex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  </details>
);
