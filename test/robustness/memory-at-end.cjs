/** Loaded before a program: writes to the file that `MEMORY_AT_END` names the most memory that it held, in kilobytes. */
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env.MEMORY_AT_END, String(process.resourceUsage().maxRSS));
});
