import type { FC } from "hono/jsx";
import { reactionsTo } from "../../proofread/readers/views.ts";

/** What real readers did with a document that breaks a rule. */
export const ReaderReactions: FC<{ rule: string }> = ({ rule }) => {
  const reactions = reactionsTo(rule);
  return reactions.length === 0 ? null : (
    <>
      <p class="meta">What readers made of the rule's first example:</p>
      <ul class="bullets">
        {reactions.map(({ reader, does }) => (
          <li>
            {reader}: {does}
          </li>
        ))}
      </ul>
    </>
  );
};
