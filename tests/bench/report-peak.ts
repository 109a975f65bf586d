// Loaded before a measured script: at its end, writes its peak of memory in bytes to the pipe that `measure.ts` opened.
import { writeSync } from 'node:fs';

const PIPE = 3;

process.on('exit', () => {
  writeSync(PIPE, String(process.resourceUsage().maxRSS * 1024));
});
