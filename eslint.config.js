import tseslint from "typescript-eslint";

/** Who may import whom, as in README "Layout": folder → what it must not import, with the reason. */
const ANYTHING_OUTSIDE = "^(node:|[^.])";
const borders = {
  domain: {
    files: ["bot/domain/**/*.ts"],
    patterns: [
      { regex: "^node:", message: "The domain does no I/O." },
      {
        regex: "^(?!minisearch$|snowball-stemmers$)[^.]",
        message: "The domain takes no packages but the search index.",
      },
      { regex: "^(\\./)?\\.\\./", message: "The domain imports only itself." },
    ],
  },
  domainFolders: {
    files: ["bot/domain/*/**/*.ts"],
    patterns: [
      { regex: "^node:", message: "The domain does no I/O." },
      {
        regex: "^(?!minisearch$|snowball-stemmers$)[^.]",
        message: "The domain takes no packages but the search index.",
      },
      { regex: "\\.\\./\\.\\./", message: "The domain imports only itself." },
    ],
  },
  cards: {
    files: ["cards/**/*.ts"],
    patterns: [
      { regex: ANYTHING_OUTSIDE, message: "Cards are plain data: no packages, no Node." },
      { regex: "storage/", message: "Cards know no store: they get what they show." },
      { regex: "bot/(?!domain/)", message: "Cards import only the domain." },
    ],
  },
  storage: {
    files: ["storage/**/*.ts"],
    patterns: [
      {
        regex: "^(botbuilder|botframework|restify|undici)",
        message: "Storage knows nothing of Teams or HTTP.",
      },
      { regex: "cards/", message: "Storage knows no cards." },
      { regex: "bot/(?!domain/)", message: "Storage imports only the domain." },
    ],
  },
  line: {
    files: [
      "bot/handle.ts",
      "bot/lookUp.ts",
      "bot/refresh.ts",
      "bot/search.ts",
      "bot/outbox.ts",
      "bot/clockwork.ts",
      "bot/show/**/*.ts",
      "bot/registry.ts",
    ],
    patterns: [
      {
        regex: "^(botbuilder|botframework|restify|lowdb|pg)",
        message: "The line knows no SDK, server or engine.",
      },
      { regex: "cards/", message: "Cards are made where they are shown." },
      { regex: "storage/(lowdb|postgres)", message: "Use the store's interface." },
      { regex: "\\./(teams|tab|practice|cli)/", message: "The line knows no surface." },
    ],
  },
  teams: {
    files: ["bot/teams/**/*.ts"],
    patterns: [
      { regex: "^(lowdb|pg|restify)", message: "Teams knows no engine and no server." },
      { regex: "storage/(lowdb|postgres)", message: "Use the store's interface." },
      { regex: "\\.\\./(tab|practice|cli)/", message: "One surface does not know another." },
    ],
  },
  surfaces: {
    files: ["bot/tab/**/*.ts", "bot/practice/**/*.ts"],
    patterns: [
      {
        regex: "^(botbuilder|botframework|lowdb|pg)",
        message: "Only bot/teams imports the SDK; only storage its engines.",
      },
      { regex: "\\.\\./(teams|cli)/", message: "One surface does not know another." },
      { regex: "storage/(lowdb|postgres)", message: "Use the store's interface." },
    ],
  },
};
/** Besides the rules of its own folder, nothing but these may import the SDK that will be replaced one day. */
const sdk = { regex: "^(botbuilder|botframework)", message: "Only bot/teams imports the Bot Framework SDK." };

const noClockNoChance = {
  "no-restricted-globals": [
    "error",
    ...["process", "fetch", "setTimeout", "setInterval", "setImmediate", "crypto", "performance"].map(
      (name) => ({ name, message: "Pure code: it comes in as a parameter." }),
    ),
  ],
  "no-restricted-properties": [
    "error",
    { object: "Math", property: "random", message: "Chance comes in as a parameter." },
    { object: "Date", property: "now", message: "Time comes in as a parameter." },
  ],
  "no-restricted-syntax": [
    "error",
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: "Time comes in as a parameter.",
    },
    { selector: "CallExpression[callee.name='Date']", message: "Time comes in as a parameter." },
  ],
};

export default tseslint.config(
  { ignores: ["node_modules/**", "data/**", "coverage/**"] },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./bot/practice/page/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
        // On a build server the parser would read files from disk and not the violations that the tests plant.
        disallowAutomaticSingleRunInference: true,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
      "no-control-regex": "off",
      "max-lines": ["error", 300],
    },
  },
  {
    files: ["bot/**/*.ts", "cards/**/*.ts", "storage/**/*.ts"],
    ignores: ["bot/teams/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [sdk] }] },
  },
  ...Object.values(borders).map(({ files, patterns }) => ({
    files,
    rules: { "no-restricted-imports": ["error", { patterns }] },
  })),
  { files: ["bot/domain/**/*.ts", "cards/**/*.ts"], rules: noClockNoChance },
  // Matchers such as expect.any() are untyped by design.
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-unsafe-assignment": "off" } },
);
