import { ApplicationFailure, defaultPayloadConverter, type Payload } from '@temporalio/common';
import {
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow/index.js';
import proto from '@temporalio/proto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateKeyRing, type KeyRing, parseKeyRing } from '../crypto/keyring.ts';
import { SealError } from '../crypto/seal.ts';
import { dataConverterOptions, EncryptionCodec } from './codec.ts';

const setting = generateKeyRing();
const ring = parseKeyRing(setting);
const codec = new EncryptionCodec(ring.codec);

/** The same installation after a new codec key, with or without the old one. */
function rotated(keepOld: boolean): KeyRing {
  const old = JSON.parse(setting) as { codec: { keys: { k1: string } } };
  const k2 = Buffer.alloc(32, 7).toString('base64');
  return parseKeyRing(
    JSON.stringify({ ...old, codec: { current: 'k2', keys: keepOld ? { k1: old.codec.keys.k1, k2 } : { k2 } } }),
  );
}

function only<T>(items: readonly T[]): T {
  expect(items).toHaveLength(1);
  return items[0]!;
}

const encrypted = async (value: unknown): Promise<Payload> =>
  only(await codec.encode([defaultPayloadConverter.toPayload(value)]));

/** Everything of a message as it goes over the wire. */
const onTheWire = (payload: Payload): Buffer =>
  Buffer.from(proto.temporal.api.common.v1.Payload.encode(payload).finish());

describe('the payload codec', () => {
  test('gives back every payload as it was, with its metadata', async () => {
    const payload = fc.record({
      metadata: fc.dictionary(fc.string(), fc.uint8Array()),
      data: fc.uint8Array({ maxLength: 3000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(payload, { maxLength: 4 }), async (payloads) => {
        const wire = (all: Payload[]): string[] => all.map((one) => onTheWire(one).toString('hex'));
        expect(wire(await codec.decode(await codec.encode(payloads)))).toEqual(wire(payloads));
      }),
    );
  });

  test.each([[undefined], [null], [{ step: 'valrisicotest' }], [new Uint8Array()], [''], [[]]])(
    'gives back the value %j',
    async (value) => {
      const decoded = only(await codec.decode([await encrypted(value)]));
      expect(defaultPayloadConverter.fromPayload(decoded)).toEqual(value);
    },
  );

  test('shows the encoding and the id of the key, and nothing of the value', async () => {
    const payload = await encrypted({ step: 'valrisicotest' });
    expect(Buffer.from(payload.metadata!['encoding']!).toString()).toBe('binary/encrypted');
    expect(Buffer.from(payload.metadata!['encryption-key-id']!).toString()).toBe('k1');
    expect(Object.keys(payload.metadata!)).toHaveLength(2);
    expect(onTheWire(payload).includes('valrisico')).toBe(false);
    expect(onTheWire(payload).includes('json/plain')).toBe(false);
  });

  test('refuses a payload that is not encrypted, unless it was told to allow it', async () => {
    const plain = defaultPayloadConverter.toPayload('plain');
    await expect(codec.decode([plain])).rejects.toThrow('not encrypted');
    await expect(codec.decode([{}])).rejects.toThrow('not encrypted');
    await expect(new EncryptionCodec(ring.codec, { allowPlain: true }).decode([plain])).resolves.toEqual([plain]);
  });

  test('refuses changed bytes and data that is missing', async () => {
    const payload = await encrypted('x');
    const data = Buffer.from(payload.data!);
    data.writeUInt8(data.readUInt8(data.length - 1) ^ 1, data.length - 1);
    await expect(codec.decode([{ ...payload, data }])).rejects.toThrow(SealError);
    await expect(codec.decode([{ metadata: payload.metadata! }])).rejects.toThrow(SealError);
  });

  test('reads under a new key what the old one wrote while that is kept, and names the key after', async () => {
    const payload = await encrypted('old');
    const kept = new EncryptionCodec(rotated(true).codec);
    expect(defaultPayloadConverter.fromPayload(only(await kept.decode([payload])))).toBe('old');
    const written = only(await kept.encode([payload]));
    expect(Buffer.from(written.metadata!['encryption-key-id']!).toString()).toBe('k2');
    await expect(new EncryptionCodec(rotated(false).codec).decode([payload])).rejects.toThrow("there is no key 'k1'");
  });

  test('does not read what another installation wrote', async () => {
    const other = new EncryptionCodec(parseKeyRing(generateKeyRing()).codec);
    await expect(other.decode([await encrypted('x')])).rejects.toThrow(SealError);
  });
});

describe('a failure on its way to Temporal', () => {
  const converter = loadDataConverter(dataConverterOptions(ring));
  const cause = new Error('bij mevrouw Jansen');
  const failure = ApplicationFailure.create({
    message: 'BSN 999990019 staat er al',
    type: 'already-referred',
    details: ['De Vries'],
    cause,
  });

  test('shows its type only: message, details, stack and cause are encrypted', async () => {
    const encoded = await encodeErrorToFailure(converter, failure);
    const wire = Buffer.from(proto.temporal.api.failure.v1.Failure.encode(encoded).finish());
    expect(wire.includes('already-referred')).toBe(true);
    for (const secret of ['999990019', 'De Vries', 'Jansen', 'codec.test.ts'])
      expect(wire.includes(secret)).toBe(false);
  });

  test('comes back with message, details and cause for those who hold the key', async () => {
    const encoded = await encodeErrorToFailure(converter, failure);
    const decoded = await decodeOptionalFailureToOptionalError(converter, encoded);
    expect(decoded).toMatchObject({
      message: failure.message,
      type: 'already-referred',
      details: ['De Vries'],
      cause: { message: cause.message },
    });
  });
});
