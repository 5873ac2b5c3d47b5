import { here } from "../../homes/here.ts";

/** A subscription as the store has it. */
export interface StoredSubscription {
  id: number;
  feed: string;
  format: string;
  callback: string;
  host: string;
  partner: string | null;
  key_id: string | null;
  secret: string | null;
  algorithm: string;
  wants_delta: number;
  verified_at: number;
  lease_until: number;
  ended_at: number | null;
  end_reason: string | null;
  acknowledged: number;
  wanted: number;
  due_at: number | null;
  attempts: number;
}

export const subscriptions = async (): Promise<StoredSubscription[]> =>
  (await here.db.prepare("SELECT * FROM subscription ORDER BY id").all<StoredSubscription>()).results;

export const pendingRequests = async (): Promise<{ mode: string; feed: string; callback: string }[]> =>
  (
    await here.db
      .prepare("SELECT mode, feed, callback FROM subscription_request ORDER BY id")
      .all<{ mode: string; feed: string; callback: string }>()
  ).results;

/** Runs a statement that sets the scene. */
export const setScene = async (sql: string, ...values: (string | number | null)[]): Promise<void> =>
  void (await here.db
    .prepare(sql)
    .bind(...values)
    .run());
