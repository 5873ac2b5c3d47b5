import { escapeUTF8 } from "entities";
import type { Attached } from "../attached.ts";

/** A picture and what stands below it, as markup. `caption` is markup, too. */
export const figureMarkup = (inner: string, caption: string | undefined): string =>
  `<figure>${inner}${caption?.trim() ? `<figcaption>${caption.trim()}</figcaption>` : ""}</figure>`;

export const pictureMarkup = ({
  url,
  alt = "",
  width,
  height,
}: Pick<Attached, "url" | "alt" | "width" | "height">): string =>
  `<img src="${escapeUTF8(url)}" alt="${escapeUTF8(alt)}"${width && height ? ` width="${width}" height="${height}"` : ""}>`;

export const linkMarkup = (url: string, words?: string): string =>
  `<a href="${escapeUTF8(url)}">${words?.trim() || escapeUTF8(url)}</a>`;

export const playerMarkup = (kind: "audio" | "video", url: string, poster?: string): string =>
  `<${kind} controls src="${escapeUTF8(url)}"${poster ? ` poster="${escapeUTF8(poster)}"` : ""}></${kind}>`;
