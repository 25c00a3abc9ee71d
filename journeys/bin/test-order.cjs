/** Jest orders the files of a building by the time that each took before; a clean clone knows none, and would begin the longest last. */
const { default: BySize } = require('@jest/test-sequencer');

/** The files that take by far the longest of their building, longest first. */
const LONG = [
  'functions/src/binding/model',
  'functions/src/binding/races',
  'functions/src/hotline/model',
  'functions/src/known-answers',
  'functions/src/hotline/races',
  'journeys/states/every-state-web',
  'journeys/rehearsal/rehearsal',
  'journeys/stories/unbinding',
  'journeys/stories/offline',
  'journeys/states/every-state-weapp',
  'journeys/stories/hotline',
  'journeys/stories/settings',
  'journeys/stories/faults',
  'journeys/stories/activation',
  'journeys/states/every-state-alipay',
  'journeys/stories/entry',
  'journeys/stories/faults-wallet',
  'journeys/stories/language',
  'journeys/stories/face',
  'journeys/states/render',
];

const rankOf = ({ path }) => {
  const rank = LONG.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return rank < 0 ? LONG.length : rank;
};

module.exports = class LongestFirst extends BySize {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
};
module.exports.LONG = LONG;
