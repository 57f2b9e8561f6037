import type { GroupFilter, GroupMember } from './groupFilter';

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Names of platforms, products and languages of which projects have one page or one file each. */
const PARALLEL = set(
  `windows win win32 win64 linux linux32 linux64 mac macos macosx osx darwin unix posix ubuntu debian fedora centos rhel
  redhat opensuse suse archlinux alpine android ios iphone ipados tvos watchos visionos freebsd netbsd openbsd dragonfly bsd
  solaris sunos aix haiku os390 zos hurd qnx ibmi vxworks fuchsia zephyr freertos cygwin mingw msvc wasm wasi browser node nodejs deno bun electron desktop mobile
  docker podman kubernetes k8s helm aws azure gcp gke eks aks heroku netlify vercel cloudflare lambda
  arm arm32 arm64 armv7 aarch64 x86 x64 x86_64 i386 i686 amd64 mips mips64 riscv riscv64 ppc ppc64 ppc64le powerpc s390 s390x sparc
  loong64 loongarch64 sse sse2 sse41 avx avx2 avx512 neon sve altivec vsx simd scalar cuda rocm hip sycl metal vulkan opengl gles directx d3d11 d3d12 webgl webgpu
  bash zsh fish powershell pwsh cmd
  python python2 python3 py java kotlin scala groovy javascript js typescript ts go golang rust ruby php perl csharp dotnet fsharp vb cpp swift objc dart
  mysql mariadb postgres postgresql pgsql sqlite sqlite3 oracle mssql sqlserver mongodb redis cassandra
  react vue angular svelte preact solid maven gradle npm yarn pnpm github gitlab bitbucket
  jetty tomcat undertow netty reactive servlet webflux webmvc jackson jackson2 log4j log4j2 logback bounded unbounded
  epoll kqueue iocp poll select io_uring glfw sdl sdl2 gtk qt cocoa x11 wayland`,
);
const SHORTEST_WORD = 3;
/**
 * A page in a tree of documentation, whose page of the same name is made of it, or is its like of another release or
 * package.
 */
const PAGE =
  /(?:^|\/)(?:docs?|documentation|manual|website)\/(?:.*\/)?([^/]+?)\.(?:mdx?|markdown|rst|adoc|asciidoc|txt|html?)$/i;
/** Every folder has one. */
const HEAD_PAGES = set('readme index overview introduction intro summary _index');
/** Each is run by itself, and most of what they have in common cannot be told once. */
const WORKFLOW = /^\.(?:github\/workflows|gitlab\/ci|circleci)\//;
/** `v1`, `2.x`, `1.20.3`, `v1beta1`. */
const VERSION =
  /^v?\d+(?:\.(?:\d+|x)){0,3}$|^v\d+(?:alpha|beta|rc)?\d*$|^(?:latest|stable|nightly|legacy|unstable)$/;
/** `rxjava3`: a name and its number, of a folder that stands beside one of another number. */
const NUMBERED = /^([a-z]{3,})\d{1,2}$/;
/** Files of settings, of which one folder holds variants: `deploy.rootless.yaml`. */
const VARIANT = /^([^.]+)(?:\.[^.]+)*\.(?:ya?ml|toml|conf|ini)$/;
const LANGUAGE_ENDING =
  /\.(?:py|java|kt|scala|js|ts|jsx|tsx|go|rs|rb|php|cs|fs|cpp|cc|c|swift|dart|m)$/;

/** Pages and files for parallel platforms, versions and languages, which readers see one at a time. */
export const parallel: GroupFilter = {
  name: 'parallel',
  reason: 'Readers see one platform, version or product at a time.',
  keysOf(passage) {
    const { kind, site, pages } = passage;
    const { path, member } = site;
    const keys = pages === undefined ? [] : [`pages\n${pages}`];
    if (WORKFLOW.test(path)) keys.push('workflow');
    const page = pageOf(passage);
    if (page !== undefined) keys.push(`page\n${page}`);
    if (kind !== 'comment') keys.push(`depth\n${path.split('/').length}`);
    keys.push(`current\n${currentOf(path)}`);
    const variant = variantOf(path);
    if (variant !== undefined) keys.push(`variant\n${variant}`);
    const shape = shapeOf(path);
    if (shape === undefined) return keys;
    keys.push(`shape\n${shape.whole}`);
    // Files of two platforms may be cut differently; the same function is still the same function.
    if (member !== undefined && shape.folder !== undefined) keys.push(`${shape.folder}\n${member}`);
    return keys;
  },
  relates(one, other) {
    if (one.uri === other.uri) return false;
    if (one.pages !== undefined && one.pages === other.pages) return true;
    if (arePagesOfOneName(one, other)) return true;
    if (WORKFLOW.test(one.site.path) && WORKFLOW.test(other.site.path)) return true;
    if (currentOf(one.site.path) === currentOf(other.site.path)) return true;
    const variant = variantOf(one.site.path);
    if (variant !== undefined && variant === variantOf(other.site.path)) return true;
    if (one.kind !== 'comment' && areTwinPaths(one.site.path, other.site.path)) return true;
    const [a, b] = [shapeOf(one.site.path), shapeOf(other.site.path)];
    if (a === undefined || b === undefined) return false;
    // In one folder of one platform, files are no more parallel than any others.
    if (a.whole === b.whole) return true;
    return (
      a.folder !== undefined &&
      a.folder === b.folder &&
      a.slot !== b.slot &&
      one.site.member !== undefined &&
      one.site.member === other.site.member
    );
  },
};

/** The path that a file has, or had, where no release is set apart: `post/v1/send.py` and `post/send.py` share it. */
function currentOf(path: string): string {
  return path
    .toLowerCase()
    .split('/')
    .filter((segment) => !VERSION.test(segment))
    .join('/');
}

/** The folder and the name that variants of a file of settings share. */
function variantOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/') + 1;
  const name = VARIANT.exec(path.slice(slash))?.[1];
  return name === undefined ? undefined : path.slice(0, slash) + name;
}

function arePagesOfOneName(one: GroupMember, other: GroupMember): boolean {
  const [a, b] = [pageOf(one), pageOf(other)];
  return a !== undefined && a === b;
}

/** The name of a page in a tree of documentation. */
function pageOf({ kind, site: { path } }: GroupMember): string | undefined {
  if (kind === 'comment') return undefined;
  const name = PAGE.exec(path)?.[1]?.toLowerCase();
  // `JsonArguments.md` is the source of `json-arguments.md`.
  return name === undefined || HEAD_PAGES.has(name) ? undefined : name.replace(/[-_ ]/g, '');
}

/** Whether paths are equal once a word of a folder is replaced: `jackson/JacksonMixin`, `gson/GsonMixin`. */
function areTwinPaths(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => path.toLowerCase().split('/'));
  const at = a?.findIndex((segment, i) => segment !== b?.[i]) ?? -1;
  const [wordsA, wordsB] = [a, b].map((path) => path?.[at]?.split(/[-_.]/) ?? []);
  if (!wordsA || !wordsB || at < 0 || at === (a?.length ?? 0) - 1) return false;
  if (wordsA.length !== wordsB.length) return false;
  const word = wordsA.findIndex((part, i) => part !== wordsB[i]);
  const [from = '', to = ''] = [wordsA[word], wordsB[word]];
  if (from.length < SHORTEST_WORD || to.length < SHORTEST_WORD) return false;
  return one.toLowerCase().replaceAll(from, to) === other.toLowerCase().replaceAll(from, to);
}

interface Shape {
  readonly whole: string;
  /** The path to the first folder that is named after something parallel, and that folder's name. */
  readonly folder?: string;
  readonly slot?: string;
}

/** A path with a blank for each name of a platform, version or language in it; undefined without one. */
function shapeOf(path: string): Shape | undefined {
  const segments = path.toLowerCase().split('/');
  const file = segments.pop() ?? '';
  let folder: string | undefined;
  let slot = '';
  let isLanguage = false;
  const folders = segments.map((segment, at) => {
    const shape = blank(segment).replace(NUMBERED, '$1*');
    if (shape !== segment && folder === undefined) {
      folder = [...segments.slice(0, at), shape].join('/');
      slot = segment;
    }
    isLanguage ||= shape === '*';
    return shape;
  });
  const shape = blankName(isLanguage ? file.replace(LANGUAGE_ENDING, '') : file);
  const whole = [...folders, shape].join('/');
  if (!whole.includes('*')) return undefined;
  return folder === undefined ? { whole } : { whole, folder, slot };
}

/** A file's name keeps its ending, which may be the name of a language. */
function blankName(file: string): string {
  const dot = file.lastIndexOf('.');
  return dot <= 0 ? blank(file) : blank(file.slice(0, dot)) + file.slice(dot);
}

/** A name with `*` for what is parallel in it: as a whole, or piece by piece. */
function blank(name: string): string {
  if (isParallel(name)) return '*';
  const pieces = name.split(/([-_ ]|\.(?!\d)|(?<!\d)\.)/);
  return pieces.map((piece) => (isParallel(piece) ? '*' : piece)).join('');
}

function isParallel(piece: string): boolean {
  return PARALLEL.has(piece) || VERSION.test(piece);
}
