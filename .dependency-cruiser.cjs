/**
 * Who may import whom. A rule's comment is the sentence that the offender reads.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const ROOMS = 'session|region|activation|voucher|binding|institution|operator|hotline|feedback|consent|notice|account|phone';
const TEST = '\\.test\\.tsx?$|/testing/|^infra/test/';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-circular', 'A circle has no first page.', {}, { circular: true }),
    forbid(
      'no-orphan',
      'A file that nobody opens is a file to delete.',
      { orphan: true, pathNot: '(\\.config\\.tsx?|app\\.tsx|\\.d\\.ts|\\.(weapp|alipay|h5)\\.tsx?)$|^(miniapp/(src/pages|config)|functions/src/lambda|journeys|simulator/bin|infra/(bin|bureaus)|shared/bin)' },
      {},
    ),

    // between the buildings
    forbid('shared-stands-alone', 'shared knows zod and itself.', { path: '^shared/src', pathNot: TEST }, { pathNot: '^shared/src|node_modules/zod' }),
    forbid('functions-see-shared', 'The service knows only the contract.', { path: '^functions/' }, { path: '^(miniapp|infra|simulator|journeys)/' }),
    forbid('miniapp-sees-shared', 'The mini-program knows only the contract.', { path: '^miniapp/' }, { path: '^(functions|infra|simulator|journeys)/' }),
    forbid('infra-sees-shared', 'infra names functions by path; it never loads them.', { path: '^infra/' }, { path: '^(functions|miniapp|simulator|journeys)/' }),
    forbid('nobody-sees-the-simulator', 'Nothing deployed knows that it can be simulated.', { pathNot: '^(simulator|journeys)/' }, { path: '^(simulator|journeys)/' }),
    forbid('simulator-stays-outside', 'The simulator meets the service over HTTP; only its stack loads the bundles.', { path: '^simulator/' }, { path: '^(miniapp|infra|journeys)/' }),
    forbid('no-test-code-in-production', 'Builders and fakes stay in tests, and in the measurements of functions/bin, which nothing bundles.', { pathNot: `${TEST}|^(simulator|journeys|functions/bin)/` }, { path: TEST }),

    // inside functions
    forbid('rooms-do-not-visit', 'A room learns of another room only through events or a need.', { path: `^functions/src/(${ROOMS})/`, pathNot: TEST }, { path: `^functions/src/(${ROOMS})/`, pathNot: '^functions/src/$1/' }),
    forbid('decisions-are-pure', 'The file named like its room decides; it does not fetch.', { path: `^functions/src/(${ROOMS})/\\1\\.ts$` }, { pathNot: '^shared/|^functions/src/(events|assertion/signer|sms/sent-code)\\.ts$|node_modules/zod' }),
    forbid('use-cases-hold-types-not-stores', 'A use case states its needs; boot.ts meets them.', { path: `^functions/src/(${ROOMS})/`, pathNot: `(routes|store)\\.ts$|${TEST}` }, { path: 'store\\.ts$', dependencyTypesNot: ['type-only'] }),
    forbid('aws-in-one-cupboard', 'Only aws/ speaks to AWS.', { path: '^functions/src', pathNot: `^functions/src/aws/|${TEST}` }, { path: 'node_modules/@aws-sdk', dependencyTypesNot: ['type-only'] }),
    forbid('middy-at-the-front-desk', 'Only http/ knows middy.', { path: '^functions/src', pathNot: '^functions/src/http/' }, { path: 'node_modules/@middy' }),
    forbid('http-is-for-routes', 'A use case may name a Call; only routes and lambda use the desk.', { path: `^functions/src/(${ROOMS})/`, pathNot: `routes\\.ts$|${TEST}` }, { path: '^functions/src/(http|upstream)/', dependencyTypesNot: ['type-only'] }),
    forbid('boot-is-the-root', 'Only lambda entries boot, only boot.ts reads the configuration.', { path: '^functions/src', pathNot: `^functions/src/(lambda/[a-z-]+|boot)\\.ts$|${TEST}` }, { path: '^functions/src/(boot|config)\\.ts$', dependencyTypesNot: ['type-only'] }),

    // inside miniapp
    forbid('pages-do-not-visit', 'Pages meet through navigation.', { path: '^miniapp/src/pages/([^/]+)/' }, { path: '^miniapp/src/pages/', pathNot: '^miniapp/src/pages/$1/' }),
    forbid('components-are-dumb', 'A component shows and reports; it never calls.', { path: '^miniapp/src/components/' }, { path: '^miniapp/src/(pages|api|platform|state)/' }),
    forbid('platform-is-the-floor', 'platform/ rests on Taro alone.', { path: '^miniapp/src/platform/' }, { path: '^miniapp/src/(pages|components|api|state)/' }),
    forbid('taro-api-in-platform', 'Only platform/ speaks Taro; screens may use its components.', { path: '^miniapp/src', pathNot: `^miniapp/src/platform/|${TEST}` }, { path: 'node_modules/@tarojs/taro/', dependencyTypesNot: ['type-only'] }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cdk\\.out|coverage|\\.cache|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.depcruise.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
