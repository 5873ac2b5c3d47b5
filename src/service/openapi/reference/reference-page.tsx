import type { FC } from "hono/jsx";
import type { Site } from "../../../feed/definition.ts";
import { sitePath } from "../../pages/frame/addresses.ts";
import { Page } from "../../pages/frame/layout.tsx";
import type { OpenApiDocument } from "../document.ts";
import { type JsonSchema, type ListedOperation, operationsIn } from "../operations.ts";
import { Marked, MarkedBlocks } from "./marked.tsx";
import { OperationSection } from "./operation-section.tsx";
import { REFERENCE_STYLE_FILE } from "./reference-style.ts";
import { SchemaFields, ValueKind } from "./schema-fields.tsx";

interface ReferenceProps {
  site: Site;
  document: OpenApiDocument;
  /** The path of the page's script; null: there is none. */
  script: string | null;
}

/** `/api`: everything that the service answers, to read without any script, and with one to try. */
export const ReferencePage: FC<ReferenceProps> = ({ site, document, script }) => {
  const parts = partsOf(document);
  const { token } = document.components.securitySchemes as Record<string, { description: string }>;
  return (
    <Page
      site={site}
      title={`API · ${site.title}`}
      head={
        <>
          <link rel="stylesheet" href={sitePath(site, `/api/${REFERENCE_STYLE_FILE}`)} />
          <link rel="service-desc" type="application/json" href={sitePath(site, "/api/openapi.json")} />
          {script === null ? null : <script type="module" src={script} />}
        </>
      }
    >
      <div class="reference">
        <nav class="contents" aria-label="Operations">
          <details open data-fold-on-phones>
            <summary>Contents</summary>
            {parts.map(({ name, operations }) => (
              <>
                <h2>
                  <a href={`#${name}`}>{name}</a>
                </h2>
                <ul>
                  {operations.map(({ operation }) => (
                    <li>
                      <a href={`#${operation.operationId}`}>
                        <Marked text={operation.summary} />
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            ))}
            <h2>
              <a href="#schemas">What bodies are made of</a>
            </h2>
          </details>
        </nav>
        <div class="told">
          <h1>The API</h1>
          <div class="dek">
            <MarkedBlocks text={document.info.description ?? ""} />
          </div>
          <p>
            For machines the same is at <a href={sitePath(site, "/api/openapi.json")}>openapi.json</a> (OpenAPI 3.1).
          </p>
          <section aria-labelledby="tokens">
            <h2 id="tokens">Tokens and keys</h2>
            <MarkedBlocks text={token?.description ?? ""} />
            <form class="token" hidden data-token autocomplete="off">
              <label for="token">Token or key, for what you try on this page</label>
              <input id="token" name="token" type="password" autocomplete="off" spellcheck={false} />
              <p class="meta">It stays in this page, and is gone with it.</p>
            </form>
          </section>
          {parts.map(({ name, description, operations }) => (
            <section aria-labelledby={name}>
              <h2 id={name}>{name}</h2>
              <p class="dek">{description}</p>
              {operations.map((listed) => (
                <OperationSection listed={listed} base={site.base} />
              ))}
            </section>
          ))}
          <section aria-labelledby="schemas">
            <h2 id="schemas">What bodies are made of</h2>
            {Object.entries((document.components.schemas ?? {}) as Record<string, JsonSchema>).map(([name, schema]) => (
              <section class="schema" id={`schema-${name}`}>
                <h3>{name}</h3>
                {schema.description === undefined ? null : (
                  <p>
                    <Marked text={schema.description} />
                  </p>
                )}
                {schema.properties || schema.anyOf || schema.oneOf ? (
                  <SchemaFields schema={schema} />
                ) : (
                  <ValueKind schema={schema} />
                )}
              </section>
            ))}
          </section>
        </div>
      </div>
    </Page>
  );
};

interface ShownPart {
  name: string;
  description: string;
  operations: ListedOperation[];
}

/** The parts that have an operation, in the description's order, the shorter paths first. */
function partsOf(document: OpenApiDocument): ShownPart[] {
  const byPart = Map.groupBy(operationsIn(document), ({ operation }) => operation.tags[0]);
  return (document.tags ?? []).flatMap(({ name, description = "" }) => {
    const operations = byPart.get(name);
    return operations ? [{ name, description, operations }] : [];
  });
}
