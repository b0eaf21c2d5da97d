/** `lost`: acknowledged, and not exactly in the facts. `doubled`: counted twice. `phantom`: a fact that nobody made. */
export type Verdict = 'lost' | 'doubled' | 'phantom';

export interface Finding {
  readonly verdict: Verdict;
  readonly what: string;
}

export class Findings {
  readonly all: Finding[] = [];

  add(verdict: Verdict, what: string): void {
    this.all.push({ verdict, what });
  }

  count(verdict: Verdict): number {
    return this.all.filter((finding) => finding.verdict === verdict).length;
  }
}
