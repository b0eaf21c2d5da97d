/** The settings of the embedded PostgreSQL, as arguments of the server. */
export function postgresSettings(port: number): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    // A path to a socket may have some 100 characters: a deep folder would not do.
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Statements, parameters and the messages of their errors quote care data: none of it may reach the log. In the
    // order of server messages ERROR stands below LOG.
    log_min_messages: 'log',
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_min_duration_statement: -1,
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_error_verbosity: 'terse',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
