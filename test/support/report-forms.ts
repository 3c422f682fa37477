/** The forms that reports must have, by which tests read them: schemas for JSON and XML, and the elements of a page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020';
import { validateXML } from 'xmllint-wasm';
import { root } from './oneplan';

const json = (path: string): AnySchema => JSON.parse(readFileSync(join(root, path), 'utf8'));
export const outputSchema = new Ajv2020({ strict: false, allErrors: true }).compile(
  json('schemas/lint-output.schema.json'),
);
export const sarifSchema = compileSarif();
export const gitlabSchema = new Ajv({ allErrors: true }).compile(json('test/support/gitlab-code-quality.schema.json'));
const junitForm = readFileSync(join(root, 'test/support/junit.xsd'), 'utf8');

/** The official schema is written in draft 4, which differs here in how a schema is named and in a pattern that is loosely written. */
function compileSarif() {
  const {
    $schema: _schema,
    id: _id,
    ...schema
  } = json('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as Record<string, unknown>;
  return new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(schema);
}

export async function checkJunit(xml: string): Promise<void> {
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'junit.xml', contents: xml }], schema: [junitForm] });
  assert.ok(valid, errors.map(({ message }) => message).join('\n'));
}

/** One finding in the Reviewdog Diagnostic Format. */
const position = {
  type: 'object',
  required: ['line'],
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
  additionalProperties: false,
};
const range = {
  type: 'object',
  required: ['start', 'end'],
  properties: { start: position, end: position },
  additionalProperties: false,
};
const message = { type: 'string', minLength: 1 };
const location = {
  type: 'object',
  required: ['path', 'range'],
  properties: { path: { type: 'string', minLength: 1 }, range },
  additionalProperties: false,
};
export const rdjsonSchema = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['source', 'diagnostics'],
  properties: {
    source: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, url: { type: 'string' } } },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location', 'severity', 'code'],
        properties: {
          message,
          location,
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: { type: 'object', required: ['value'], properties: { value: { type: 'string' } } },
          relatedLocations: { type: 'array', items: { type: 'object', properties: { message, location } } },
          suggestions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['range', 'text'],
              properties: { range, text: { type: 'string' } },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
});

export interface Rdjson {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: { readonly value: string };
    readonly location: { readonly path: string; readonly range: BytesRange };
    readonly suggestions?: readonly { readonly range: BytesRange; readonly text: string }[];
  }[];
}
type BytesRange = Readonly<Record<'start' | 'end', { readonly line: number; readonly column: number }>>;

/** `text` with a suggestion taken, as reviewdog does it: by lines and bytes. */
export function taken(
  text: string,
  { range: { start, end }, text: words }: { range: BytesRange; text: string },
): string {
  const lines = text.split('\n').map(line => Buffer.from(line));
  const before = lines.slice(0, start.line - 1);
  const head = lines[start.line - 1]?.subarray(0, start.column - 1) ?? Buffer.of();
  const tail = lines[end.line - 1]?.subarray(end.column - 1) ?? Buffer.of();
  return [...before.map(String), `${head}${words}${tail}`, ...lines.slice(end.line).map(String)].join('\n');
}

const checkstyleForm = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle"><xs:complexType><xs:sequence>
    <xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="error" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
        <xs:attribute name="column" type="xs:positiveInteger"/>
        <xs:attribute name="severity" use="required"><xs:simpleType><xs:restriction base="xs:string">
          <xs:enumeration value="error"/><xs:enumeration value="warning"/><xs:enumeration value="info"/>
        </xs:restriction></xs:simpleType></xs:attribute>
        <xs:attribute name="message" type="xs:string" use="required"/>
        <xs:attribute name="source" type="xs:string" use="required"/>
      </xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="name" type="xs:string" use="required"/></xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="version" type="xs:string"/></xs:complexType></xs:element>
</xs:schema>`;

export async function checkCheckstyle(xml: string): Promise<void> {
  const read = { xml: [{ fileName: 'checkstyle.xml', contents: xml }], schema: [checkstyleForm] };
  const { valid, errors } = await validateXML(read);
  assert.ok(valid, errors.map(({ message: words }) => words).join('\n'));
}

/** Only the elements that the page is made of, none of which runs or loads anything; every other `<` is a text's. */
export function checkPage(out: string): void {
  const known =
    /^<(?:!DOCTYPE html|html lang="en-GB"|meta charset="utf-8"|meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"|meta name="viewport" content="width=device-width"|td class="(?:error|warning|info)"|br|\/?(?:html|head|title|style|body|h1|h2|p|small|ul|li|table|tr|th|td|code))>$/;
  assert.deepEqual(
    (out.match(/<[^>]*>?/g) ?? []).filter(element => !known.test(element)),
    [],
  );
  for (const element of ['h1', 'h2', 'p', 'ul', 'li', 'table', 'tr', 'td', 'code', 'small', 'body', 'html'])
    assert.equal(
      out.match(new RegExp(`<${element}[ >]`, 'g'))?.length,
      out.match(new RegExp(`</${element}>`, 'g'))?.length,
    );
}
