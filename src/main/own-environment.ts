const FOREIGN = /^(DATABASE_URL|TEMPORAL_|OIDC_|KETENPAD_|PORT$|NODE_ENV$)/;

/** What a system of its own gets from the environment: settings that name another Ketenpad are left out. */
export function ownEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)));
}
