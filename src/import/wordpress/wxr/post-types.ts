import type { XmlElement } from "../../feeds/xml.ts";
import type { Skip } from "../../source-reading.ts";
import { fieldOf } from "./wxr-file.ts";

/** Chooses what is read of an export, and counts what is not: a site has more pictures than stories. */
export class PostTypes {
  readonly #taken: Set<string>;
  readonly #left = new Map<string, number>();
  #unsaved = 0;

  /** @param asked the types that are read beside posts */
  constructor(asked: string[]) {
    this.#taken = new Set(["post", ...asked]);
  }

  /** Whether an item is read. */
  take(item: XmlElement): boolean {
    const type = fieldOf(item, "wp:post_type") ?? "post";
    const isUnsaved = fieldOf(item, "wp:status") === "auto-draft" && fieldOf(item, "content:encoded") === undefined;
    if (this.#taken.has(type) && !isUnsaved) return true;
    if (this.#taken.has(type)) this.#unsaved += 1;
    else this.#left.set(type, (this.#left.get(type) ?? 0) + 1);
    return false;
  }

  /** What was not read, a line for each type. */
  skips(): Skip[] {
    const left = [...this.#left].map(
      ([type, count]): Skip => ({ where: `${type} ×${count}`, reason: reasonFor(type), isNoStory: true }),
    );
    return this.#unsaved === 0
      ? left
      : [
          ...left,
          { where: `auto-draft ×${this.#unsaved}`, reason: "nobody saved it, and it is empty", isNoStory: true },
        ];
  }
}

function reasonFor(type: string): string {
  if (type === "attachment") return "files of the library: they go where stories show them";
  if (type === "page") return "pages are left out: --pages takes them";
  return NO_STORIES.has(type) || /^(wp|acf|elementor|jetpack|shop)[-_]/.test(type)
    ? "WordPress or a plugin keeps its own there, and no stories"
    : `another kind of post, left out: --post-type ${type} takes them`;
}

/** WordPress's own types that hold no story, and those of common plugins. */
const NO_STORIES = new Set(
  (
    "revision nav_menu_item custom_css customize_changeset oembed_cache user_request guest-author feedback " +
    "wpcf7_contact_form scheduled-action mc4wp-form jp_pay_order jp_pay_product tablepress_table amp_validated_url"
  ).split(" "),
);
