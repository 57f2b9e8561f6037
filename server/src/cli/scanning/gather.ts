import { basename, join } from 'node:path';
import type { SkippedFile } from '../../core/workspace';
import { globFilter } from '../../node/files/pathFilters';
import { relativePath, toPath } from '../../node/files/paths';
import { FolderWorkspace } from '../../node/folderWorkspace';
import { policyFrom, type Settings } from '../../settings';
import type { CliEnvironment, FinderHandle } from '../environment';
import type { Progress } from '../progress';
import { DocumentFeeder } from './documentFeeder';
import { reportBase } from './naming';
import { loadProject, type Project } from './project';
import type { Target } from './targets';

/** Which files to scan, and how. */
export interface GatherOptions {
  readonly targets: readonly Target[];
  /** Globs relative to the base of the report's paths. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** What the command line says about the settings of a project. */
  readonly override: (settings: Settings) => Settings;
}

/** What was found on the way to the finder. */
export interface Gathered {
  /** Lowest threshold of all targets. */
  readonly threshold: number;
  readonly severity: Settings['severity'];
  readonly ignoredGroups: ReadonlySet<string>;
  readonly skipped: readonly SkippedFile[];
  /** The part of `skipped` that the machine refused to read. */
  readonly failures: readonly SkippedFile[];
}

/** What the files are handed to: a finder, or whoever else wants to see them. */
export interface DocumentTaker extends Pick<FinderHandle, 'thresholds' | 'memory'> {
  readonly finder: Pick<FinderHandle['finder'], 'setDocument'> &
    Partial<Pick<FinderHandle['finder'], 'embedAhead'>>;
  readonly start?: FinderHandle['start'];
  /** Absent where an answer to all of it is of no use. */
  readonly answers?: FinderHandle['answers'];
}

/**
 * Hands every file of the targets to the finder, each once, under the settings of its project; files that are as they
 * were come from what was kept of them. Where nothing has changed at all the finder gets nothing: `answers` has it.
 */
export async function gatherDocuments(
  taker: DocumentTaker,
  options: GatherOptions,
  environment: CliEnvironment,
  progress: Progress,
): Promise<Gathered> {
  const { fileSystem, terminal } = environment;
  const base = reportBase(options.targets, terminal.cwd);
  const keeps = globFilter(base, options.include);
  const drops = globFilter(base, options.exclude);
  const met = new Set<string>();
  const skipped = new Map<string, SkippedFile>();
  const failures = new Map<string, SkippedFile>();
  const projects: Project[] = [];
  const scope = ['scan', ...options.targets.map(({ path }) => path)];
  const globs = ['include', ...options.include, 'exclude', ...options.exclude];
  const feeder = new DocumentFeeder(taker, [...scope, ...globs]);
  await feeder.open();
  for (const target of options.targets) {
    const project = await loadProject(target, fileSystem);
    const settings = options.override(project.settings);
    projects.push({ ...project, settings });
    const { excludes } = project;
    const { maxFileSize } = settings;
    const policy = policyFrom(settings, taker.thresholds);
    const root = target.path;
    const workspace = new FolderWorkspace({
      root,
      maxFileSize,
      excludes,
      keeps,
      drops,
      fileSystem,
    });
    for await (const { uri, languageId, stamp } of workspace.files()) {
      const at = toPath(uri);
      const below = relativePath(root, at);
      const realPath = join(target.realPath, below);
      if (met.has(realPath)) continue;
      met.add(realPath);
      const document = { uri, path: below || basename(root), languageId, policy };
      await feeder.take({ document, stamp, workspace });
      progress.show(() => `Reading ${met.size} ${relativePath(terminal.cwd, at)}`);
    }
    for (const file of workspace.skipped) skipped.set(file.uri, file);
    for (const file of workspace.failures) failures.set(file.uri, file);
  }
  await feeder.close();
  await progress.clear();
  await warnOfProblems(projects, environment);
  return {
    threshold: Math.min(...projects.map((p) => policyFrom(p.settings, taker.thresholds).threshold)),
    severity: projects[0]?.settings.severity ?? 'warning',
    ignoredGroups: new Set(projects.flatMap((project) => [...project.ignoredGroups])),
    skipped: [...skipped.values()],
    failures: [...failures.values()],
  };
}

async function warnOfProblems(projects: readonly Project[], { terminal }: CliEnvironment) {
  const lines = projects.flatMap(({ file = '', problems }) =>
    problems.map((problem) => `text-twin: ${relativePath(terminal.cwd, file)}: ${problem}\n`),
  );
  for (const line of new Set(lines)) await terminal.stderr.write(line);
}
