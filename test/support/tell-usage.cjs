/**
 * Loaded before a program: tells what its process has used, as `process.resourceUsage()` says it. At the end in the file that
 * `RESOURCE_USAGE` names, and before it for every message of the parent process.
 */
const { writeFileSync } = require('node:fs');

const file = process.env.RESOURCE_USAGE;
if (file !== undefined) process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())));
if (process.channel) {
  process.on('message', () => process.send(process.resourceUsage()));
  process.channel.unref();
}
