/**
 * The connection over standard input and output. Each message follows its length header; bytes between messages are
 * skipped, so that a message without a length header costs no other.
 */
import { Console } from 'node:console';
import { Transform, type TransformCallback } from 'node:stream';
import {
  type Connection,
  createConnection,
  ErrorCodes,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { connectionOptions } from '../lsp/connection-options';

/** Opens the connection; `isShutDown` says whether the client has sent `shutdown` when the input ends. */
export function standardConnection(isShutDown: () => boolean): Connection {
  // Nothing but messages may go to standard output.
  globalThis.console = new Console(process.stderr);
  const input = process.stdin.pipe(new WholeMessages(what => connection.console.error(what)));
  const reader = new StreamMessageReader(input);
  const writer = new StreamMessageWriter(process.stdout);
  reader.onError(error => {
    const said = { code: ErrorCodes.ParseError, message: `A message is no JSON: ${error.message}` };
    void writer.write({ jsonrpc: '2.0', id: null, error: said } as never);
  });
  reader.onClose(() => process.exit(isShutDown() ? 0 : 1));
  const connection = createConnection(ProposedFeatures.all, reader, writer, connectionOptions);
  return connection;
}

/** Maximum length of a message, in bytes: four times what the largest document takes. */
const longest = 256 * 1024 * 1024;
/** Maximum length of a message's header, in bytes. */
const longestHeading = 4_096;

/** Passes on whole messages with their headers and drops anything else, which it logs. */
class WholeMessages extends Transform {
  private waiting: Buffer = Buffer.alloc(0);
  /** Bytes of the current message that are still to come. */
  private left = 0;

  constructor(private readonly tell: (what: string) => void) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.waiting = this.waiting.length === 0 ? chunk : Buffer.concat([this.waiting, chunk]);
    while (this.passOn() || this.begin());
    done();
  }

  /** Passes on what has arrived of the current message. */
  private passOn(): boolean {
    const bytes = this.waiting.subarray(0, this.left);
    if (bytes.length === 0) return false;
    this.push(bytes);
    this.left -= bytes.length;
    this.waiting = this.waiting.subarray(bytes.length);
    return true;
  }

  /** Looks for the next header. */
  private begin(): boolean {
    if (this.left > 0) return false;
    const end = this.waiting.indexOf('\r\n\r\n');
    if (end < 0) {
      // Of input without an end, keep only as much as a header can take.
      this.passOver(this.waiting.length - longestHeading);
      return false;
    }
    // Other header fields may surround the length; anything else before it is no part of the header.
    const from = Math.max(0, end - longestHeading);
    const heading = /(?:[\w-]+:[^\r\n]*\r\n)*content-length: *(\d+)(?:\r\n[^\r\n]*)*$/i;
    const found = heading.exec(this.waiting.toString('latin1', from, end));
    const length = Number(found?.[1] ?? longest + 1);
    const isMessage = length <= longest;
    this.passOver(found && isMessage ? from + found.index : end + 4);
    if (found && isMessage) {
      this.left = length;
      this.push(`Content-Length: ${length}\r\n\r\n`);
      this.waiting = this.waiting.subarray(end + 4 - from - found.index);
    }
    return true;
  }

  private passOver(bytes: number): void {
    if (bytes <= 0) return;
    this.waiting = this.waiting.subarray(bytes);
    this.tell(`${bytes} bytes of the input are no message with its length, and were passed over.`);
  }
}
