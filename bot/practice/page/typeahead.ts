import type { AdaptiveCard } from "adaptivecards";
import type { SearchHit, SearchOutcome } from "../view.ts";
import { library } from "./cardLibrary.ts";
import { el } from "./element.ts";
import { texts } from "./texts.ts";

type Search = (text: string, dataset: string) => Promise<SearchOutcome>;

const SEARCH_AFTER_MS = 250;
const searches = new WeakMap<object, Search>();
let listCount = 0;

/** What a card's search fields ask when somebody types in them. */
export function setSearch(card: AdaptiveCard, search: Search): void {
  searches.set(card, search);
}

/**
 * Puts our own search field in the renderer for `Input.ChoiceSet` with `style: "filtered"`. The built-in one cannot
 * be used with a screen reader and hands over the title instead of the value.
 */
export function registerTypeahead(): void {
  library.GlobalRegistry.elements.unregister("Input.ChoiceSet");
  library.GlobalRegistry.elements.register("Input.ChoiceSet", TypeaheadChoiceSet, library.Versions.v1_0);
}

class TypeaheadChoiceSet extends library.ChoiceSetInput {
  #input: HTMLInputElement | undefined;
  #list: HTMLUListElement | undefined;
  #hits: readonly SearchHit[] = [];
  #chosen: SearchHit | undefined;
  #active = -1;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override isDynamicTypeahead(): boolean {
    // Also keeps the renderer from reaching for the field it would have made itself.
    return false;
  }

  override get value(): string | undefined {
    return this.#input === undefined ? super.value : this.#chosen?.value;
  }

  override isSet(): boolean {
    return this.value !== undefined && this.value !== "";
  }

  override isValid(): boolean {
    return this.#input === undefined
      ? super.isValid()
      : this.#input.value.trim() === "" || this.#chosen !== undefined;
  }

  override focus(): void {
    if (this.#input === undefined) super.focus();
    else this.#input.focus();
  }

  protected override updateInputControlAriaLabelledBy(): void {
    if (this.#input === undefined) super.updateInputControlAriaLabelledBy();
    else this.#input.setAttribute("aria-labelledby", this.getAllLabelIds().join(" "));
  }

  protected override internalRender(): HTMLElement | undefined {
    if (this.style !== "filtered" || this.isMultiSelect) return super.internalRender();
    listCount += 1;
    const listId = `choices-${String(listCount)}`;
    this.#list = el("ul", { id: listId, role: "listbox", class: "choices", hidden: true });
    this.#input = el("input", {
      type: "text",
      class: "ac-input ac-textInput",
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": listId,
      placeholder: this.placeholder,
      "aria-required": this.isRequired ? "true" : undefined,
      oninput: () => this.#typed(),
      onclick: () => this.#offer(),
      onkeydown: (event) => this.#key(event as KeyboardEvent),
      onblur: () => this.#close(),
    });
    const preset = this.choices.find((choice) => choice.value === this.defaultValue);
    if (preset?.title !== undefined && preset.value !== undefined) {
      this.#chosen = { title: preset.title, value: preset.value };
      this.#input.value = preset.title;
    }
    return el("div", { class: "typeahead" }, this.#input, this.#list);
  }

  #typed(): void {
    this.#chosen = undefined;
    this.valueChanged();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#find(this.#input?.value.trim() ?? ""), SEARCH_AFTER_MS);
  }

  /** Everything the card itself offers, or the first of what it searches in, before anybody has typed. */
  #offer(): void {
    if (this.#hits.length === 0) void this.#find("");
  }

  #matching(text: string): SearchHit[] {
    return this.choices
      .filter((choice) => choice.title?.toLowerCase().includes(text.toLowerCase()))
      .map((choice) => ({ title: choice.title ?? "", value: choice.value ?? "" }));
  }

  async #find(text: string): Promise<void> {
    const own = this.#matching(text);
    const dataset = this.choicesData?.dataset;
    const search = searches.get(this.getRootElement());
    if (dataset === undefined || search === undefined)
      return text === "" && own.length === 0 ? this.#close() : this.#show(own, texts.search.none);
    this.#asked += 1;
    const asked = this.#asked;
    this.#show([], texts.search.busy);
    const outcome = await search(text, dataset);
    // A later search is under way: its answer counts.
    if (asked !== this.#asked) return;
    if (outcome.kind === "failed") this.#show(own, texts.search.failed);
    else this.#show([...own, ...outcome.results], texts.search.none);
  }

  #show(hits: readonly SearchHit[], whenEmpty: string): void {
    this.#hits = hits;
    this.#active = -1;
    const options = hits.map((hit, index) =>
      el(
        "li",
        {
          id: `${this.#list?.id ?? ""}-${String(index)}`,
          role: "option",
          "aria-selected": "false",
          // Before the field loses focus: blur would close the list first.
          onmousedown: (event) => {
            event.preventDefault();
            this.#choose(index);
          },
        },
        hit.title,
      ),
    );
    this.#list?.replaceChildren(
      ...(options.length > 0 ? options : [el("li", { class: "status", role: "status" }, whenEmpty)]),
    );
    this.#list?.removeAttribute("hidden");
    this.#list?.scrollIntoView({ block: "nearest" });
    this.#input?.setAttribute("aria-expanded", "true");
    this.#input?.removeAttribute("aria-activedescendant");
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") return this.#close();
    if (event.key === "ArrowDown") this.#offer();
    if (this.#hits.length === 0) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#activate((this.#active + step + this.#hits.length) % this.#hits.length);
    } else if (event.key === "Enter" && this.#active >= 0) {
      event.preventDefault();
      this.#choose(this.#active);
    }
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [at, option] of [...(this.#list?.children ?? [])].entries()) {
      option.setAttribute("aria-selected", String(at === index));
      if (at !== index) continue;
      this.#input?.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  }

  #choose(index: number): void {
    this.#chosen = this.#hits[index];
    if (this.#input !== undefined) this.#input.value = this.#chosen?.title ?? "";
    this.#close();
    this.valueChanged();
  }

  #close(): void {
    // A search that is still under way must not open the list again.
    this.#asked += 1;
    this.#hits = [];
    this.#list?.setAttribute("hidden", "");
    this.#input?.setAttribute("aria-expanded", "false");
    this.#input?.removeAttribute("aria-activedescendant");
  }
}
