import type { FC } from "hono/jsx";

/** What a family's feed is of, each label in its own direction: nobody knows the language of a name. */
export const ValueName: FC<{ labels: string[] }> = ({ labels }) => (
  <>
    {labels.map((label, index) => (
      <>
        {index === 0 ? null : ", "}
        <bdi>{label}</bdi>
      </>
    ))}
  </>
);
