const swc = {
  jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022', transform: { react: { runtime: 'automatic' } } },
  module: { type: 'commonjs' },
};

/** @type {import('jest').Config} */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '\\.[jt]sx?$': ['@swc/jest', swc] },
  transformIgnorePatterns: ['/node_modules/(?!(@middy|qr|jose)/)'],
  modulePathIgnorePatterns: ['/dist/', '/cdk.out/', '/.cache/', '/.data/'],
};

/** What runs before the tests of a building: where services are opened, a search for personal data after each test. */
const sweep = ['<rootDir>/functions/src/testing/sweep-every-test.ts'];
const setups = { functions: sweep, simulator: sweep, journeys: sweep };

const buildings = ['shared', 'functions', 'miniapp', 'infra', 'simulator', 'journeys'];

module.exports = {
  // a busy computer is slow, which is no defect
  testTimeout: 60_000,
  testSequencer: '<rootDir>/journeys/bin/test-order.cjs',
  projects: buildings.map((building) => ({ ...common, displayName: building, setupFilesAfterEnv: setups[building] ?? [], testMatch: [`<rootDir>/${building}/**/*.test.ts?(x)`] })),
};
