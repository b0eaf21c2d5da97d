export type ProcessIdentity = { pid: number; start: string };
export function processStart(pid: number): string | null;
export function isRunning(process: ProcessIdentity): boolean;
