/** Where an edition stands in the history of its feed. */
export interface EditionStamp {
  feed: string;
  number: number;
  /** When it was published. Milliseconds. */
  at: number;
}
