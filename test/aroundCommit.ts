import type { Commit, CommitOutcome, Store } from "../storage/store.ts";

/** The same store, with something around each of its commits. */
export function aroundCommit(
  store: Store,
  around: (commit: () => Promise<CommitOutcome>) => Promise<CommitOutcome>,
): Store {
  return new Proxy(store, {
    get(target, name) {
      if (name === "commit") return (commit: Commit) => around(() => target.commit(commit));
      const value: unknown = Reflect.get(target, name);
      // Bound to the store itself: its private fields are not the proxy's.
      return typeof value === "function" ? (value.bind(target) as unknown) : value;
    },
  });
}
