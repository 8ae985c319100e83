#pragma once
#include <microhttpd.h>
#include <netinet/in.h>

// Only what Swift cannot import: variadic functions and cast macros.

// Leaves percent signs as they came: they are decoded once, by stricter rules.
static inline size_t delibere_mhd_keep(void *context, struct MHD_Connection *connection, char *text) {
  size_t length = 0;
  (void)context;
  (void)connection;
  while (text[length]) length++;
  return length;
}

static inline struct MHD_Daemon *delibere_mhd_start(
    int listener, unsigned int threads, size_t memory, unsigned int connections,
    unsigned int connectionsByAddress, MHD_AccessHandlerCallback handler,
    void *(*opened)(void *, const char *, struct MHD_Connection *),
    MHD_RequestCompletedCallback completed, MHD_NotifyConnectionCallback connection,
    void *context) {
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;
  struct MHD_OptionItem pool[] = {
      {MHD_OPTION_THREAD_POOL_SIZE, threads, NULL}, {MHD_OPTION_END, 0, NULL}};
  if (threads < 2) pool[0].option = MHD_OPTION_END;
  return MHD_start_daemon(
      flags, 0, NULL, NULL, handler, context, MHD_OPTION_ARRAY, pool, MHD_OPTION_LISTEN_SOCKET,
      listener, MHD_OPTION_CONNECTION_MEMORY_LIMIT, memory, MHD_OPTION_CONNECTION_LIMIT,
      connections, MHD_OPTION_PER_IP_CONNECTION_LIMIT, connectionsByAddress,
      MHD_OPTION_CONNECTION_TIMEOUT, 0u, MHD_OPTION_UNESCAPE_CALLBACK, delibere_mhd_keep, NULL,
      MHD_OPTION_URI_LOG_CALLBACK, opened, context, MHD_OPTION_NOTIFY_COMPLETED, completed, context,
      MHD_OPTION_NOTIFY_CONNECTION, connection, context, MHD_OPTION_END);
}

// The socket of a connection, or -1.
static inline int delibere_mhd_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info ? info->connect_fd : -1;
}

// The bytes of the request line and of the headers, once they have all come.
static inline size_t delibere_mhd_header_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}

// Copies the address of the other end, four or sixteen bytes; gives their number, or 0.
static inline int delibere_mhd_address(struct MHD_Connection *connection, unsigned char *bytes) {
  const union MHD_ConnectionInfo *info =
      MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  const unsigned char *found;
  int count = 0;
  int rank;
  if (!info || !info->client_addr) return 0;
  if (info->client_addr->sa_family == AF_INET) {
    found = (const unsigned char *)&((const struct sockaddr_in *)info->client_addr)->sin_addr;
    count = 4;
  } else if (info->client_addr->sa_family == AF_INET6) {
    found = (const unsigned char *)&((const struct sockaddr_in6 *)info->client_addr)->sin6_addr;
    count = 16;
  } else {
    return 0;
  }
  for (rank = 0; rank < count; rank++) bytes[rank] = found[rank];
  return count;
}

static const ssize_t delibere_mhd_end_of_stream = -1;
static const ssize_t delibere_mhd_end_with_error = -2;
static const uint64_t delibere_mhd_size_unknown = MHD_SIZE_UNKNOWN;
