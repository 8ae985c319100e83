#pragma once
#include <libpq-fe.h>

// Notices are for a terminal: a server keeps silent.
static inline void delibere_pq_ignore_notice(void *context, const PGresult *notice) {}

static inline void delibere_pq_silence(PGconn *connection) {
  PQsetNoticeReceiver(connection, delibere_pq_ignore_notice, (void *)0);
}
