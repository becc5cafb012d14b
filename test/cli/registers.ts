import fc from "fast-check";
import { ROLES } from "../../bot/domain/official.ts";
import type { Register } from "../../bot/domain/register.ts";
import type { RegisterKey, RowOf } from "../../bot/registerFormat/column.ts";
import { TAAKVELD_NAMES } from "../../bot/domain/language/taakvelden.ts";

/** Any text, with what CSV, spreadsheets and lists make difficult much more often than chance would. */
const awkward = fc.constantFrom(..."\"',;|\\\n\r\t=+-@ ﻿＝é", "\r\n", "'=", "\\|", "🌳");
const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(awkward).map((parts) => parts.join("")),
);
const filled = anyText.filter((value) => value.trim() !== "" && value.isWellFormed());
const filledList = fc.array(filled, { maxLength: 4 });
const id = fc.stringMatching(/^[A-Za-z0-9_-][A-Za-z0-9_.:-]{0,12}$/).filter((value) => !(value in {}));
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 5 });
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const period = fc.uniqueArray(day, { minLength: 2, maxLength: 2 }).map((days) => days.toSorted());

/** A register in which everything is allowed, with references that exist. */
export const registers: fc.Arbitrary<Register> = fc
  .record({
    kernen: ids,
    topics: ids,
    channels: ids,
    portefeuilles: ids,
    vakteams: ids,
    officials: ids,
    roles: ids,
    absences: ids,
    ownership: ids,
  })
  .chain((all) => {
    const oneOf = (key: RegisterKey) => fc.constantFrom(...all[key]);
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const part = <K extends RegisterKey>(
      key: K,
      fields: (id: string, index: number) => fc.Arbitrary<object>,
    ) =>
      fc
        .tuple(
          ...all[key].map((own, index) =>
            fields(own, index).map((row) => withoutAbsent({ id: own, ...row })),
          ),
        )
        .map((rows) => new Map(rows.map((row) => [row.id, row as RowOf<K>])));
    return fc.record({
      kernen: part("kernen", () =>
        fc.record({
          name: filled,
          aliases: filledList,
          bagCode: maybe(fc.stringMatching(/^\d{4}$/)),
          cbsCode: maybe(fc.stringMatching(/^WK\d{6}$/)),
          postcode: maybe(fc.stringMatching(/^[1-9]\d{3}$/)),
          inhabitants: maybe(
            fc.record({ count: fc.nat(), year: filled, source: filled }, { noNullPrototype: true }),
          ),
        }),
      ),
      topics: part("topics", (_, index) =>
        fc
          .record({
            name: filled,
            synonyms: filledList,
            description: fc.oneof(fc.constant(""), filled),
            parent:
              index === 0 ? fc.constant(undefined) : maybe(fc.constantFrom(...all.topics.slice(0, index))),
            statutory: fc.boolean(),
            channel: maybe(oneOf("channels")),
            portefeuille: maybe(oneOf("portefeuilles")),
            whose: fc.oneof(
              fc.constantFrom(...TAAKVELD_NAMES.keys()).map((taakveld) => ({ taakveld })),
              filled.map((elsewhere) => ({ taakveld: "", elsewhere })),
            ),
          })
          .map(({ whose, ...row }) => ({ ...row, ...whose })),
      ),
      channels: part("channels", () => fc.record({ name: filled, how: filled })),
      portefeuilles: part("portefeuilles", () => fc.record({ name: filled })),
      vakteams: part("vakteams", () => fc.record({ name: filled, aliases: filledList })),
      officials: part("officials", (_, index) =>
        fc.record({
          name: filled,
          entraId: maybe(fc.constant(`00000000-0000-4000-8000-00000000000${index}`)),
          active: fc.boolean(),
        }),
      ),
      roles: part("roles", () =>
        fc
          .record({
            official: oneOf("officials"),
            role: fc.constantFrom(...ROLES),
            kern: oneOf("kernen"),
            vakteam: oneOf("vakteams"),
            portefeuille: oneOf("portefeuilles"),
            period,
            open: fc.boolean(),
          })
          .map(({ official, role, kern, vakteam, portefeuille, period: [from, to], open }) => ({
            official,
            role,
            ...(/^kern|^gebied/.test(role)
              ? { kern }
              : role === "portefeuillehouder"
                ? { portefeuille }
                : { vakteam }),
            from,
            to: open ? undefined : to,
          })),
      ),
      absences: part("absences", () =>
        fc
          .record({ official: oneOf("officials"), period })
          .map(({ official, period: [from, to] }) => ({ official, from, to })),
      ),
      ownership: part("ownership", () =>
        fc.record({
          topic: oneOf("topics"),
          kern: maybe(oneOf("kernen")),
          vakteam: oneOf("vakteams"),
          person: maybe(oneOf("officials")),
          confirmedOn: maybe(day),
          confirmedBy: maybe(oneOf("officials")),
          source: filled,
        }),
      ),
    });
  });

function withoutAbsent(row: { id: string } & Record<string, unknown>): { id: string } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as { id: string };
}
