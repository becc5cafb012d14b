import { SCHEMA, type Schema } from "../migrations.ts";
import { fingerprintOfIndexes } from "./indexKeys.ts";

/** What this version of the code takes every row to be: instances that differ in it must not write side by side. */
export interface Shape {
  readonly schema: number;
  readonly indexes: string;
}

export function shapeOf(schema: Schema = SCHEMA): Shape {
  return { schema: schema.version, indexes: fingerprintOfIndexes() };
}
