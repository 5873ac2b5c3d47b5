import type { FC } from "hono/jsx";

/** A secret on the only page that ever shows it: a key, or a link. */
export const ShownOnce: FC<{ id: "key" | "link"; value: string; back: string; backTo: string }> = ({
  id,
  value,
  back,
  backTo,
}) => (
  <>
    <code class="secret" id={id}>
      {value}
    </code>
    <p class="actions">
      <button type="button" data-copy={`#${id}`} hidden>
        Copy
      </button>
      <a class="action" href={back}>
        {backTo}
      </a>
    </p>
  </>
);
