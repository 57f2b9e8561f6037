/** Arguments or input that cannot be used; the message is for the user and the run exits 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** Exit statuses of the command line. */
export const EXIT = {
  done: 0,
  gateFailed: 1,
  unusable: 2,
  /** 128 + SIGINT, as shells expect. */
  interrupted: 130,
} as const;
