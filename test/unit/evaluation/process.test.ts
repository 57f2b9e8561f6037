import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const built = path.resolve('dist/evaluate.js');
const nowhere = ['--data', 'no-such-data', '--peers', 'no-such-peers'];

describe('evaluate, as a process', () => {
  it('measures the sets of the repository without data and peers, and says what is missing', async () => {
    const { stdout, stderr } = await run(process.execPath, [built, ...nowhere]);
    expect(stdout).toMatch(/^\| one-fact .*\n\| adversarial /m);
    expect(stdout).not.toMatch(/^\| javadoc-hard/m);
    expect(stdout.trimEnd()).toMatch(/^9 of 11 sets not measured\. Missing: javadoc-hard, .*$/m);
    expect(stderr).toMatch(/no-such-data.eval: the folder is missing; .*--data/);
    expect(stderr).toMatch(/no-such-peers.potion-base-4m-int8: the folder is missing; .*--peers/);
  });

  it('prints one JSON object with --json', async () => {
    const { stdout } = await run(process.execPath, [built, ...nowhere, '--json']);
    const report = JSON.parse(stdout);
    expect(report.notMeasured).toBe(9);
    expect(report.gaps).toHaveLength(2);
    for (const { ours, difference, baselines, best } of report.rows) {
      expect(ours.low).toBeLessThan(ours.value);
      expect(ours.value).toBeLessThan(ours.high);
      expect(difference.value).toBeCloseTo(ours.value - baselines[best], 9);
      expect(Object.keys(baselines)).not.toContain('potion');
    }
    expect(report.rows.map(({ set }: { set: string }) => set)).toEqual(['one-fact', 'adversarial']);
  });

  it('names a model that is not there', async () => {
    const failed = run(process.execPath, [built, ...nowhere, '--model', 'no-such-model']);
    await expect(failed).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^evaluate: .*no-such-model.manifest\.json/),
    });
  });
});
