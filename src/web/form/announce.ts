let line: HTMLElement | undefined;

/** Says something to who hears the page; nobody sees it. */
export function announce(text: string): void {
  if (!line) {
    line = document.createElement("div");
    line.className = "unseen";
    line.setAttribute("role", "status");
    document.body.append(line);
  }
  line.textContent = text;
}
