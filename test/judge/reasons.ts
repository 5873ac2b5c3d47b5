/** Why the proofreader differs from the W3C validator where it does, by test case. */
export const REASONS: Record<string, string> = {};
