/** Tells on stderr how far a command is, with the seconds since now; stdout is for what it found. */
export function progressOf(command: string): (text: string) => void {
  const started = performance.now();
  return (text) =>
    console.error(`[${command}] ${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`);
}
