import { ROLES } from "../domain/official.ts";
import { optional, required, withEmpty, type RegisterKey } from "./column.ts";
import { code, count, day, id, list, oneOf, text, words, yesNo } from "./kind.ts";
import {
  hasOneScope,
  hasOtherDeputy,
  hasScopeOfRole,
  isMunicipalOrElsewhere,
  namesOtherDeputy,
  periodInOrder,
} from "./rowChecks.ts";
import { table, type Table } from "./table.ts";
import { TAAKVELD_NAMES } from "../domain/language/taakvelden.ts";

const entraId = code(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  "an Entra object id, such as 0b9f3c52-6f3e-4c1b-9d53-0c4c8d1c2f6a",
);

const kernen = table("kernen", "kern", {
  id: required("id", id),
  name: required("name", words),
  aliases: withEmpty("aliases", list, []),
  bagCode: optional("bag_code", code(/^\d{4}$/, "a BAG woonplaatscode of four digits")),
  cbsCode: optional("cbs_code", code(/^(WK\d{6}|BU\d{8})$/, "a CBS code such as WK195912 or BU19590603")),
  postcode: optional("postcode", code(/^[1-9]\d{3}$/, "the four digits of a postcode")),
  inhabitants: {
    columns: {
      count: required("inhabitants", count),
      year: required("inhabitants_year", words),
      source: required("inhabitants_source", words),
    },
  },
});

const topics = table(
  "topics",
  "topic",
  {
    id: required("id", id),
    name: required("name", words),
    synonyms: withEmpty("synonyms", list, []),
    description: withEmpty("description", text(), ""),
    taakveld: withEmpty("taakveld", oneOf(["", ...TAAKVELD_NAMES.keys()], "an Iv3 taakveld code"), ""),
    parent: optional("parent", words, "topics"),
    statutory: required("statutory", yesNo),
    channel: optional("channel", words, "channels"),
    portefeuille: optional("portefeuille", words, "portefeuilles"),
    elsewhere: optional("elsewhere", words),
  },
  [isMunicipalOrElsewhere],
);

const channels = table("channels", "channel", {
  id: required("id", id),
  name: required("name", words),
  how: required("how", words),
});

const portefeuilles = table("portefeuilles", "portefeuille", {
  id: required("id", id),
  name: required("name", words),
});

const vakteams = table("vakteams", "vakteam", {
  id: required("id", id),
  name: required("name", words),
  aliases: withEmpty("aliases", list, []),
});

const officials = table("officials", "official", {
  id: required("id", id),
  name: required("name", words),
  entraId: optional("entra_id", entraId),
  active: required("active", yesNo),
});

const roles = table(
  "roles",
  "role",
  {
    id: required("id", id),
    official: required("official", words, "officials"),
    role: required("role", oneOf(ROLES, `a role; the roles are: ${ROLES.join(", ")}`)),
    kern: optional("kern", words, "kernen"),
    vakteam: optional("vakteam", words, "vakteams"),
    portefeuille: optional("portefeuille", words, "portefeuilles"),
    deputy: optional("deputy", words, "officials"),
    from: optional("from", day),
    to: optional("to", day),
  },
  [hasOneScope, hasScopeOfRole, hasOtherDeputy, periodInOrder],
);

const absences = table(
  "absences",
  "absence",
  {
    id: required("id", id),
    official: required("official", words, "officials"),
    from: required("from", day),
    to: required("to", day),
    deputy: optional("deputy", words, "officials"),
  },
  [hasOtherDeputy, periodInOrder],
);

const ownership = table(
  "ownership",
  "ownership",
  {
    id: required("id", id),
    topic: required("topic", words, "topics"),
    kern: optional("kern", words, "kernen"),
    vakteam: required("vakteam", words, "vakteams"),
    person: optional("person", words, "officials"),
    deputy: optional("deputy", words, "officials"),
    from: optional("from", day),
    to: optional("to", day),
    confirmedOn: optional("confirmed_on", day),
    confirmedBy: optional("confirmed_by", words, "officials"),
    source: required("source", words),
  },
  [namesOtherDeputy, periodInOrder],
);

/** Every part of the register. One description, for reading, checking and writing, in CSV and in JSON. */
export const TABLES = {
  kernen,
  topics,
  channels,
  portefeuilles,
  vakteams,
  officials,
  roles,
  absences,
  ownership,
} as const satisfies { readonly [K in RegisterKey]: Table<K> };

/** The parts in the order in which they are read and written. */
export const ALL_TABLES: readonly Table[] = Object.values(TABLES);
