import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Content {
  readonly [type: string]: { readonly schema: object };
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly security?: readonly object[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** An operation of the document, with where it stands there. */
export interface DocumentedOperation extends Operation {
  readonly method: string;
  readonly path: string;
}

/** `/api/openapi.json`, held against what is sent and answered. */
export class ApiDocument {
  readonly operations = new Map<string, DocumentedOperation>();
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: Document) {
    addFormats.default(this.#ajv);
    // What zod calls networks such as 10.0.0.0/8; whether one is right is the OMC's to say.
    for (const format of ['cidrv4', 'cidrv6']) this.#ajv.addFormat(format, true);
    this.#ajv.addSchema(document, 'openapi.json');
    for (const [path, methods] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(methods))
        this.operations.set(operation.operationId, { ...operation, method: method.toUpperCase(), path });
  }

  operation(id: string): DocumentedOperation {
    const operation = this.operations.get(id);
    if (operation === undefined) throw new Error(`the document has no operation ${id}`);
    return operation;
  }

  /** What is wrong with an answer by the document; empty where nothing is. */
  faultsOfAnswer(id: string, status: number, type: string | null, body: unknown): string[] {
    const { responses } = this.operation(id);
    const response = responses[status];
    if (response === undefined) return [`status ${status} is not documented`];
    const mediaType = type?.split(';')[0] ?? '';
    if (response.content === undefined)
      return body === '' ? [] : [`a body of ${mediaType} where none is documented`];
    if (response.content[mediaType] === undefined) return [`media type ${mediaType} is not documented`];
    return this.#faults(id, `responses/${status}/content/${escaped(mediaType)}/schema`, mediaType, body);
  }

  /** What is wrong with a body that is to be sent. */
  faultsOfBody(id: string, type: string, body: unknown): string[] {
    const { requestBody } = this.operation(id);
    if (requestBody?.content[type] === undefined) return [`no body of ${type} is documented`];
    return this.#faults(id, `requestBody/content/${escaped(type)}/schema`, type, body);
  }

  #faults(id: string, place: string, type: string, body: unknown): string[] {
    const validate = this.#validatorAt(id, place);
    const values = type.includes('ndjson') ? linesOf(body) : [body];
    return values.flatMap((value) =>
      validate(value)
        ? []
        : (validate.errors ?? []).map(
            ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
          ),
    );
  }

  #validatorAt(id: string, place: string): ValidateFunction {
    const { path, method } = this.operation(id);
    const ref = `openapi.json#/paths/${escaped(path)}/${method.toLowerCase()}/${place}`;
    const known = this.#validators.get(ref) ?? this.#ajv.compile({ $ref: ref });
    this.#validators.set(ref, known);
    return known;
  }
}

function linesOf(body: unknown): unknown[] {
  return String(body)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** A name as a step of a JSON pointer in a URI. */
function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}
