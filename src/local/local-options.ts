/** What a system on this machine is started with. */
export interface LocalOptions {
  readonly home: string;
  readonly port: number;
  readonly virtualTime: boolean;
  /** Settings that were given from outside: with DATABASE_URL, TEMPORAL_ADDRESS or OIDC_ISSUER nothing of that kind is started. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (text: string) => void;
  readonly signal?: AbortSignal;
}
