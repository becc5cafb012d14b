import type { Adapter } from "lowdb";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Schema } from "../migrations.ts";
import { checkpoint } from "./checkpoint.ts";
import type { Position } from "./frame.ts";
import { listFolder } from "./layout.ts";
import { load, type Loaded } from "./load.ts";
import type { Model } from "./model.ts";

export interface AdapterSettings {
  readonly folder: string;
  readonly schema: Schema;
  /** Replies are kept this long for repeated deliveries of the same command, in milliseconds. */
  readonly keepRepliesMs: number;
}

/**
 * lowdb's way to the data folder: `read` is snapshot and journal, `write` is a checkpoint.
 *
 * What is written is made from the files behind the sealed journal, not from the model in memory: commits go on
 * meanwhile, and a mistake in memory does not reach the snapshot.
 */
export class JournalAdapter implements Adapter<Model> {
  readonly #settings: AdapterSettings;
  #loaded: Loaded | undefined;
  #seal: (() => Promise<Position | undefined>) | undefined;
  #writing: Promise<void> | undefined;
  #snapshotBytes = 0;

  constructor(settings: AdapterSettings) {
    this.#settings = settings;
  }

  /** What `read` found. */
  get found(): Loaded {
    if (this.#loaded === undefined) throw new Error("nothing was read yet");
    return this.#loaded;
  }

  /** The checkpoint that is being made, if one is. */
  get writing(): Promise<void> | undefined {
    return this.#writing;
  }

  /** Size of the newest snapshot: what the next checkpoint has to read and write beside the journal. */
  get snapshotBytes(): number {
    return this.#snapshotBytes;
  }

  /** Says how to close the journal's current segment, once there is a journal. */
  sealWith(seal: () => Promise<Position | undefined>): void {
    this.#seal = seal;
  }

  async read(): Promise<Model> {
    this.#loaded = await load(this.#settings.folder, this.#settings.schema);
    await this.#weigh();
    return this.#loaded.model;
  }

  /** Makes a checkpoint. Never two at a time: who asks during one gets that one. */
  write(model: Model): Promise<void> {
    this.#writing ??= this.#write(model).finally(() => (this.#writing = undefined));
    return this.#writing;
  }

  async #write(model: Model): Promise<void> {
    const { folder, schema, keepRepliesMs } = this.#settings;
    const upTo = await this.#seal?.();
    if (upTo === undefined) throw new Error("the journal could not be sealed");
    // Counted from the last act, not from this machine's clock: whoever stamps the acts decides what time it is.
    const repliesFrom = new Date(Date.parse(model.lastActAt) - keepRepliesMs).toISOString();
    await checkpoint({ folder, upTo, schema: schema.version, repliesFrom });
    await this.#weigh();
    for (const [key, { at }] of model.replies) {
      // They stand in the order in which they were given: looking at all of them would hold up who is waiting now.
      if (at >= repliesFrom) break;
      model.replies.delete(key);
    }
  }

  async #weigh(): Promise<void> {
    const { folder } = this.#settings;
    const newest = (await listFolder(folder)).snapshots[0];
    this.#snapshotBytes = newest === undefined ? 0 : (await stat(join(folder, newest.name))).size;
  }
}
