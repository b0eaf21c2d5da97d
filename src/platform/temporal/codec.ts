import { fileURLToPath } from 'node:url';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { KeyRing, KeySet } from '../crypto/keyring.ts';
import { open, seal } from '../crypto/seal.ts';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;
const ENCODING = 'binary/encrypted';
const CONTEXT = 'temporal-payload';

/** Encrypts every payload before it leaves for Temporal, with its metadata. Old keys of the set keep reading. */
export class EncryptionCodec implements PayloadCodec {
  readonly #keys: KeySet;
  readonly #allowPlain: boolean;

  /** `allowPlain` lets payloads that were never encrypted pass; without it they are an error, lest one slips in unseen. */
  constructor(keys: KeySet, { allowPlain = false }: { readonly allowPlain?: boolean } = {}) {
    this.#keys = keys;
    this.#allowPlain = allowPlain;
  }

  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.#encrypt(payload));
  }

  /** Throws SealError naming the key id for a key that is not in the set, and for changed bytes. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.#decrypt(payload));
  }

  #encrypt(payload: Payload): Payload {
    const { current } = this.#keys;
    return {
      metadata: { encoding: Buffer.from(ENCODING), 'encryption-key-id': Buffer.from(current.id) },
      data: seal(PayloadMessage.encode(payload).finish(), current, CONTEXT),
    };
  }

  #decrypt(payload: Payload): Payload {
    const encoding = payload.metadata?.['encoding'];
    if (encoding === undefined || encoding === null || Buffer.from(encoding).toString() !== ENCODING) {
      if (this.#allowPlain) return payload;
      throw new TypeError('a payload from Temporal is not encrypted');
    }
    const { metadata, data, externalPayloads } = PayloadMessage.decode(
      open(payload.data ?? new Uint8Array(), this.#keys.find, CONTEXT),
    );
    return { metadata, data, externalPayloads };
  }
}

/** The data converter of every Temporal client, worker and replayer: payloads and failures leave encrypted only. */
export function dataConverterOptions(
  ring: Pick<KeyRing, 'codec'>,
): Required<Pick<DataConverter, 'payloadCodecs' | 'failureConverterPath'>> {
  return {
    payloadCodecs: [new EncryptionCodec(ring.codec)],
    failureConverterPath: fileURLToPath(new URL('./failure-converter.cjs', import.meta.url)),
  };
}
