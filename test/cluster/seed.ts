/** One seed by default, so that a run can be repeated; SEED=random looks further. */
export function seedOr(usual: number): number {
  const { SEED = String(usual) } = process.env;
  return SEED === 'random' ? Date.now() % 1_000_000_000 : Number(SEED);
}
