const PREFIX = 'needs ../shared: ';

/** The title of a group of tests that needs what lies beside the checkout. */
exports.needsShared = (what) => `${PREFIX}${what}`;

/** One line on the groups that were not run for want of it; undefined where there are none. */
exports.notRun = (titles) => {
  const missing = titles.filter((title) => title.startsWith(PREFIX)).map((title) => title.slice(PREFIX.length));
  if (missing.length === 0) return undefined;
  const groups = missing.length === 1 ? '1 group of tests needs' : `${missing.length} groups of tests need`;
  return `${groups} ../shared (${[...new Set(missing)].sort().join(', ')}), which is not here: not run`;
};
