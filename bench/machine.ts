import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** The machine, and how busy it is at this moment: figures of a busy one are worth less. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(', ');
  return [
    `${availableParallelism()} cores of ${model}, ${memory} GiB`,
    `${platform()} ${release()} ${arch()}, Node ${process.versions.node}`,
    `load ${load} (1, 5, 15 min)`,
    new Date().toISOString(),
  ].join('; ');
}
