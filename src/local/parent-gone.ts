/**
 * Calls back once when the process that started us is gone, also by kill -9: the channel to it closes.
 * Does nothing in a process that was started without a channel. Does not keep this process alive.
 */
export function onParentGone(callback: () => void): void {
  if (!process.channel) return;
  process.once('disconnect', callback);
  // A listener takes hold of the channel one tick later.
  setImmediate(() => process.channel?.unref());
}
