/** What is tried at random is the same in every run, so that a change is blamed for what it did; `SEED=7 npm test` tries another. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 2017) });
