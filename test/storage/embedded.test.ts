import { conformance } from "./conformance.ts";
import { freshEmbedded } from "./embeddedStore.ts";
import { histories } from "./histories.ts";

const NAME = "lowdb with a journal";
conformance(NAME, () => freshEmbedded());
histories(NAME, () => freshEmbedded(), 60);
// A checkpoint every few frames: the same histories over sealed segments and snapshots.
histories(
  `${NAME}, checkpoints all the time`,
  () => freshEmbedded({ checkpointAfter: { frames: 4, bytes: 1e9 } }),
  15,
);
