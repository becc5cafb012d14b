import { openEmbeddedStore } from "../../storage/lowdb/open.ts";

/* Opens the store in a folder and says how long that took: storeStart.ts <folder>. */
const [folder = ""] = process.argv.slice(2);
const begun = performance.now();
const store = await openEmbeddedStore(folder);
const ms = performance.now() - begun;
const figures = { ms, rssMiB: process.memoryUsage.rss() / 2 ** 20 };
await store.close();
process.stdout.write(JSON.stringify(figures));
