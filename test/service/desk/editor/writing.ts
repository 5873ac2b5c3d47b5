import { type DefaultTreeAdapterTypes, parse } from "parse5";
import type { Browser } from "../browser.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** The fields that a browser would send of the form of a page with this id, or of the page's first form to an address with this in it. */
export function fieldsOfForm(html: string, form = "story"): Record<string, string> {
  const all = elementsIn(parse(html));
  const found = all.find(
    (one) =>
      one.tagName === "form" && (attribute(one, "id") === form || (attribute(one, "action") ?? "").includes(form)),
  );
  if (!found) throw new Error(`no form "${form}" in ${html.slice(0, 3_000)}`);
  const fields: Record<string, string> = {};
  for (const one of elementsIn(found)) {
    const name = attribute(one, "name");
    const type = attribute(one, "type");
    if (name === undefined || attribute(one, "form") !== undefined || one.tagName === "button") continue;
    if ((type === "checkbox" || type === "radio") && attribute(one, "checked") === undefined) continue;
    const value = sentBy(one);
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

function sentBy(one: Element): string | undefined {
  if (one.tagName === "input") return attribute(one, "value") ?? "";
  if (one.tagName === "textarea") return textOf(one);
  if (one.tagName !== "select") return undefined;
  const options = elementsIn(one).filter(({ tagName }) => tagName === "option");
  const chosen = options.find((option) => attribute(option, "selected") !== undefined) ?? options[0];
  return chosen && (attribute(chosen, "value") ?? textOf(chosen));
}

const attribute = (one: Element, name: string): string | undefined =>
  one.attrs.find((attr) => attr.name === name)?.value;

/** What stands in a template is no part of the page. */
const elementsIn = (node: Node): Element[] =>
  "childNodes" in node
    ? node.childNodes.flatMap((child) => ("tagName" in child ? [child, ...elementsIn(child)] : []))
    : [];

const textOf = (node: Node): string =>
  "childNodes" in node ? node.childNodes.map((child) => ("value" in child ? child.value : textOf(child))).join("") : "";

/** A window of a browser in which a draft is open: what it sends is what it has loaded, and what was typed since. */
export class Window {
  readonly #desk: Browser;
  readonly path: string;
  fields: Record<string, string>;

  private constructor(desk: Browser, path: string, fields: Record<string, string>) {
    this.#desk = desk;
    this.path = path;
    this.fields = fields;
  }

  /** Opens what an address leads to: a draft, `/desk/articles/new` or an article's `/edit`. */
  static async open(desk: Browser, address: string): Promise<Window> {
    const path = address.includes("/drafts/") ? address : ((await desk.get(address)).headers.get("location") ?? "");
    return new Window(desk, path.replace(/\?.*/, ""), fieldsOfForm(await desk.page(path)));
  }

  type(fields: Record<string, string>): this {
    Object.assign(this.fields, fields);
    return this;
  }

  send(action: string, more: Record<string, string> = {}): Promise<Response> {
    return this.#desk.post(`${this.path}/${action}`, { ...this.fields, ...more });
  }

  async reload(): Promise<string> {
    const html = await this.#desk.page(this.path);
    this.fields = fieldsOfForm(html);
    return html;
  }

  /** Saves as the script does, and goes on from there. */
  async autosave(): Promise<{ status: number; body: Record<string, unknown> }> {
    const answer = await this.send("autosave");
    const body = (await answer.json()) as Record<string, unknown>;
    if (answer.status === 200) this.fields.draft_version = String(body.version);
    return { status: answer.status, body };
  }
}
