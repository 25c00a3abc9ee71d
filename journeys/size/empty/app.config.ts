export default { pages: ['pages/empty/empty'], window: { navigationBarTitleText: 'empty' } };
