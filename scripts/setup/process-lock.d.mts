export type Lock = { release(): void };
export function tryLock(directory: string): Promise<Lock | { heldBy: number }>;
export function waitForLock(directory: string, onWait: (pid: number) => void, signal?: AbortSignal): Promise<Lock>;
