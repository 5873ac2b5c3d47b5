import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type Kind, kindOf } from "./addresses.ts";
import type { Answer } from "./edge-cache/answer.ts";
import { markersIn } from "./stories.ts";

/** What somebody asked for, that it may be asked for again. */
export interface Question {
  path: string;
  encoding: string;
}

/** The last answer with text of a story, after it had been taken back. */
export interface LastSight {
  kind: Kind;
  isFromCache: boolean;
  /** Milliseconds after the desk was told that it is taken back. */
  after: number;
}

export interface TakenBack {
  marker: string;
  at: number;
  /** By kind and where it came from. */
  sights: Map<string, LastSight>;
}

/** Searches whatever anybody is answered for the text of stories that were taken back. */
export class Watch {
  readonly taken = new Map<string, TakenBack>();
  /** By story's marker: every question that its text was ever an answer to. */
  readonly #questions = new Map<string, Map<string, Question>>();
  readonly #found = new WeakMap<Uint8Array, string[]>();
  /** By `Cf-Cache-Status`. */
  readonly answers = new Map<string, number>();

  /** From now on no answer may have its text. */
  takeBack(marker: string): void {
    this.taken.set(marker, { marker, at: Date.now(), sights: new Map() });
  }

  /** The markers of stories that were taken back after a time. */
  takenSince(time: number): string[] {
    return [...this.taken.values()].filter(({ at }) => at > time).map(({ marker }) => marker);
  }

  note(question: Question, { headers, body, from, cacheStatus }: Answer): void {
    this.answers.set(cacheStatus, (this.answers.get(cacheStatus) ?? 0) + 1);
    for (const marker of this.#search(body, headers)) {
      // Of what no cache keeps there is no copy that could live on.
      if (cacheStatus !== "BYPASS") this.#remember(marker, question);
      const taken = this.taken.get(marker);
      if (!taken) continue;
      const kind = kindOf(question.path);
      const isFromCache = !from.startsWith("isolate");
      taken.sights.set(`${kind} ${isFromCache}`, { kind, isFromCache, after: Date.now() - taken.at });
    }
  }

  /** All that a story's text was ever an answer to. */
  questionsOf(marker: string): Question[] {
    return [...(this.#questions.get(marker)?.values() ?? [])];
  }

  /** Whether text of a story that was taken back is in one of these. */
  isIn(copies: Iterable<{ body: Uint8Array; headers: Headers }>): boolean {
    for (const { body, headers } of copies)
      if (this.#search(body, headers).some((marker) => this.taken.has(marker))) return true;
    return false;
  }

  #remember(marker: string, question: Question): void {
    const asked = this.#questions.get(marker) ?? new Map<string, Question>();
    this.#questions.set(marker, asked.set(`${question.path} ${question.encoding}`, question));
  }

  #search(body: Uint8Array, headers: Headers): string[] {
    const known = this.#found.get(body);
    if (known) return known;
    const found = markersIn(new TextDecoder().decode(decoded(body, headers.get("content-encoding"))));
    this.#found.set(body, found);
    return found;
  }
}

function decoded(body: Uint8Array, coding: string | null): Uint8Array {
  if (body.byteLength === 0 || coding === null) return body;
  return coding === "br" ? brotliDecompressSync(body) : gunzipSync(body);
}
