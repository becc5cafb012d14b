/** Answers to what Teams may ask and Kernwijzer does not do. */
export const invoke = {
  unsupported: "Dit kan Kernwijzer niet. Er is niets veranderd.",
  notServed: "Kernwijzer is er alleen voor collega's van deze gemeente.",
} as const;
