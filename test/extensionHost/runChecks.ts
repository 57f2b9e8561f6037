import type { Check, Outcome, Stage } from './check';

/** Runs the checks one after the other, tells how each ended, and returns how many failed. */
export async function runChecks(
  checks: readonly Check[],
  stage: Stage,
  tell: (outcome: Outcome) => void,
): Promise<number> {
  let failed = 0;
  for (const check of checks) {
    const start = performance.now();
    const failure = await check.run(stage).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : `${error}`),
    );
    const ms = Math.round(performance.now() - start);
    tell({ check: check.name, ms, ...(failure !== undefined && { failure }) });
    if (failure !== undefined) failed++;
  }
  return failed;
}
