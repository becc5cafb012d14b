import { z } from "zod";

const text = z.string().optional().catch(undefined);
/** What Teams uses for ids: printable, without spaces. Anything else is no id. */
const id = z
  .string()
  .regex(/^[!-~]{1,200}$/)
  .optional()
  .catch(undefined);
const named = z.object({ id }).optional().catch(undefined);
const account = z.object({ id, aadObjectId: id, name: text, tenantId: text }).optional().catch(undefined);
const members = z.array(named).catch([]);

/** The parts of an activity that are used. Whatever else or however shaped it is, reading it never fails. */
const ActivityParts = z.object({
  type: text,
  id,
  name: text,
  action: text,
  text,
  serviceUrl: text,
  channelId: text,
  from: account,
  recipient: account,
  conversation: z.object({ id, conversationType: text, tenantId: text }).optional().catch(undefined),
  channelData: z
    .object({
      tenant: z.object({ id: text }).optional().catch(undefined),
      team: named,
      channel: named,
      eventType: text,
    })
    .optional()
    .catch(undefined),
  membersAdded: members,
  membersRemoved: members,
  entities: z
    .array(
      z
        .object({ type: text, text, mentioned: z.object({ id: text }).optional().catch(undefined) })
        .catch({ type: undefined, text: undefined, mentioned: undefined }),
    )
    .catch([]),
  value: z
    .looseObject({
      verb: z.unknown().optional(),
      action: z
        .object({ verb: z.unknown().optional(), data: z.unknown().optional() })
        .optional()
        .catch(undefined),
      trigger: text,
      dataset: text,
      queryText: text,
      queryOptions: z
        .object({ skip: z.int().optional().catch(undefined), top: z.int().optional().catch(undefined) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type ActivityParts = z.infer<typeof ActivityParts>;

/** Reads the known parts of anything that was posted as an activity. */
export function partsOf(activity: object): ActivityParts {
  return ActivityParts.parse(activity);
}
