import { open } from "node:fs/promises";
import { join } from "node:path";

const BLOCK = 4 << 20;

/** Copies one file of a store into a new file of another folder; resolves once the copy is on disk. */
export async function copyDurably(from: string, to: string, name: string): Promise<void> {
  const source = await open(join(from, name), "r");
  try {
    const target = await open(join(to, name), "wx");
    try {
      const block = Buffer.allocUnsafe(BLOCK);
      for (;;) {
        const { bytesRead } = await source.read(block, 0, BLOCK);
        if (bytesRead === 0) break;
        await target.writeFile(block.subarray(0, bytesRead));
      }
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
