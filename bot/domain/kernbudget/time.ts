import type { Decision } from "../decision.ts";
import type { Due, TimeView } from "../decideTime.ts";
import { tellAll } from "./carrying.ts";
import { sourcesFor } from "./kernbudget.ts";

/** The town hall opens: what was done to a plan outside office hours is told now. */
export function timeForPlan(view: TimeView, { current }: Due & { readonly kind: "plan" }): Decision {
  const { kernbudget, register } = view;
  const sources = current && kernbudget && sourcesFor(register, kernbudget, current.row);
  const told = sources ? tellAll(view, sources, current) : { changes: [], say: [] };
  return { ...told, act: "tellPlan", capacity: "", why: "office hours begin" };
}
