/** What a statement may do, and how much of it. */
#ifndef IMSI_SQL_GUARD_H
#define IMSI_SQL_GUARD_H

#include "base/progress.h"
#include "base/strbuf.h"
#include "ims/sql.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <time.h>

enum {
  IMSI_SQL_TEXT = 1 << 16,           /**< bytes of a statement */
  IMSI_SQL_VALUE = 1 << 20,          /**< bytes of a value, and of a row where rows are sorted */
  IMSI_SQL_RESULT = 1 << 28,         /**< bytes of all values of a result */
  IMSI_SQL_WORKING_MEMORY = 1 << 28, /**< bytes that SQLite holds in the meantime */
};

typedef struct imsi_sql_guard {
  uint64_t steps;
  clock_t start, most_time;
  sqlite3_int64 memory;    /**< at the start */
  ims_sql_options options; /**< without zeros */
  ims_observer progress;   /**< is told of steps; set before imsi_sql_guard_set */
  bool declaring;          /**< the text is the engine's: a table says what its columns are */
  bool (*is_table)(void *context, const char *name);
  void *context;
  imsi_strbuf limit;   /**< the limit that was reached, in words */
  imsi_strbuf refused; /**< the first thing that was not allowed, in words */
} imsi_sql_guard;

/**
 * Lets a connection do nothing but read.
 *
 * @param guard     Initialised with {0}; has to outlive the connection; free with imsi_sql_guard_free.
 * @param options   NULL for the defaults.
 * @param is_table  True for a table that may be read.
 * @return IMS_OK or IMS_NOMEM.
 */
ims_status imsi_sql_guard_set(imsi_sql_guard *guard, sqlite3 *db, const ims_sql_options *options,
                              bool (*is_table)(void *context, const char *name), void *context);

/** True once more time or memory was used than is allowed; what goes on for long outside of SQLite asks it too. */
bool imsi_sql_guard_exceeded(imsi_sql_guard *guard);

/** Releases what was noted. */
void imsi_sql_guard_free(imsi_sql_guard *guard);

#endif
