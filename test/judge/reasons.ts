/** Why the proofreader differs from the W3C validator where it does, by test case. */
export const REASONS: Record<string, string> = {
  "atom/6.1/invalid-namespace.xml":
    "a prefix that is not declared is told, and nothing behind it: no reader gets to the namespace's own URI, which is no tag URI either",
  "atom/should/content_contains_base64_script.xml": "HTML in base64 is not unpacked: no reader that is known shows it",
};
