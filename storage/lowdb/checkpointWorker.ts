import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { mergeSnapshot, type MergeOrder } from "./merge.ts";

// Its own thread: reading, merging and writing a large snapshot must not hold up the one that answers people. On
// Linux a priority belongs to the thread that sets it; elsewhere this would slow down the whole process.
if (process.platform === "linux") setPriority(10);
parentPort?.postMessage(await mergeSnapshot(workerData as MergeOrder));
