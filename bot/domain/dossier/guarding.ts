import type { Register } from "../register.ts";
import type { TopicId } from "../topic.ts";

/** Whether a topic, or a broader one it falls under, is a statutory task. */
export function isStatutory(register: Register, topic: TopicId | undefined): boolean {
  const found = topic === undefined ? undefined : register.topics.get(topic);
  if (!found) return false;
  return found.statutory || isStatutory(register, found.parent);
}
