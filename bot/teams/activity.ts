import { z } from "zod";

const text = z.string().optional().catch(undefined);
const account = z.object({ id: text, aadObjectId: text }).optional().catch(undefined);

/** The parts of an activity that are used. Whatever else or however shaped it is, reading it never fails. */
const ActivityParts = z.object({
  type: text,
  id: text,
  name: text,
  action: text,
  text,
  serviceUrl: text,
  channelId: text,
  from: account,
  recipient: account,
  conversation: z.object({ id: text, conversationType: text, tenantId: text }).optional().catch(undefined),
  channelData: z
    .object({ tenant: z.object({ id: text }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  membersAdded: z.array(z.object({ id: text }).catch({ id: undefined })).catch([]),
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
    })
    .optional()
    .catch(undefined),
});
export type ActivityParts = z.infer<typeof ActivityParts>;

/** Reads the known parts of anything that was posted as an activity. */
export function partsOf(activity: object): ActivityParts {
  return ActivityParts.parse(activity);
}
