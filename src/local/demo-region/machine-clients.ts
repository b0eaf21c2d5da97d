/** A system of an organisation that asks by itself, with a key of its own instead of a password. */
export interface MachineClient {
  readonly clientId: string;
  /** The roles of the organisation's professionals for whom it may act. */
  readonly roles: readonly string[];
  readonly organisation: string;
}

/** `his` is the information system of the practice of `huisarts`. */
export const machineClients: readonly MachineClient[] = [
  { clientId: 'his', roles: ['huisarts'], organisation: '9dca28f6-1b07-4561-8118-31a6b1a8c391' },
];
