/** `oneplan lsp` as a process. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { program } from '../support/oneplan';

describe('oneplan lsp', () => {
  it('is the language server on standard input and output', done => {
    const child = spawn(process.execPath, [program, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let answer = '';
    child.stdout.on('data', bytes => {
      answer += bytes;
      if (answer.includes('"capabilities"')) child.kill();
    });
    child.on('close', () => {
      assert.match(answer, /^Content-Length: \d+\r\n/);
      done();
    });
  });
});
