export interface Requirement {
  /** What is asked, in short. */
  readonly text: string;
  /** The tests that fail when it no longer holds: the file, and the title as it stands in it. */
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}
