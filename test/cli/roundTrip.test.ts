import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Register } from "../../bot/domain/register.ts";
import { accept, EMPTY_REGISTER } from "../../bot/registerFormat/accept.ts";
import { readCsv, writeCsv } from "../../bot/registerFormat/csv.ts";
import type { Draft } from "../../bot/registerFormat/draft.ts";
import { protect, unprotect } from "../../bot/registerFormat/formula.ts";
import { readJson, writeJson } from "../../bot/registerFormat/json.ts";
import { joinList, splitList } from "../../bot/registerFormat/list.ts";
import { registers } from "./registers.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const fromCsv = (files: ReadonlyMap<string, string>) =>
  accepted(readCsv("register", new Map([...files].map(([name, text]) => [name, bytes(text)]))));
const fromJson = (text: string) => accepted(readJson("register.json", bytes(text)));

describe("a register that is written and read again", () => {
  it("is the same from CSV, and gives the same bytes when it is written once more", () => {
    fc.assert(
      fc.property(registers, (register) => {
        const files = writeCsv(register);
        const again = fromCsv(files);
        expect(again).toStrictEqual(inIdOrder(register));
        expect(writeCsv(again)).toEqual(files);
      }),
    );
  });

  it("is the same from JSON, and gives the same bytes when it is written once more", () => {
    fc.assert(
      fc.property(registers, (register) => {
        const text = writeJson(register);
        const again = fromJson(text);
        expect(again).toStrictEqual(inIdOrder(register));
        expect(writeJson(again)).toBe(text);
      }),
    );
  });

  it("is the same after a program saved the CSV with a byte order mark, CRLF or semicolons", () => {
    const plain = fc.constantFrom("a", " ", "\n", '"', "|", "é").map((char) => `x${char}y`);
    fc.assert(
      fc.property(registers, plain, (register, name) => {
        const simple = { ...EMPTY_REGISTER, channels: new Map(register.channels) };
        for (const id of simple.channels.keys())
          simple.channels.set(id, { id, name, how: `${name}\n${name}` });
        const files = [...writeCsv(simple)];
        expect(fromCsv(new Map(files.map(([file, text]) => [file, `\uFEFF${text}`])))).toEqual(
          fromCsv(new Map(files)),
        );
        const saved = files.map(([file, text]) => [file, `\uFEFF${text.replaceAll("\n", "\r\n")}`] as const);
        expect(fromCsv(new Map(saved))).toStrictEqual(inIdOrder(simple));
        const dutch = files.map(([file, text]) => [file, text.replaceAll(",", ";")] as const);
        expect(fromCsv(new Map(dutch))).toStrictEqual(inIdOrder(simple));
      }),
    );
  });

  it("may have empty rows and columns in another order", () => {
    const files = new Map(writeCsv(EMPTY_REGISTER));
    files.set("channels.csv", "how,id,name\n\nBel 14 0183,balie,Balie\n,,\n");
    expect([...fromCsv(files).channels.values()]).toEqual([
      { id: "balie", name: "Balie", how: "Bel 14 0183" },
    ]);
  });
});

describe("a cell", () => {
  it.each(["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", "'=1+1", "''@x"])(
    "%j is not run by a spreadsheet",
    (value) => {
      expect(protect(value)).toBe(`'${value}`);
      expect(unprotect(protect(value))).toBe(value);
    },
  );

  it("keeps its own leading quote", () => {
    expect(unprotect("'s Gravenmoer")).toBe("'s Gravenmoer");
    fc.assert(fc.property(fc.string(), (value) => unprotect(protect(value)) === value));
  });

  it("holds several entries, also with | and \\ in them", () => {
    expect(joinList(["stoep|trottoir", "pad"])).toBe("stoep\\|trottoir|pad");
    const entries = fc.array(fc.stringMatching(/^[a|\\]+$/), { minLength: 1 });
    fc.assert(
      fc.property(entries, (list) => {
        expect(splitList(joinList(list))).toEqual(list);
      }),
    );
  });
});

function accepted(draft: Draft): Register {
  const result = accept(draft, EMPTY_REGISTER);
  if (result.kind === "refused") throw new Error(JSON.stringify(result.problems));
  return result.register;
}

function inIdOrder(register: Register): Register {
  const parts = Object.entries(register).map(([key, rows]: [string, ReadonlyMap<string, object>]) => [
    key,
    new Map([...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  ]);
  return Object.fromEntries(parts) as Register;
}
