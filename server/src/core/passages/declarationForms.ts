/** How one family of languages writes the declarations that a comment may stand above. */
export interface DeclarationForms {
  /** VS Code language ids. */
  readonly languages: readonly string[];
  /** What may stand before a declaration, on lines of its own or not: decorators, attributes. */
  readonly annotation?: RegExp;
  /** Words that may stand before a declaration's keyword or name. */
  readonly modifiers?: RegExp;
  /** Tried in order; the first group is the declared name. */
  readonly forms: readonly RegExp[];
}

// Each character can be matched in one way alone inside these: no pattern made of them backtracks far.
const NAME = String.raw`([\p{L}_$][\p{L}\p{N}_$]*)`;
const PARENTHESES = String.raw`\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)`;
const GENERIC = '<(?:[^<>;(){}]|<(?:[^<>;(){}]|<[^<>;(){}]*>)*>)*>';
const TYPE = String.raw`(?:[\w$:.]|${GENERIC})+[?*&[\]]*`;
/** A statement that begins with one of these looks like a type and a name. */
const STATEMENT =
  'return|throw|new|delete|else|goto|case|await|yield|using|import|package|assert|break|continue|if|do|co_await|co_return';
const DECORATOR = String.raw`@(?!interface\b)[\w.:]+(?:${PARENTHESES})?`;

const form = (pattern: string) => new RegExp(`^${pattern}`, 'u');
const repeated = (pattern: string) => new RegExp(`^(?:(?:${pattern})\\s*)+`, 'u');
const words = (list: string) => new RegExp(`^(?:(?:${list.replaceAll(' ', '|')})\\s+)+`, 'u');

const TYPE_KEYWORDS = 'class|struct|interface|union|namespace|trait|record|enum(?:\\s+class)?';
/** `class Name {`, but not `struct name *make(void)`. */
const TYPE_DECLARATION = form(
  String.raw`(?:${TYPE_KEYWORDS}|@interface)\s+(?:[A-Z_]+\s+)?${NAME}(?=\s*(?:[{:;<(]|$|extends|implements|permits|final|where))`,
);
const TYPED_MEMBER = form(
  String.raw`(?!(?:${STATEMENT})\b)(?:${TYPE}\s+)+(?:[*&]+\s*)?(?:\w+::)*~?${NAME}\s*(?:${GENERIC}\s*)?(?=[(=;{[])`,
);
const CONSTRUCTOR = form(String.raw`~?${NAME}\s*${PARENTHESES}\s*(?=[{:]|throws\b)`);

/** Languages that are not here declare nothing that a comment could be about. */
export const DECLARATION_FORMS: readonly DeclarationForms[] = [
  {
    languages: ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
    annotation: repeated(DECORATOR),
    modifiers: words(
      'export default declare abstract async public private protected static readonly override accessor',
    ),
    forms: [
      form(String.raw`function\s*\*?\s*${NAME}`),
      form(String.raw`(?:class|interface|type|namespace|(?:const\s+)?enum)\s+${NAME}`),
      form(String.raw`(?:const|let|var)\s+${NAME}(?=\s*[=:;!])`),
      // A method has a body or a result type; what ends in a semicolon is a call.
      form(
        String.raw`(?:(?:get|set)\s+)?\*?\s*#?${NAME}[?!]?\s*(?:${GENERIC}\s*)?${PARENTHESES}\s*(?=[{:])`,
      ),
      form(String.raw`#?${NAME}[?!]?\s*[:=](?![=>])`),
      form(String.raw`(?:[\w$]+\.)+${NAME}\s*=\s*(?:async\s*)?(?:function|\()`),
    ],
  },
  {
    languages: ['java', 'csharp'],
    annotation: repeated(String.raw`${DECORATOR}|\[\w[^\]]*\]`),
    modifiers: words(
      'public private protected internal static final abstract sealed override virtual readonly async partial default synchronized native unsafe extern new required',
    ),
    forms: [TYPE_DECLARATION, TYPED_MEMBER, CONSTRUCTOR],
  },
  {
    languages: ['c', 'cpp'],
    annotation: repeated(
      String.raw`\[\[[^\]]*\]\]|template\s*${GENERIC}|__attribute__\s*${PARENTHESES}`,
    ),
    modifiers: words('static inline extern constexpr virtual explicit friend'),
    forms: [
      form(String.raw`#\s*define\s+${NAME}`),
      form(String.raw`typedef\s+(?:struct|union|enum)\s+${NAME}\s*(?=\{)`),
      form(String.raw`using\s+${NAME}\s*=`),
      // Objective-C, whose headers are taken for C: `- (nullable Letter *)letterAt:(int)place`.
      form(String.raw`[-+]\s*${PARENTHESES}\s*${NAME}\s*(?=[:;{])`),
      TYPE_DECLARATION,
      TYPED_MEMBER,
      CONSTRUCTOR,
    ],
  },
  {
    languages: ['kotlin'],
    annotation: repeated(DECORATOR),
    modifiers: words(
      'public private protected internal open abstract final override suspend inline tailrec operator infix data sealed lateinit const enum annotation inner value companion expect actual external',
    ),
    forms: [
      form(String.raw`(?:class|interface|object|typealias)\s+${NAME}`),
      form(String.raw`(?:fun|val|var)\s+(?:${GENERIC}\s*)?(?:\w+(?:${GENERIC})?\??\.)*${NAME}`),
    ],
  },
  {
    languages: ['swift'],
    annotation: repeated(DECORATOR),
    modifiers: words(
      String.raw`public private(?:\(set\))? fileprivate internal open static final override mutating nonmutating lazy weak unowned convenience required indirect dynamic`,
    ),
    forms: [
      form(
        String.raw`(?:class\s+)?(?:class|struct|enum|protocol|actor|typealias|associatedtype|case|func|let|var)\s+${NAME}`,
      ),
    ],
  },
  {
    languages: ['go'],
    forms: [
      form(String.raw`func\s+(?:\([^()]*\)\s*)?${NAME}`),
      form(String.raw`(?:type|const|var)\s+${NAME}`),
      form(String.raw`${NAME}\s*:?=(?!=)`),
      // A field of a struct or a constant of a block; exported ones begin with a capital.
      form(String.raw`(?!(?:${STATEMENT}|go|defer)\b)${NAME}[ \t]+[*[\]\w.]+[ \t]*(?=[=\x60\r\n])`),
    ],
  },
  {
    languages: ['rust'],
    annotation: repeated(String.raw`#\[[^\]]*\]`),
    modifiers: words(
      String.raw`pub(?:\([^()]*\))? async unsafe default extern(?:\s+"\w*")? const(?=\s+(?:unsafe|extern|async|fn)\b)`,
    ),
    forms: [
      form(String.raw`(?:fn|struct|enum|trait|union|type|mod|macro_rules!)\s+${NAME}`),
      form(String.raw`(?:const|static|let)\s+(?:mut\s+)?${NAME}`),
      form(String.raw`${NAME}\s*:(?!:)`),
    ],
  },
  {
    languages: ['python'],
    annotation: repeated(DECORATOR),
    forms: [
      form(String.raw`(?:async\s+)?(?:def|class)\s+${NAME}`),
      form(String.raw`${NAME}\s*(?::[^=\r\n]+)?=(?!=)`),
    ],
  },
  {
    languages: ['ruby'],
    modifiers: words('private protected public module_function private_class_method'),
    forms: [
      form(String.raw`def\s+(?:\w+\.)?${NAME}`),
      form(String.raw`(?:class|module)\s+(?:\w+::)*${NAME}`),
      form(String.raw`attr_(?:reader|writer|accessor)\s+:${NAME}`),
      form(String.raw`${NAME}\s*=(?![=~>])`),
    ],
  },
  {
    languages: ['php'],
    annotation: repeated(String.raw`#\[[^\]]*\]`),
    modifiers: words('public private protected static final abstract readonly var'),
    forms: [
      form(String.raw`function\s+&?\s*${NAME}`),
      form(String.raw`(?:class|interface|trait|enum)\s+${NAME}`),
      form(String.raw`const\s+${NAME}\s*=`),
      form(String.raw`(?:\??[\w\\|]+\s+)?\$${NAME}\s*(?=[=;,)])`),
    ],
  },
  {
    languages: ['shellscript'],
    forms: [
      form(String.raw`(?:function\s+)([\w:.-]+)`),
      form(String.raw`([\w:.-]+)\s*\(\s*\)`),
      form(String.raw`(?:(?:export|readonly|local|declare)\s+(?:-\w+\s+)*)?${NAME}=`),
    ],
  },
  {
    languages: ['powershell'],
    annotation: repeated(String.raw`\[[^\]]*\]`),
    forms: [
      form(String.raw`(?:function|filter|class|enum)\s+(?:\w+:)?([\w-]+)`),
      form(String.raw`\$(?:\w+:)?${NAME}\s*=`),
    ],
  },
  {
    languages: ['sql'],
    modifiers: /^create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+|unique\s+|materialized\s+)*/i,
    forms: [
      /^(?:table|view|function|procedure|trigger|index|type|sequence)\s+(?:if\s+not\s+exists\s+)?(?:\w+\.)*["`[]?(\w+)/i,
    ],
  },
];
