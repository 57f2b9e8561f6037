/** One option of a command. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** Placeholder of its value in the help; an option without one is a switch. */
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly help: string;
}

/** What a command accepts, declared once for parser and help. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Lines after the program's name. */
  readonly usage: readonly string[];
  readonly options: readonly OptionSpec[];
  /** Paragraphs below the options. */
  readonly notes?: readonly string[];
  /** Whether positional arguments are texts, which may begin with a dash after `--`. */
  readonly takesTexts?: boolean;
}

/** Options of every command. */
export const commonOptions: readonly OptionSpec[] = [
  { name: 'help', short: 'h', help: 'Show this help.' },
];

const globNote =
  'Globs match paths as the JSON report writes them; quote them, so that the shell does not expand them.';

const fileOptions: readonly OptionSpec[] = [
  { name: 'include', value: 'GLOB', repeatable: true, help: 'Scan only files that match.' },
  { name: 'exclude', value: 'GLOB', repeatable: true, help: 'Leave out files that match.' },
];

const cacheOptions: readonly OptionSpec[] = [
  { name: 'cache', value: 'DIR', help: 'Keep embeddings for the next run in DIR.' },
  { name: 'no-cache', help: 'Embed every passage anew and keep nothing.' },
];

const cacheNote =
  'Embeddings are kept in the folder text-twin of your cache folder, 512 MB at most. TEXT_TWIN_CACHE names another; off there means none.';

/** `text-twin scan` */
export const scanSpec: CommandSpec = {
  name: 'scan',
  summary: 'Find passages that say the same in folders and files.',
  usage: ['scan [PATH…] [options]'],
  options: [
    { name: 'format', value: 'FORMAT', help: 'text (default), json, sarif or html.' },
    { name: 'output', value: 'FILE', help: 'Write the report to FILE.' },
    { name: 'threshold', value: 'S', help: 'Lowest similarity reported, from 0 to 1.' },
    { name: 'sensitivity', value: 'NAME', help: 'strict, balanced or loose.' },
    { name: 'fail-on', value: 'N', help: 'Exit 1 when N or more groups are found.' },
    { name: 'baseline', value: 'FILE', help: 'Leave out groups of this earlier JSON report.' },
    ...fileOptions,
    ...cacheOptions,
    {
      name: 'no-filter',
      value: 'NAME',
      repeatable: true,
      help: 'Report what a filter of legitimate repetition silences; all for all of them.',
    },
    {
      name: 'verbose',
      help: 'Name model and backend; list the skipped files, and what is not reported and why.',
    },
  ],
  notes: [
    globNote,
    cacheNote,
    'Without PATH the working folder is scanned. .gitignore, .texttwinignore and .texttwin.json are honoured; a file named as PATH is read even if they leave it out.',
    'Exit status: 0 done, 1 the gate of --fail-on failed, 2 unusable arguments or unreadable input.',
  ],
};

/** `text-twin compare` */
export const compareSpec: CommandSpec = {
  name: 'compare',
  summary: 'Say how alike two texts are.',
  usage: ['compare [options] A B', 'compare [options] --files F G', 'compare --pairs [FILE.jsonl]'],
  options: [
    { name: 'files', help: 'A and B are names of files.' },
    { name: 'pairs', help: 'Read a JSON object with "a" and "b" from each line of FILE.' },
    { name: 'format', value: 'FORMAT', help: 'text (default) or json.' },
  ],
  notes: [
    'With --pairs, FILE may be gzipped; "-" or no FILE reads standard input. Each pair is answered by a line of JSON in the same order, with its "id" if it had one; blank lines are passed over. A bad line is answered by {"error": …} and the exit status is 2 at the end.',
  ],
  takesTexts: true,
};

/** `text-twin similar` */
export const similarSpec: CommandSpec = {
  name: 'similar',
  summary: 'Find the passages nearest to a text.',
  usage: ['similar [options] TEXT [PATH…]', 'similar [options] TEXT --index DIR'],
  options: [
    { name: 'top', value: 'K', help: 'How many passages to show; 10 by default.' },
    { name: 'index', value: 'DIR', help: 'Look in this table of "index export --engine".' },
    { name: 'format', value: 'FORMAT', help: 'text (default) or json.' },
    ...fileOptions,
    ...cacheOptions,
  ],
  notes: [globNote],
  takesTexts: true,
};

/** `text-twin index` */
export const indexSpec: CommandSpec = {
  name: 'index',
  summary: 'Hand embeddings from one machine to others: they start warm.',
  usage: [
    'index export FILE [PATH…] [options]',
    'index export DIR [PATH…] --engine lancedb',
    'index import FILE [--cache DIR]',
  ],
  options: [
    { name: 'engine', value: 'NAME', help: 'Write a table for a vector engine: lancedb.' },
    ...fileOptions,
    ...cacheOptions,
  ],
  notes: [
    'export writes the embeddings of all passages in PATH (the working folder by default) to FILE, embedding those that are not in the cache. import adds those of FILE to the cache of this user, from where the editors read them as well.',
    'With --engine, DIR becomes a table of passages for "similar --index DIR", for more than one machine can scan. LanceDB is not part of Text Twin: npm install @lancedb/lancedb beside it, or let TEXT_TWIN_ENGINES name the folder of its node_modules.',
    'FILE must come from the same model. All of it is verified before any of it is used; still, import only what you trust: whoever made it can choose which passages count as alike.',
    cacheNote,
  ],
};

/** `text-twin serve` */
export const serveSpec: CommandSpec = {
  name: 'serve',
  summary: 'Run the language server, for any editor that speaks LSP.',
  usage: ['serve --stdio'],
  options: [
    { name: 'stdio', help: 'Speak over standard input and output.' },
    { name: 'clientProcessId', value: 'PID', help: 'End when this process ends.' },
  ],
};
