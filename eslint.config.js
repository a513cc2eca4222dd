import js from "@eslint/js";
import globals from "globals";

const browser = { ...globals.browser, ...globals.serviceworker };

export default [
  { ignores: ["mo_app/static/vendor/", "node_modules/", "var/", ".venv/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      curly: ["error", "multi-line"],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-alert": "error",
      "no-console": "error",
      "no-duplicate-imports": "error",
      "no-eval": "error",
      "no-implicit-globals": "error",
      "no-implied-eval": "error",
      "no-self-compare": "error",
      "no-template-curly-in-string": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, classes: false, variables: false }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "require-atomic-updates": "off",
    },
  },
  { files: ["mo_app/static/**/*.js"], languageOptions: { globals: browser } },
  { files: ["tests/js/**"], languageOptions: { globals: { ...globals.node, ...browser } } },
  { files: ["bin/*.mjs"], languageOptions: { globals: globals.node } },
];
