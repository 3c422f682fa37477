/** What the five texts complain of, each with the rules that see it or the reason why no rule can: `complaints.yaml`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { SeedText } from '../../server/src/core/rules/shared/rule';

export interface SeedComplaint {
  readonly text: SeedText;
  readonly complaint: string;
  readonly rules: readonly string[];
  /** Stands where no rule can see it. */
  readonly whyNot?: string;
}

const texts: Readonly<Record<SeedText, readonly Omit<SeedComplaint, 'text'>[]>> = parse(
  readFileSync(join(__dirname, 'complaints.yaml'), 'utf8'),
);

export const complaints: readonly SeedComplaint[] = (Object.keys(texts) as SeedText[]).flatMap(text =>
  texts[text].map(complaint => ({ text, ...complaint })),
);
