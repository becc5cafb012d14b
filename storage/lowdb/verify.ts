import type { Invariant } from "../../bot/domain/invariants.ts";
import { SCHEMA, type Schema } from "../migrations.ts";
import { allRowsOf, contentsOf, type Contents } from "./contents.ts";
import { isMissing, readHead } from "./head.ts";
import { listFolder, type SegmentName } from "./layout.ts";
import { readStoreId } from "./load.ts";
import { emptyModel, type Model } from "./model.ts";
import { readSnapshot } from "./readSnapshot.ts";
import { StoreRefused } from "../refused.ts";
import { replay } from "./replay.ts";

export interface VerifyReport {
  /** One sentence per problem; none when everything is as it was written. */
  readonly problems: readonly string[];
  /** Frames in the journal, from the first act on. */
  readonly frames: number;
  readonly contents: Contents | undefined;
}

/**
 * Checks a data folder or a backup from its first frame on, also while the product runs: every checksum, the
 * hash chain, that each snapshot holds exactly what the journal says, and the given rules over all rows. Reads
 * only. What it finds it reports; it throws only when the disk does.
 */
export async function verify(
  folder: string,
  invariants: readonly Invariant[] = [],
  schema: Schema = SCHEMA,
): Promise<VerifyReport> {
  try {
    return await verifyAll(folder, invariants, schema);
  } catch (error) {
    if (!(error instanceof StoreRefused)) throw error;
    return { problems: [error.message], frames: 0, contents: undefined };
  }
}

async function verifyAll(
  folder: string,
  invariants: readonly Invariant[],
  schema: Schema,
): Promise<VerifyReport> {
  const whole = emptyModel(await readStoreId(folder), 0);
  const head = await readHead(folder);
  const { segments, snapshots } = await listFolder(folder);
  await replay({ folder, segments, head, model: whole, schema });
  const problems: string[] = [];
  for (const { name } of snapshots) {
    const problem = await problemWith(folder, name, segments, whole, schema);
    if (problem !== undefined) problems.push(problem);
  }
  const rows = allRowsOf(whole);
  for (const invariant of invariants) problems.push(...invariant(rows));
  return { problems, frames: whole.position.lsn, contents: contentsOf(whole) };
}

/** Whether a snapshot, with the journal behind it, comes to the same as the whole journal. */
async function problemWith(
  folder: string,
  name: string,
  segments: readonly SegmentName[],
  whole: Model,
  schema: Schema,
): Promise<string | undefined> {
  const model = await readSnapshot(folder, name).catch((error: unknown) => {
    if (isMissing(error)) return undefined; // a checkpoint of the running product let go of it just now
    throw error;
  });
  if (model === undefined || typeof model === "string") return model;
  await replay({ folder, segments, head: undefined, model, schema, upTo: whole.position.lsn });
  const same = contentsOf(model).sha256 === contentsOf(whole).sha256;
  const repliesSame = [...model.replies].every(([key, { json }]) => whole.replies.get(key)?.json === json);
  return same && repliesSame ? undefined : `${name}: it holds something else than the journal says`;
}
