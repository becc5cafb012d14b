import { note, ok, wrong, type Check } from "./check.ts";

/** The first Node that runs TypeScript as it stands. */
const OLDEST_NODE = [22, 18] as const;

export function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldest, least] = OLDEST_NODE;
  const isNewEnough = major > oldest || (major === oldest && minor >= least);
  return isNewEnough
    ? ok("node", version)
    : wrong("node", `${version} cannot run TypeScript. Use Node ${OLDEST_NODE.join(".")} or newer.`);
}

const GIB = 1024 ** 3;
/** Below this the store will soon be refused a write; above the second nobody needs to look. In bytes. */
const TOO_LITTLE = GIB / 4;
const LITTLE = GIB;

/** `free`: bytes free for the store. */
export function diskCheck(folder: string, free: number): Check {
  const says = `${(free / GIB).toFixed(1)} GiB free at ${folder}`;
  if (free < TOO_LITTLE)
    return wrong("disk", `${says}: what people do can soon not be stored. Make room, or move the folder.`);
  if (free < LITTLE) return note("disk", `${says}. The journal only grows: make room.`);
  return ok("disk", says);
}
