import fc from 'fast-check';

// One seed by default, so that a run can be repeated; SEED=random looks further, and a failure prints the seed that found it.
const { SEED } = process.env;
if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED ?? 20261123) });
