import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Register } from "../../bot/domain/register.ts";
import { EMPTY_REGISTER } from "../../bot/registerFormat/accept.ts";
import { changesBetween, type StoredRegister } from "../../bot/registerFormat/changes.ts";
import { registers } from "./registers.ts";

const HANK = { id: "hank", name: "Hank", aliases: [] };
const VEEN = { id: "veen", name: "Veen", aliases: ["Veense Put"] };

describe("the changes from one register to another", () => {
  it("are new rows, different rows with the version that was read, and rows that are gone", () => {
    const wanted = {
      ...EMPTY_REGISTER,
      kernen: new Map([HANK, { ...VEEN, aliases: [] }].map((kern) => [kern.id, kern])),
    };
    const stored = storedAs(
      {
        ...EMPTY_REGISTER,
        kernen: new Map([
          ["veen", VEEN],
          ["uppel", { ...HANK, id: "uppel" }],
        ]),
      },
      3,
    );
    expect(changesBetween(stored, wanted)).toEqual({
      changes: [
        { collection: "kern", id: "hank", expect: 0, row: HANK },
        { collection: "kern", id: "veen", expect: 3, row: { ...VEEN, aliases: [] } },
        { collection: "kern", id: "uppel", expect: 3, row: null },
      ],
      added: 1,
      changed: 1,
      removed: 1,
    });
  });

  it("are none when the registers are the same, whatever the order of the fields", () => {
    fc.assert(
      fc.property(registers, (register) => {
        const turned = Object.entries(register).map(([key, rows]: [string, ReadonlyMap<string, object>]) => [
          key,
          new Map([...rows].map(([id, row]) => [id, Object.fromEntries(Object.entries(row).toReversed())])),
        ]);
        const { changes } = changesBetween(storedAs(Object.fromEntries(turned) as Register, 1), register);
        expect(changes).toEqual([]);
      }),
    );
  });

  it("name every row once", () => {
    fc.assert(
      fc.property(registers, registers, (before, after) => {
        const { changes, added, changed, removed } = changesBetween(storedAs(before, 1), after);
        expect(new Set(changes.map(({ collection, id }) => `${collection} ${id}`)).size).toBe(changes.length);
        expect(added + changed + removed).toBe(changes.length);
      }),
    );
  });
});

function storedAs(register: Register, version: number): StoredRegister {
  const parts = Object.entries(register).map(([key, rows]: [string, ReadonlyMap<string, object>]) => [
    key,
    [...rows.values()].map((row) => ({ version, row })),
  ]);
  return Object.fromEntries(parts) as StoredRegister;
}
