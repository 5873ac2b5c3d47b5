import { readSigningKey, type SigningKey, type Statement } from "../../src/partner/statement.ts";

/** The private key of RFC 8037 Appendix A.1, in PKCS #8. */
export const RFC_8037_KEY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

/** Another one's key. */
export const OTHER_KEY = "MC4CAQAwBQYDK2VwBCIEIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

export async function signingKey(pkcs8: string = RFC_8037_KEY): Promise<SigningKey> {
  const key = await readSigningKey(pkcs8);
  if (!key) throw new Error("no key");
  return key;
}

export const STATEMENT: Statement = {
  article: 'l’été "2026" \u{1F600}',
  revisions: [
    {
      revision: 2,
      stored_at: "2026-03-01T08:00:00.120Z",
      deliveries: [
        {
          partner: "radio",
          feed: "radio",
          what: "retracted",
          edition: 7,
          published_at: "2026-03-01T08:00:05Z",
          state: "received",
          received: { at: "2026-03-01T08:05:00Z", edition: 8, key: "0123456789ab", status: 226, format: "atom" },
          last_polled_at: undefined,
          outdated: [{ at: "2026-03-01T08:00:06Z", edition: 6, key: "0123456789ab" }],
        },
      ],
    },
  ],
  complete: true,
  waiting: [],
  issuer: "The Test Gazette",
  issued_at: "2026-03-02T00:00:00.000Z",
  url: "https://feeds.example/api/articles/l%E2%80%99%C3%A9t%C3%A9/receipts",
};

/** `STATEMENT` signed by code of our own, with WebCrypto alone: Ed25519 has no chance in it (RFC 8032 §5.1.6). */
export const JWS =
  "eyJhbGciOiJFZERTQSIsImtpZCI6ImtQcktfcW14VldhWVZBOXd3QkY2SXVvM3ZWeno3VHhIQ1R3WEJ5Z3JTNGsifQ.._aEpH8cbGaDZ8SBZ7d7Vbw-yoRfgEhB8bdnC-4kVVyTC4uSdu8hCUq8D9bep4sosPyZBNO0jpMUrHlnn8bVWAA";
