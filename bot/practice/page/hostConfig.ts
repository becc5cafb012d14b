/**
 * How Teams lays out a card: sizes, spacing, six buttons. Colours are CSS variables (tokens.css), so that a card
 * already on the page follows light and dark without being drawn again.
 */
const foreground = (): object =>
  Object.fromEntries(
    ["default", "dark", "light", "accent", "attention", "good", "warning"].map((name) => [
      name,
      { default: `var(--card-${name})`, subtle: `var(--card-${name}-subtle)` },
    ]),
  );

const container = (name: string): object => ({
  backgroundColor: `var(--card-fill-${name})`,
  borderColor: "var(--line)",
  foregroundColors: foreground(),
});

const font = (fontFamily: string): object => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
});

export const hostConfig = {
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 16, large: 24, extraLarge: 32, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  fontTypes: { default: font("var(--font)"), monospace: font("var(--font-mono)") },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: Object.fromEntries(
    ["default", "emphasis", "accent", "good", "attention", "warning"].map((name) => [name, container(name)]),
  ),
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "bolder" },
    },
    errorMessage: { color: "attention", size: "small" },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    showCard: { actionMode: "inline", inlineTopMargin: 8 },
    actionsOrientation: "horizontal",
    actionAlignment: "left",
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: "bolder", wrap: true, maxWidth: 170 },
    value: { wrap: true },
    spacing: 12,
  },
  // Below the page's own headings: room, person, chat.
  textBlock: { headingLevel: 4 },
};
