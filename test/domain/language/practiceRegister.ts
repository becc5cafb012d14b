import type { Register } from "../../../bot/domain/register.ts";
import { PRACTICE_MUNICIPALITY } from "../../../bot/openStore.ts";
import { EMPTY_REGISTER } from "../../../bot/registerFormat/accept.ts";
import { readRegister } from "../../../bot/registerFormat/files.ts";

const read = await readRegister(PRACTICE_MUNICIPALITY);

/** The practice municipality as it ships. */
export function practiceRegister(): Register {
  if (read.kind !== "accepted") throw new Error("the practice municipality is not a valid register");
  return read.register;
}

/** A register in which nothing is known. */
export function emptyRegister(): Register {
  return EMPTY_REGISTER;
}
