import type { Position } from './core/documents/lines';
import type { ReportGroup, ReportPassage } from './core/reports/report';
import type { Comparison } from './core/twins/twin';

/*
 * What client and server say to each other beyond the Language Server Protocol. Both sides import this file;
 * no method name is written anywhere else. Lines are one-based in `startLine`/`endLine`, as in the
 * command line's JSON, and zero-based in `range`, as in the LSP.
 */

/** A stretch of a document; zero-based lines and UTF-16 columns, as in the LSP. */
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

/** The two texts of `textTwin/compare`. */
export interface CompareParams {
  readonly a: string;
  readonly b: string;
}

/** The answer of `textTwin/compare`. */
export interface ComparisonJson extends Comparison {
  /** The lowest similarity of a `near-duplicate`. */
  readonly threshold: number;
}

/** What `textTwin/similar` looks for. */
export interface SimilarParams {
  readonly text: string;
  /** How many passages are wanted: a whole number from 1 to 1000; 10 when absent. */
  readonly top?: number;
}

/** A passage and where it stands, in the shape of the command line's JSON plus `uri` and `range`. */
export interface PassageJson extends ReportPassage {
  readonly uri: string;
  readonly range: TextRange;
}

/** An answer of `textTwin/similar`. */
export interface SimilarPassageJson extends PassageJson {
  /** Distance to the text asked for, ≥ 0. */
  readonly energy: number;
  /** Where it is like the text asked for but states another fact: `ascending → descending`. */
  readonly differsIn?: string;
}

/** A group of twins, in the shape of the command line's JSON. */
export interface GroupJson extends ReportGroup {
  readonly members: readonly PassageJson[];
}

/** What a scan found. */
export interface ScanResult {
  readonly files: number;
  readonly passages: number;
  readonly groups: number;
  /** Files passed over, and why. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** What the server is doing, for a status bar. */
export interface ServerStatus {
  /** `error`: no model could be loaded; requests are answered, with nothing in them. */
  readonly state: 'starting' | 'indexing' | 'ready' | 'error';
  /** Files examined so far, of `total`, in the present round. */
  readonly done: number;
  readonly total: number;
  readonly passages: number;
  readonly groups: number;
  /** Files passed over in the last scan. */
  readonly skipped: number;
  /** The model's id; empty until it is loaded. */
  readonly model: string;
  readonly backend: string;
  /** What went wrong, in state `error`. */
  readonly message?: string;
}

/**
 * A request by its method name. The two type parameters live in the compiler alone, so that this file needs
 * neither the client's nor the server's LSP library, which differ in version.
 */
export interface RequestOf<Params, Result> {
  readonly method: `textTwin/${string}`;
  readonly types?: (params: Params) => Result;
}

/** A notification by its method name. */
export interface NotificationOf<Params> {
  readonly method: `textTwin/${string}`;
  readonly types?: (params: Params) => void;
}

/** Client to server: how alike are two texts? Fails with `RequestFailed` while there is no model. */
export const compareRequest: RequestOf<CompareParams, ComparisonJson> = {
  method: 'textTwin/compare',
};

/** Client to server: the passages of the workspace nearest to a text, nearest first. */
export const similarRequest: RequestOf<SimilarParams, readonly SimilarPassageJson[]> = {
  method: 'textTwin/similar',
};

/** Client to server, without parameters: all groups of twins, most similar first, once all is examined. */
export const groupsRequest: RequestOf<undefined, readonly GroupJson[]> = {
  method: 'textTwin/groups',
};

/** Client to server, without parameters: read all files again; answers when all is examined. Cancellable. */
export const scanRequest: RequestOf<undefined, ScanResult> = { method: 'textTwin/scan' };

/** Server to client: sent whenever the state or its figures change. */
export const statusNotification: NotificationOf<ServerStatus> = { method: 'textTwin/status' };

/** A language of which no more is known than its comments, in the words of VS Code's language configurations. */
export interface ConfiguredLanguage {
  readonly id: string;
  /** Ends of file names, with the dot. */
  readonly extensions: readonly string[];
  /** Whole file names. */
  readonly filenames: readonly string[];
  readonly lineComment?: string | { readonly comment: string };
  readonly blockComment?: readonly [string, string];
}

/** `initializationOptions` of the server; every key is optional. */
export interface InitializationOptions {
  /** Settings for clients that cannot answer `workspace/configuration`; keys without `textTwin.`. */
  readonly textTwin?: unknown;
  /**
   * The client has the commands of `clientCommands`, so code actions may name them. Only for clients that
   * come with this server.
   */
  readonly clientCommands?: boolean;
  /** Absolute path of a folder for embeddings, made if needed; by default one in the user's cache folder. */
  readonly cacheFolder?: string;
  /** Languages to read beside those that the server knows; these stay as they are. */
  readonly languages?: readonly ConfiguredLanguage[];
}

/** A place that a client command starts from. */
export interface PlaceArgument {
  readonly uri: string;
  readonly range: TextRange;
}

/** Commands that the client registers and code actions name; each takes the places named. */
export const clientCommands = {
  /** `(from: PlaceArgument)`: reveals the next member of the group. */
  nextTwin: 'textTwin.nextTwin',
  /** `(a: PlaceArgument, b: PlaceArgument)`: opens both in the diff editor. */
  diffTwins: 'textTwin.diffTwins',
  /** `(uri: string)`: saves a `.texttwin.json` after an edit. */
  saveSettingsFile: 'textTwin.saveSettingsFile',
} as const;
