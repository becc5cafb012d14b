import { openEmbeddedStore } from "../../storage/lowdb/open.ts";

/* A process that opens a store and keeps it: storeHolder.ts <folder>. Prints "open", or why it was refused. */
const [folder = ""] = process.argv.slice(2);
try {
  await openEmbeddedStore(folder);
  process.stdout.write("open\n");
  process.stdin.resume();
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
}
