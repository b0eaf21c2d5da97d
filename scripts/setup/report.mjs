const tick = { tty: 1000, lines: 5000, quietFirst: 2000 };

/**
 * What the set-up says. Quiet: nothing on stdout, and on stderr only what takes long.
 * `step(title, work)` runs the work and shows, while it lasts, what is being done and for how long.
 */
export function createReport({ quiet }) {
  const out = quiet ? process.stderr : process.stdout;
  const say = (text) => out.write(`[setup] ${text}\n`);
  return {
    say,
    saySoftly: (text) => quiet || say(text),
    async step(title, work) {
      const since = Date.now();
      const line = () => `[setup] ${title} ... ${Math.round((Date.now() - since) / 1000)} s`;
      const rewrite = out.isTTY && !quiet;
      const show = () => out.write(rewrite ? `\r\x1b[K${line()}` : `${line()}\n`);
      if (rewrite) out.write(`[setup] ${title} ...`);
      else if (!quiet) say(`${title} ...`);
      let timer;
      const schedule = (after) => {
        timer = setTimeout(() => (show(), schedule(rewrite ? tick.tty : tick.lines)), after);
        timer.unref();
      };
      schedule(rewrite ? tick.tty : quiet ? tick.quietFirst : tick.lines);
      let outcome = 'failed';
      try {
        const result = await work();
        outcome = 'done';
        return result;
      } finally {
        clearTimeout(timer);
        if (rewrite) out.write('\r\x1b[K');
        if (!quiet) say(`${title}: ${outcome} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
      }
    },
  };
}
