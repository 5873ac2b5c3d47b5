/** Characters that are shown: a whole export would stop the browser. */
const MOST_SHOWN = 200_000;

/** Headers that tell something of an answer. */
const TELLING = [
  "content-type",
  "etag",
  "last-modified",
  "location",
  "allow",
  "retry-after",
  "cache-control",
  "www-authenticate",
];

/** Shows an answer: its status, its headers and its body, JSON set out in lines. */
export async function showAnswer(output: HTMLElement, answer: Response, milliseconds: number): Promise<void> {
  const text = await answer.text();
  const status = element("p", `status ${answer.ok ? "good" : "bad"}`);
  status.textContent =
    answer.type === "opaqueredirect"
      ? "It leads elsewhere, which browsers do not tell."
      : `${answer.status} ${answer.statusText} · ${Math.round(milliseconds)} ms`;
  const headers = element("pre");
  headers.textContent = TELLING.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [`${name}: ${value}`];
  }).join("\n");
  const body = element("pre");
  body.tabIndex = 0;
  body.textContent = setOut(text, answer.headers.get("content-type") ?? "");
  output.replaceChildren(status, ...(headers.textContent ? [headers] : []), ...(text === "" ? [] : [body]));
}

/** Says that there was no answer. */
export function showFault(output: HTMLElement, why: string): void {
  const status = element("p", "status bad");
  status.textContent = `There was no answer: ${why}`;
  output.replaceChildren(status);
}

function setOut(text: string, type: string): string {
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/.test(type);
  const whole = isJson ? jsonSetOut(text) : text;
  return whole.length > MOST_SHOWN
    ? `${whole.slice(0, MOST_SHOWN)}\n… and ${whole.length - MOST_SHOWN} characters more.`
    : whole;
}

function jsonSetOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function element(name: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
