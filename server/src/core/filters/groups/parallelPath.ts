import { remembered } from '../../remembered';

/** What a path tells of files that are parallel to it. */
export interface ParallelPath {
  /** See {@link Shape}; undefined where nothing in the path is named after something parallel. */
  readonly shape: Shape | undefined;
  /**
   * The path that a file has, or had, where no release is set apart: `post/v1/send.py` and `post/send.py` share it, and so
   * do `tests/post/send.py` and `tests/post2/send.py`.
   */
  readonly current: string;
  /** The folder and the name that variants of a file of settings share. */
  readonly variant: string | undefined;
  /** The name of a page in a tree of documentation. */
  readonly page: string | undefined;
}

/** Where more paths are asked for, all are forgotten: filters ask for those of one group again and again. */
const MOST_PATHS = 4096;

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/));

/** Names of platforms, products and languages of which projects have one page or one file each. */
const PARALLEL = set(
  `windows win win32 win64 linux linux32 linux64 mac macos macosx osx darwin unix posix ubuntu debian fedora centos rhel
  redhat opensuse suse archlinux alpine android ios iphone ipados tvos watchos visionos freebsd netbsd openbsd dragonfly bsd
  solaris sunos aix haiku os390 zos hurd qnx ibmi vxworks fuchsia zephyr freertos cygwin mingw msvc wasm wasi browser node nodejs deno bun electron desktop mobile
  docker podman kubernetes k8s helm aws azure gcp gke eks aks heroku netlify vercel cloudflare lambda
  arm arm32 arm64 armv7 aarch64 x86 x64 x86_64 i386 i686 amd64 mips mips64 riscv riscv64 ppc ppc64 ppc64le powerpc s390 s390x sparc
  loong64 loongarch64 aesni armcrypto sse sse2 sse41 avx avx2 avx512 neon sve altivec vsx simd scalar cuda rocm hip sycl metal vulkan opengl gles directx d3d11 d3d12 webgl webgpu wgpu
  dx9 dx10 dx11 dx12 opengl2 opengl3
  bash zsh fish powershell pwsh cmd
  python python2 python3 py java kotlin scala groovy javascript js typescript ts go golang rust ruby php perl csharp dotnet fsharp vb cpp swift objc dart
  mysql mariadb postgres postgresql pgsql sqlite sqlite3 oracle mssql sqlserver mongodb redis cassandra
  react vue angular svelte preact solid maven gradle npm yarn pnpm github gitlab bitbucket
  jetty tomcat undertow netty reactive servlet webflux webmvc jackson jackson2 log4j log4j2 logback bounded unbounded
  openssl boringssl libressl wolfssl mbedtls gnutls rustls schannel bearssl
  epoll kqueue iocp poll select io_uring glfw sdl sdl2 sdl3 gtk qt cocoa x11 wayland`,
);
/**
 * A page in a tree of documentation, whose page of the same name is made of it, or is its like of another release or
 * package.
 */
const PAGE =
  /(?:^|\/)(?:docs?|documentation|manual|website)\/(?:.*\/)?([^/]+?)\.(?:mdx?|markdown|rst|adoc|asciidoc|txt|html?)$/i;
/** Every folder has one. */
const HEAD_PAGES = set('readme index overview introduction intro summary _index');
/** `v1`, `2.x`, `1.20.3`, `v1beta1`. */
const VERSION =
  /^v?\d+(?:\.(?:\d+|x)){0,3}\+?$|^v\d+(?:alpha|beta|rc)?\d*$|^(?:latest|stable|nightly|legacy|unstable)$/;
/** `poly32`, `poly64`: for two sizes of a word. */
const SIZED = /^[a-z]{3,}(?:32|64)$/;
/** `rxjava3`: a name and its number, of a folder that stands beside one of another number. */
const NUMBERED = /^([a-z]{3,})\d{1,2}$/;
/** Files of settings, of which one folder holds variants: `deploy.rootless.yaml`. */
const VARIANT = /^([^.]+)(?:\.[^.]+)*\.(?:ya?ml|toml|conf|ini)$/;
const LANGUAGE_ENDING =
  /\.(?:py|java|kt|scala|js|ts|jsx|tsx|go|rs|rb|php|cs|fs|cpp|cc|c|swift|dart|m)$/;

/** What there is to say of a path; asked again, it is not worked out again. */
export const parallelPath = remembered(
  MOST_PATHS,
  (path): ParallelPath => ({
    shape: shapeOf(path),
    current: currentOf(path),
    variant: variantOf(path),
    page: pageOf(path),
  }),
);

function currentOf(path: string): string {
  const folders = path.toLowerCase().split('/');
  const file = folders.pop() as string;
  const unnumbered = folders
    .filter((folder) => !VERSION.test(folder))
    .map((folder) => folder.replace(NUMBERED, '$1'));
  return [...unnumbered, file].join('/');
}

function variantOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/') + 1;
  const name = VARIANT.exec(path.slice(slash))?.[1];
  return name === undefined ? undefined : path.slice(0, slash) + name;
}

function pageOf(path: string): string | undefined {
  const name = PAGE.exec(path)?.[1]?.toLowerCase();
  // `JsonArguments.md` is the source of `json-arguments.md`.
  return name === undefined || HEAD_PAGES.has(name) ? undefined : name.replace(/[-_ ]/g, '');
}

/** A path with blanks. */
export interface Shape {
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
  // `rxjava3/RxJava3Adapter.java`: what the folder is named after, its files may be as well.
  const named = NUMBERED.test(slot) ? file.replaceAll(slot, slot.replace(NUMBERED, '$1*')) : file;
  const shape = blankName(isLanguage ? named.replace(LANGUAGE_ENDING, '') : named);
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
  // `php7` is a version of `php`, as `2.13+` is one of nothing else.
  return (
    PARALLEL.has(piece.replace(/\d{1,2}$/, '')) ||
    PARALLEL.has(piece) ||
    VERSION.test(piece) ||
    SIZED.test(piece)
  );
}
