import type { KnownArticles, NewRevision, StoredMember } from "../store/articles.ts";

/** What a dry run has decided so far, which stands before the store: what comes later is decided as if it were stored. */
export class DryRun {
  /** In the order in which their last revisions would be stored. */
  readonly #decided = new Map<string, StoredMember>();

  /** The articles of which the store has an older state. */
  get ids(): string[] {
    return [...this.#decided.keys()];
  }

  /**
   * What would be known.
   *
   * @param stored what the store says, of holders without those that are decided here
   * @param inHand ids of the articles that are about to be decided
   */
  over(stored: KnownArticles, inHand: Iterable<string>): KnownArticles {
    const { known, owners, holders } = stored;
    const wanted = new Set(inHand);
    for (const [id, member] of this.#decided) {
      owners.set(member.entryId, id);
      const { url, status } = member.article;
      if (wanted.has(id)) known.set(id, member);
      // Of several, the store names the one that was stored first.
      else if (status !== "canceled" && !holders.has(url)) holders.set(url, id);
    }
    return stored;
  }

  note(revisions: NewRevision[]): void {
    for (const { article, entryId, revision, dates, memberships } of revisions) {
      const feeds = memberships.map(({ feed }) => feed);
      const unshown = !dates.public && (this.#decided.get(article.id)?.unshown ?? true);
      this.#decided.delete(article.id);
      this.#decided.set(article.id, { article, entryId, revision, dates, feeds, unshown });
    }
  }
}
