/**
 * As much of Node as every home has (`nodejs_compat` on Cloudflare), and as the service and the pure folders use. Node's own
 * types are left out here, so that nothing else of it is used by accident.
 */

declare module "node:crypto" {
  interface Hash {
    update(data: string | Uint8Array): Hash;
    digest(encoding: "hex" | "base64" | "base64url"): string;
    digest(): Uint8Array<ArrayBuffer>;
  }
  export function createHash(algorithm: "sha256"): Hash;
  export function createHmac(algorithm: "sha256" | "sha1", key: string | Uint8Array): Hash;
  export function randomBytes(size: number): Buffer;
  /** @throws where the lengths differ */
  export function timingSafeEqual(a: Uint8Array, b: Uint8Array): boolean;
  export function scrypt(
    password: string,
    salt: Uint8Array,
    length: number,
    options: { N: number; r: number; p: number },
    done: (error: Error | null, key: Buffer) => void,
  ): void;
}

declare module "node:zlib" {
  type Done = (error: Error | null, result: Buffer) => void;
  export function gzip(data: string | Uint8Array, options: { level: number }, done: Done): void;
  export function gunzipSync(data: Uint8Array): Buffer;
  export function brotliDecompressSync(data: Uint8Array): Buffer;
  export function brotliCompress(
    data: string | Uint8Array,
    options: { params: Record<number, number> },
    done: Done,
  ): void;
  export function crc32(data: Uint8Array): number;
  export const constants: Record<"BROTLI_PARAM_QUALITY" | "BROTLI_PARAM_MODE" | "BROTLI_MODE_TEXT", number>;
}

declare module "node:util" {
  export function isDeepStrictEqual(a: unknown, b: unknown): boolean;
  /** @returns the function as one that gives a promise instead of calling back */
  export function promisify<Data, Options, Result>(
    compress: (data: Data, options: Options, done: (error: Error | null, result: Result) => void) => void,
  ): (data: Data, options: Options) => Promise<Result>;
}

type BufferEncoding = "utf8" | "hex" | "base64" | "base64url";

interface Buffer extends Uint8Array<ArrayBuffer> {
  toString(encoding?: BufferEncoding): string;
}

declare const Buffer: {
  from(text: string, encoding?: BufferEncoding): Buffer;
  from(bytes: Uint8Array | ArrayBuffer): Buffer;
  byteLength(text: string, encoding?: BufferEncoding): number;
};
