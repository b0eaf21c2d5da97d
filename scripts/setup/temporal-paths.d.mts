export const temporalVersion: string;
export function temporalPaths(env?: Record<string, string | undefined>): {
  directory: string;
  server: string;
  sqlTool: string;
};
