import type { FC } from "hono/jsx";
import type { EndpointFields as Fields } from "../../store/endpoints.ts";
import { ASKED_TYPES, EVENT_TYPES } from "../../webhooks/event-types.ts";
import { MAX_ENDPOINT_DESCRIPTION, MAX_ENDPOINT_URL } from "../../webhooks/limits.ts";

/** What a form says of a webhook. */
export const WebhookFields: FC<{ fields?: Fields }> = ({ fields }) => (
  <>
    <div class="field">
      <label for="url">URL</label>
      <input
        {...{ id: "url", name: "url", type: "url", required: true, maxlength: MAX_ENDPOINT_URL, value: fields?.url }}
        placeholder="https://cms.example/hooks"
        autocomplete="off"
      />
    </div>
    <div class="field narrow">
      <label for="description">What it is</label>
      <input
        {...{ id: "description", name: "description", maxlength: MAX_ENDPOINT_DESCRIPTION }}
        value={fields?.description}
        placeholder="Our CMS"
        autocomplete="off"
      />
    </div>
    <fieldset class="choices">
      <legend>It is told of</legend>
      {ASKED_TYPES.map((type) => (
        <label class="check">
          <input type="checkbox" name="type" value={type} checked={fields?.types.includes(type)} />
          <span>
            <code>{type}</code> {wordsOf(type)}
          </span>
        </label>
      ))}
    </fieldset>
  </>
);

const wordsOf = (type: string): string =>
  type in EVENT_TYPES
    ? EVENT_TYPES[type as keyof typeof EVENT_TYPES]
    : "All of these, and whatever is added to them later";

/** The same, as the form sends it. */
export const endpointFieldsOf = (form: URLSearchParams) => ({
  url: form.get("url") ?? "",
  description: form.get("description") ?? "",
  types: form.getAll("type"),
});
