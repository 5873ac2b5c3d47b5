import type { FC } from "hono/jsx";

/** The HTML of a component. */
export const render = <Props>(component: FC<Props>, props: Props): string => String(component(props) ?? "");
