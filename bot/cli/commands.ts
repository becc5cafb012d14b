import { backupCommand } from "./backup.ts";
import type { Command } from "./command.ts";
import { doctorCommand } from "./doctor.ts";
import { exportCommand } from "./export.ts";
import { findCommand } from "./find.ts";
import { importCommand } from "./import.ts";
import { initCommand } from "./init.ts";
import { journalCommand } from "./journal.ts";
import { migrateStoreCommand } from "./migrateStore.ts";
import { outboxCommand } from "./outbox.ts";
import { packageCommand } from "./package.ts";
import { restoreCommand } from "./restore.ts";
import { verifyCommand } from "./verify.ts";

/** Every command of `kernwijzer`, in the order of its help. */
export const COMMANDS: readonly Command[] = [
  initCommand,
  importCommand,
  exportCommand,
  findCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  journalCommand,
  outboxCommand,
  migrateStoreCommand,
  packageCommand,
  doctorCommand,
];
