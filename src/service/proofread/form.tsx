import type { FC } from "hono/jsx";
import { MAX_URL } from "../../article/limits.ts";
import { MAX_FEEDS_OF_PAGE } from "./limits.ts";

interface FormProps {
  path(rest?: string): string;
  /** Undefined: the form takes files, too. */
  formToken?: string;
  /** What was written into it last. */
  url?: string;
  /** Why there is no report. */
  wrong?: string;
  /** For how long reports are kept. */
  keep: string;
  /** How much it takes, as a sentence. */
  takes: string;
}

/** A form that takes an address, a text or a file. */
export const ProofreadForm: FC<FormProps> = ({ path, formToken, url, wrong, keep, takes }) => (
  <div class="proofreader">
    <h1>Proofread a feed</h1>
    <p class="dek">
      RSS, Atom or JSON Feed, against their specifications and against what readers make of them. Of a home page, the
      first {MAX_FEEDS_OF_PAGE} feeds that it leads to.
    </p>
    {wrong === undefined ? null : (
      <p class="wrong" role="alert">
        {wrong}
      </p>
    )}
    <form method="post" action={path()} enctype={formToken === undefined ? "multipart/form-data" : undefined}>
      {formToken === undefined ? null : <input type="hidden" name="form_token" value={formToken} />}
      <p>
        <label for="url">Address of a feed or of a home page</label>
        <input
          id="url"
          name="url"
          inputmode="url"
          autocomplete="url"
          maxlength={MAX_URL}
          placeholder="https://"
          value={url}
        />
      </p>
      <p>
        <label for="text">Or the document itself</label>
        <textarea id="text" name="text" rows={8} dir="auto" spellcheck={false} />
      </p>
      {formToken === undefined ? (
        <p>
          <label for="file">Or a file</label>
          <input id="file" name="file" type="file" />
        </p>
      ) : null}
      <button type="submit">Proofread</button>
    </form>
    <p class="meta">
      The report gets an address of its own, by which everybody who has it can read it, with the places of the document
      that it is about. It is listed nowhere, and kept for {keep}. {takes}
    </p>
    <p>
      <a href={path("/rules")}>All rules</a>
    </p>
  </div>
);
