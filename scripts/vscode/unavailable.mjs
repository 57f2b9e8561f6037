/** Something that a real VS Code needs and this machine cannot get. The message says what and how to get it. */
export class Unavailable extends Error {
  name = 'Unavailable';
}
