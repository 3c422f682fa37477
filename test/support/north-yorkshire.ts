/** The choices of a new plan that several suites make. */
/** What somebody chooses who begins a plan for North Yorkshire. */
export const northYorkshire = {
  place: 'north yorkshire',
  period: { from: '2023-04-01', to: '2026-03-31' },
  framework: 'beyond-barker-2015',
  option: 'single-commissioner',
};
