import tseslint from 'typescript-eslint';

const noEnv = { selector: "MemberExpression[object.name='process'][property.name='env']", message: "Read the environment in the building's one config reader." };
const noClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now'], CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'Ask for `now` or `random` as a need.',
};
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Name what you export; only Taro pages and tool configs export a default.' };
/** What a person reads stands in the dictionaries, where a text that lacks its translation does not compile. */
const wordsInDictionaries = {
  create: (context) => {
    const check = (node, text) => {
      if (/[\p{Script=Han}\u3000-\u303f\uff01-\uff5e]/u.test(text)) context.report({ node, message: 'Write this in miniapp/src/copy/zh, and in English beside it.' });
    };
    return {
      Literal: (node) => check(node, typeof node.value === 'string' ? node.value : ''),
      TemplateElement: (node) => check(node, node.value.raw),
      JSXText: (node) => check(node, node.value),
    };
  },
};
/** So that nothing takes a tap of which a screen reader has nothing to say. */
const tapsAreTold = {
  create: (context) => ({
    'JSXOpeningElement[name.name=/^(View|Text|Image)$/] > JSXAttribute[name.name=/^(onClick|onTap|onLongPress|onTouchEnd)$/]': (node) => context.report({ node, message: 'Use Tappable or Button, which have a role and a name.' }),
  }),
};
/** Files that speak a platform's own rule for signatures; the inventory names them. */
const PLATFORM_SIGNATURES = ['tc3', 'acs3', 'alipay-signature', 'alipay-keys', 'wechat-card-signature', 'wechat-face'].map((name) => `functions/src/upstream/${name}.ts`);
const TESTS = ['**/*.test.{ts,tsx}', '**/testing/**'];
/** Names and comparisons are everybody's; what protects something stands in functions/src/crypto, or speaks a platform's own rule and is in the inventory. */
const HARMLESS = ['randomBytes', 'randomInt', 'randomUUID', 'timingSafeEqual'];
const smLibraries = ['sm-crypto-v2', 'sm-crypto', 'gm-crypto', 'crypto-js'].map((name) => ({ name, message: 'SM2 is asked of functions/src/crypto/sm2.ts, SM3 and SM4 of its engine.' }));
const nodeCrypto = ['node:crypto', 'crypto'].map((name) => ({ name, allowImportNames: HARMLESS, message: 'Cryptography is done in functions/src/crypto (docs/security/crypto.md).' }));
const cryptoUnasked = {
  selector: "ImportExpression[source.value=/crypto/], CallExpression[callee.name='require'] > Literal[value=/crypto/], MemberExpression[property.name=/^(subtle|getBuiltinModule)$/]",
  message: 'Cryptography is imported by name at the head of a file, so that everybody sees it.',
};
const fetchElsewhere = { name: 'fetch', message: 'Outside calls live in functions/src/upstream, miniapp/src/platform and the simulator.' };

export default tseslint.config(
  { ignores: ['**/dist/**', '**/cdk.out/**', '**/.cache/**', '**/.data/**', '**/*.cjs', '**/*.mjs', '**/*.js'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'max-depth': ['error', 3],
      complexity: ['error', 8],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'] }],
      'no-restricted-syntax': ['error', noEnv, noClock, noDefault, cryptoUnasked],
      'no-restricted-globals': ['error', fetchElsewhere],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  { files: ['miniapp/src/**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] } },
  { files: ['functions/src/boot.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['functions/src/boot.ts', 'functions/src/lambda/*.ts', 'infra/bin/**', 'miniapp/config/**'], rules: { 'no-restricted-syntax': ['error', noDefault, cryptoUnasked] } },
  { files: ['simulator/**', 'journeys/**', '**/bin/**'], rules: { 'no-restricted-syntax': ['error', noDefault], 'no-restricted-globals': 'off', 'no-console': 'off' } },
  { files: ['miniapp/src/platform/**', 'functions/src/upstream/**'], rules: { 'no-restricted-syntax': ['error', noDefault, cryptoUnasked], 'no-restricted-globals': 'off' } },
  { files: ['miniapp/src/pages/**', 'miniapp/src/app*', '**/*.config.ts', 'miniapp/config/**'], rules: { 'no-restricted-syntax': ['error', noEnv, noClock, cryptoUnasked] } },
  {
    files: ['miniapp/src/**'],
    ignores: ['miniapp/src/copy/zh/**', '**/*.config.ts', '**/*.test.ts'],
    plugins: { house: { rules: { 'words-in-dictionaries': wordsInDictionaries, 'taps-are-told': tapsAreTold } } },
    rules: { 'house/words-in-dictionaries': 'error', 'house/taps-are-told': 'error' },
  },
  { files: ['functions/src/**', 'shared/src/**', 'miniapp/src/**'], ignores: ['functions/src/crypto/**', 'functions/src/pushed/name-of.ts', ...PLATFORM_SIGNATURES, ...TESTS], rules: { 'no-restricted-imports': ['error', { paths: [...nodeCrypto, ...smLibraries] }] } },
  { files: ['functions/src/crypto/**', 'functions/src/pushed/name-of.ts', ...PLATFORM_SIGNATURES], ignores: ['functions/src/crypto/sm2.ts', 'functions/src/crypto/sm2-known-nonce.ts', ...TESTS], rules: { 'no-restricted-imports': ['error', { paths: smLibraries }] } },
  { files: ['functions/src/aws/logger.ts'], rules: { 'no-console': 'off' } },
  // one function gives all that a stand-in can do, as a screen shows all that it has
  { files: ['journeys/**', '**/testing/**', 'infra/test/**'], rules: { 'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }] } },
  { files: ['**/*.test.{ts,tsx}'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['**/*.test.{ts,tsx}', 'journeys/**', '**/testing/**', 'infra/test/**'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
