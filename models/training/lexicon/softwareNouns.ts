/** Nouns of programming prose, singular; those of one line are of one field and make near imposites of each other. */
const FIELDS: readonly string[] = [
  'file directory archive volume disk partition drive symlink filename extension inode snapshot backup path',
  'socket port host address connection packet protocol gateway proxy router network interface subnet datagram',
  'thread process lock mutex semaphore barrier scheduler executor worker monitor coroutine fiber latch',
  'table column row index view schema query cursor transaction database record trigger constraint join statement',
  'list array queue stack map tree graph heap tuple vector matrix buffer dictionary collection deque bitmap',
  'string character integer boolean float byte symbol date enum pointer reference literal constant timestamp',
  'class constructor field property variable parameter argument annotation package module namespace mixin trait',
  'exception warning error signal interrupt timeout alarm crash breakpoint assertion failure',
  'button window dialog menu panel label checkbox slider toolbar tooltip scrollbar tab icon cursor widget spinner',
  'image pixel colour font glyph sprite texture shader canvas brush palette gradient border margin animation',
  'key token password certificate signature cipher hash salt credential permission role session nonce secret',
  'user account group owner administrator customer author subscriber member guest tenant reviewer',
  'request response header cookie url endpoint redirect payload attachment form route status',
  'message event listener handler callback subscription topic channel notification mailbox broker',
  'stream reader writer encoder decoder parser lexer formatter serializer filter pipe compressor',
  'compiler linker interpreter debugger profiler assembler bytecode instruction opcode register operand macro',
  'document page paragraph heading title footnote chapter template comment bookmark line word sentence margin',
  'commit branch tag repository merge patch revision conflict submodule changelog remote diff',
  'server client cluster node replica container image pod instance service daemon shard broker',
  'test fixture mock assertion suite benchmark coverage specification report stub',
  'cache pool registry factory builder iterator adapter decorator visitor wrapper delegate observer provider',
  'cpu memory kernel driver device keyboard mouse monitor printer sensor battery clock timer bus firmware',
  'element attribute tag namespace entity node child parent sibling ancestor root leaf edge vertex',
  'size length width height depth radius angle offset distance weight speed duration count',
  'resource context scope session workspace project domain realm content access support format structure',
  'version licence plugin dependency artefact manifest bundle release installer theme locale',
  'calendar month year week day hour minute holiday deadline appointment interval timezone',
  'invoice payment order product price discount currency balance basket shipment coupon tax',
  'song album video frame track playlist camera microphone speaker subtitle codec pitch',
  'model layer gradient tensor neuron weight sample label feature epoch kernel cluster embedding',
  'point line circle polygon rectangle triangle curve sphere axis coordinate plane segment',
  'country city street region map route location address province continent',
  'logger appender console terminal shell prompt command alias environment script option flag',
  'rule policy workflow job task step stage pipeline milestone ticket sprint backlog',
  'component system platform operation action documentation hardware transport feed catalogue',
  'vocabulary corpus phrase language grammar alphabet accent verb noun translation synonym',
];

export const SOFTWARE_NOUNS: readonly string[] = [
  ...new Set(FIELDS.flatMap((line) => line.split(' '))),
];

const fieldsOf = new Map<string, string[]>();
for (const line of FIELDS) {
  const nouns = line.split(' ');
  for (const noun of nouns) fieldsOf.set(noun, [...(fieldsOf.get(noun) ?? []), ...nouns]);
}

/** Nouns of one field that often name the same thing: one for the other may not change what is said. */
const ALIKE = [
  'error failure exception crash signal alarm fault warning',
  'task job step stage workflow process operation action',
  'message notification event signal',
  'user account member subscriber customer',
  'host server machine address',
  'option flag parameter argument property attribute field variable',
  'vertex node point element',
  'edge line link connection',
  'list array collection tuple vector deque queue',
  'path route directory location filename',
  'document page file',
  'token credential key password secret',
  'map dictionary table',
  'console terminal shell prompt',
  'repository archive database',
  'structure format layout schema template',
  'region province area country',
  'size length width height count depth',
  'picture image icon canvas sprite',
  'window dialog panel widget',
  'handler listener callback observer subscriber',
  'module package library namespace component plugin',
  'wrapper decorator adapter delegate',
  'string text word phrase symbol character',
  'lock mutex semaphore latch barrier',
  'scope context session environment namespace',
  'rule policy constraint',
  'cache buffer pool',
  'clock timer timestamp date',
].map((line) => new Set(line.split(' ')));

/** Whether the two may name the same thing. */
export function areAlike(noun: string, other: string): boolean {
  return ALIKE.some((alike) => alike.has(noun) && alike.has(other));
}

/** Other nouns of the fields of `noun`; empty for a noun that is not in the list. */
export function neighboursOf(noun: string): readonly string[] {
  return fieldsOf.get(noun) ?? [];
}
