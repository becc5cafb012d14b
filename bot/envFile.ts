import { existsSync } from "node:fs";

/** Reads settings from `.env` in the folder somebody works in, when it is there; what is set already stays as it is. */
export function readEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}
