import { refuse, type Decision, type View } from "../decision.ts";
import type { Incoming } from "../incoming.ts";
import type { Reading } from "../language/reading.ts";
import { askForList } from "./asked.ts";
import { startHandover } from "./handingOver.ts";
import { stepTyped } from "./namedStep.ts";
import { recordHeard } from "./recording.ts";

/** What somebody types about work in hand; undefined when the sentence is about something else. */
export function workTyped(
  incoming: Incoming,
  view: View,
  reading: Reading,
  text: string,
): Decision | undefined {
  switch (reading.intent) {
    case "record":
      return recordHeard(incoming, view, text);
    case "handOver":
      return startHandover(incoming, view, text, "dossier");
    case "forward":
      return startHandover(incoming, view, text, "question");
    case "myWork":
    case "inKern":
    case "promised":
    case "list":
    case "load":
      return askForList(incoming, view, reading);
    case "giveBack":
      return stepTyped(incoming, view, "giveBack", text);
    case "called":
      return stepTyped(incoming, view, "note", text);
    // It ends when residents have heard, so that is what is asked.
    case "close":
    case "reportedBack":
      return stepTyped(incoming, view, "feedback", text);
    case "answered":
      return stepTyped(incoming, view, "answer", text);
    case "take":
      return stepTyped(incoming, view, "take", text);
    case "schedule":
      return stepTyped(incoming, view, "schedule", text);
    case "hold":
      return stepTyped(incoming, view, "hold", text);
    case "withdraw":
      return stepTyped(incoming, view, "withdraw", text);
    case "reopen":
      return stepTyped(incoming, view, "reopen", text);
    case "consult": {
      const [official] = reading.officials;
      if (official === undefined) return refuse(incoming, "badInput");
      return stepTyped(incoming, view, "consult", text, { official });
    }
    case "contribution":
    case "split":
      return stepTyped(incoming, view, "contribute", text, { vakteam: reading.vakteams[0] });
    default:
      return undefined;
  }
}
