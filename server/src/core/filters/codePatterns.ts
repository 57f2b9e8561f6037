const NAME = '[A-Za-z_$@][\\w$]{0,80}';
const PATH = `${NAME}(?:(?:\\?\\.|\\.|::|->)${NAME}|\\[[^\\]]{0,60}\\]){0,20}`;
const TYPE = `${PATH}(?:<[^;=]{1,80}>)?(?:\\[\\])?[*&?]?`;

/** Lines that are code in most languages. Each is anchored; prose was ruled out before. */
export const CODE_PATTERNS: readonly RegExp[] = [
  // Assignments and declarations: x = 1, const x: T = y, int n = 3;, self.x += 1
  new RegExp(
    `^(?:(?:export |public |private |protected |static |final |const |let |var |val |mut |auto |readonly )*)${PATH}(?:\\s*:\\s*[\\w<>[\\]|., ]{1,60})?\\s*(?:[-+*/%&|^.]|<<|>>|\\?\\?|\\|\\||&&|:)?=(?![=>])\\s*\\S`,
  ),
  new RegExp(`^(?:(?:const|static|final|unsigned) )*${TYPE}\\s+[*&]?${NAME}\\s*(?:=[^=].*|;)$`),
  new RegExp(`^(?:let|const|var|val|int|char|bool|float|double|auto|String)\\s+${NAME}\\s*[;:=]`),
  // Calls that fill their line: foo(bar);, await a.b(c), new Thing(x)
  new RegExp(
    `^(?:await |return |yield |new |throw |raise |defer |go |echo |!)*${PATH}!?\\(.*\\)\\s*[;,]?$`,
  ),
  new RegExp(`^(?:await |return |yield )*${PATH}\\([^)]{0,200}(?:[({[,]|=>)$`),
  new RegExp(`^\\.${NAME}\\(.*\\)?[;,]?$`),
  // Statements
  /^(?:\}\s*)?(?:else\s+)?(?:if|for|while|switch|catch|foreach|elif|elsif|unless|until)\s*\(.*\)\s*(?:[{;:].*|\S+\(.*\);?|return.*;|break;|continue;)?$/,
  /^(?:\}\s*)?(?:else|try|finally|do)\s*[{:]?$/,
  /^(?:if|elif|while|for|with|except|class|def)\b.{1,200}:$/,
  /^(?:return|break|continue|throw|goto|yield)\b[^.!?]{0,200};$/,
  /^return(?:\s+(?:[\w.$]+|[^a-z\s]\S*|\S+\(.*\)))?$/,
  /^(?:case\s+\S.{0,80}|default)\s*:$/,
  /^(?:async\s+)?(?:function|def|fn|func|fun)\b\s*[\w$.*<>]*\s*\(/,
  /^(?:pub(?:\(\w+\))? |export |default |abstract |public |private |static )*(?:class|struct|enum|interface|trait|impl|namespace|module)\s+[A-Z_]\w*(?:[^.]{0,160}\{|\s*$)/,
  /^(?:public|private|protected|internal|static|override|virtual|@?Override)\b.{0,200}[;{()]$/,
  // Imports
  /^import\s+(?:[\w*{}\s,$]+\s+from\s+)?["'].{1,200}["'];?$/,
  /^(?:import|package|using|use)\s+(?:static\s+)?[\w.:*{},\\ ]+;$/,
  /^(?:from\s+[\w.]+\s+)?import\s+[\w.*]+(?:\s*,\s*[\w.]+)*(?:\s+as\s+\w+)?$/,
  /^(?:const|var|let)\s.{1,100}=\s*require\(/,
  /^#\s*(?:include|define|ifdef|ifndef|endif|undef|if\s+\w)\b/,
  // Line ends that prose does not have
  /(?:[)\]\w"'`]|\s)\{$/,
  /[)\]}"'`]\s*;$/,
  /\)\s*=>\s*\S*$/,
  /^[\w$.[\]]+(?:\+\+|--);?$/,
  /^[\w$.]+;$/,
  /^[}\])]+.{0,20}[;,{(]$/,
  // Instructions of .NET: IL_0000: ldarg.2
  /^IL_[\da-f]{4}: /i,
  // Data: "key": value,
  /^["'][^"']{1,80}["']\s*:\s*\S.{0,200}$/,
  /^["'`][^"'`]{0,200}["'`],$/,
  /^[\w$]{1,60}:\s*(?:[\w$.]+|["'`].{0,200}["'`]|[[{(].{0,200})\s*,$/,
  // Markup
  /^<\/?[A-Za-z][\w.:-]*(?:\s[^<>]{0,300})?\/?>(?:.{0,300}<\/[\w.:-]+>)?$/,
  /^<[A-Za-z][\w.:-]*\s+[\w:@-]+=["'{].{0,300}$/,
  /^@[A-Z]\w*(?:\(.*\))?$/,
];

/** A keyword that a verb follows is the subject of a sentence. */
const NO_VERB = '(?!(?:is|are|was|can|must|should|will|has|have|needs?|does|may)\\b)';
const set = (ids: string): ReadonlySet<string> => new Set(ids.split(' '));

/** Lines that are code in some languages, but could be prose in others. */
export const FAMILY_PATTERNS: readonly {
  readonly languages: ReadonlySet<string>;
  readonly pattern: RegExp;
  /** Whether the line is code even if it reads like a sentence. */
  readonly certain?: boolean;
}[] = [
  {
    languages: set('css scss less html'),
    pattern: /^(?:--)?[a-z-]{2,40}\s*:\s*[^;]{1,200};$|^[.#@&*:]?[\w-]+.{0,200}\{(?:.*\})?$/,
  },
  {
    languages: set('yaml'),
    pattern:
      /^(?:-\s+)?[a-z_][\w./-]*:(?:\s+(?:\S+|["'].{0,200}["']|[[{|>].{0,200}))?$|^-\s+(?:[\w./@:${}-]*[./:_${}][\w./@:${}-]*|["'].{0,200}["'])$/,
  },
  {
    languages: set('toml ini makefile'),
    pattern:
      /^\[{1,2}[\w.\s"-]{1,80}\]{1,2}$|^[\w."-]{1,80}\s*[:?+]?=(?:\s*(?:\S+|["'[{].{0,300}))?$/,
  },
  {
    languages: set('shellscript dockerfile makefile yaml'),
    pattern:
      /^(?:\$\s+)?(?:sudo|apt(?:-get)?|yum|apk|brew|npm|npx|yarn|pnpm|pip3?|git|docker|kubectl|curl|wget|cd|cp|mv|rm|mkdir|chmod|chown|ln|cat|grep|sed|awk|tar|echo|printf|export|source|exit|eval|set)\s+(?:-{1,2}\w|[$"'/.~]|\S+[/=._:@-]\S*|\S+\s+-{1,2}\w|\S+$|\S+\s+\S+$)/,
  },
  {
    languages: set('shellscript makefile'),
    pattern:
      /^(?:if|elif|while|until)\s+(?:\[{1,2}\s|!|test\s|\(\().{0,300}$|^(?:fi|done|esac|then|else|;;)$|^\w+=(?:\S*|["'(].{0,300})$|^\w+\(\)\s*\{?$|\s\|\s+(?:grep|awk|sed|xargs|sort|head|tail|tee|wc|cut)\b|>\s?\/dev\/null/,
  },
  {
    languages: set('dockerfile'),
    pattern: new RegExp(
      `^(?:FROM|RUN|COPY|ADD|ENV|ARG|CMD|ENTRYPOINT|EXPOSE|WORKDIR|VOLUME|USER|LABEL)\\s+${NO_VERB}\\S`,
    ),
    certain: true,
  },
  {
    languages: set('sql'),
    pattern: new RegExp(
      `^(?:SELECT|INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|CREATE|ALTER|DROP|GRANT|REVOKE|FROM|(?:LEFT |INNER |RIGHT |OUTER )*JOIN|WHERE|AND|OR|ORDER BY|GROUP BY|HAVING|SET|VALUES|UNION|BEGIN|COMMIT)\\b\\s*${NO_VERB}`,
    ),
    certain: true,
  },
  {
    languages: set('sql'),
    pattern: /^(?:select|insert|update|delete|create|alter|drop|grant|set|call)\b.{1,300};$/,
  },
  {
    languages: set('ruby'),
    pattern:
      /^(?:puts|p|raise|yield)\s+[\w.@:]+$|^(?:end|begin|ensure|rescue(?:\s+[\w:]+(?:\s+=>\s+\w+)?)?)$|^(?:gem|require|require_relative|include|extend|attr_\w+|puts|raise|validates)\s+["':A-Z]|\bdo(?:\s+\|[^|]{1,60}\|)?$|^\w+(?:\.\w+)*\s+:\w+/,
  },
  {
    languages: set('python'),
    pattern:
      /^(?:print|assert|del|raise|global|pass|from|async|await|@\w)\b[^.]{0,10}(?:\(|$)|^@\w+/,
  },
  {
    languages: set('go rust swift kotlin'),
    pattern:
      /^(?:guard|if)\s+(?:let|var)\s+\w+\s*=|^(?:if|for|switch|guard|match|while|loop|select)\b.{0,200}\{$|^[\w.,\s]{1,80}:=\s*\S/,
  },
];
