import type { Kernbudget } from "./domain/kernbudget/kernbudget.ts";
import type { IntentName } from "./domain/language/reading.ts";
import type { Store } from "../storage/store.ts";

/** What is said that may be about the money for plans; a thumb is read as thanks. */
const ABOUT_MONEY: readonly (IntentName | undefined)[] = ["pot", "application", "agree", "thanks"];

export function isAboutMoney(intent: IntentName | undefined): boolean {
  return ABOUT_MONEY.includes(intent);
}

/** The money for plans, as it stands. */
export async function lookUpKernbudget(store: Store): Promise<Kernbudget> {
  const [schemes, pots, plans] = await Promise.all([
    store.all("scheme"),
    store.all("pot"),
    store.all("plan"),
  ]);
  return { schemes: schemes.map(({ row }) => row), pots: pots.map(({ row }) => row), plans };
}
