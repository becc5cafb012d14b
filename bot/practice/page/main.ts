import { listen, loadState } from "./api.ts";
import { el } from "./element.ts";
import { Layout } from "./layout.ts";
import { Model } from "./model.ts";
import { texts } from "./texts.ts";

document.title = texts.title;

const room = el("div", { class: "room" });
const lost = el("p", { class: "lost", role: "status" });
document.body.append(room, lost);
let model: Model | undefined;

// The line first and the state after it: what happens in between arrives twice rather than never.
listen(
  (event) => model?.apply(event),
  (connected) => {
    lost.textContent = connected ? "" : texts.lost;
    if (connected) void load();
  },
);

async function load(): Promise<void> {
  const state = await loadState();
  if (model === undefined) {
    model = new Model(state);
    new Layout(model, room);
  } else model.load(state);
}
