import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

/**
 * Shows a form that makes or uses a passkey, where the browser has such. It asks the service what is to be signed, lets the device sign
 * it, and sends the answer as the form's own: the page that follows is the service's.
 */
export function startPasskeys(form: HTMLFormElement): void {
  const { options, passkey } = form.dataset;
  const answer = form.elements.namedItem("answer");
  if (!browserSupportsWebAuthn() || options === undefined || !(answer instanceof HTMLInputElement)) return;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    tell(form, "");
    try {
      const asked = await ask(form, options);
      const signed = await (passkey === "make"
        ? startRegistration({ optionsJSON: asked as PublicKeyCredentialCreationOptionsJSON })
        : startAuthentication({ optionsJSON: asked as PublicKeyCredentialRequestOptionsJSON }));
      answer.value = JSON.stringify(signed);
      form.submit();
    } catch (error) {
      tell(form, wordsFor(error));
    }
  });
}

async function ask(form: HTMLFormElement, address: string): Promise<unknown> {
  const token = form.elements.namedItem("form_token");
  const body = new URLSearchParams(token instanceof HTMLInputElement ? { form_token: token.value } : {});
  const response = await fetch(address, { method: "POST", body });
  if (!response.ok || !response.headers.get("content-type")?.startsWith("application/json"))
    throw new Error(`The service answered ${response.status}: load the page again.`);
  return response.json();
}

function tell(form: HTMLFormElement, words: string): void {
  const status = form.querySelector("[data-passkey-status]");
  if (status) status.textContent = words;
}

/** A browser does not say whether somebody changed their mind, or has no passkey here (WebAuthn §14.5.2). */
function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return "That did not work.";
  if (error.name === "NotAllowedError") return "No passkey was used. Try again, or sign in with your password.";
  if (error.name === "InvalidStateError") return "This device has a passkey of yours already.";
  return error.message;
}
