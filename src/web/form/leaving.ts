/** Asks before a page is left that holds what the desk does not have yet. */
export function warnOfLeaving(): void {
  addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-unsaved]")) event.preventDefault();
  });
}
