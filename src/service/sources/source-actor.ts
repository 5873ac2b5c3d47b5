import type { Source } from "../../feed/source.ts";
import type { Actor } from "../../people/actor.ts";

/** A source, as the log names it. */
export const sourceActor = ({ name }: Source): Actor => ({ kind: "source", id: name, name });
