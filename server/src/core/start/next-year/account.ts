/** What is told of a plan that was carried over: what was left out, what stands in it otherwise, and what to read again. */

export class Account {
  readonly leftOut: string[] = [];
  readonly changed: string[] = [];
  readonly readAgain: string[] = [];
}
