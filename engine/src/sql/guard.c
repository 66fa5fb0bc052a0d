#include "sql/guard.h"

#include "base/try.h"

#include <string.h>

enum {
  INTERVAL = 200,  /* steps between two looks at the limits: a step can make a value of IMSI_SQL_VALUE bytes */
  CLOCK_EVERY = 64 /* and looks between two at the clock, which costs more */
};

/* What depends on nothing but its arguments: no chance, no clock, no file. In the order of strcmp. */
static const char *const functions[] = {
  "abs",        "avg",        "char",         "coalesce",     "count",      "cume_dist", "dense_rank", "first_value",
  "format",     "glob",       "group_concat", "hex",          "ifnull",     "iif",       "instr",      "lag",
  "last_value", "lead",       "length",       "like",         "lower",      "ltrim",     "max",        "min",
  "nth_value",  "ntile",      "nullif",       "percent_rank", "printf",     "quote",     "rank",       "replace",
  "round",      "row_number", "rtrim",        "sign",         "string_agg", "substr",    "substring",  "sum",
  "total",      "trim",       "typeof",       "unicode",      "upper",
};

static const struct {
  int action;
  const char *words;
} actions[] = {
  { SQLITE_ATTACH, "ATTACH" },
  { SQLITE_DETACH, "DETACH" },
  { SQLITE_PRAGMA, "PRAGMA" },
  { SQLITE_INSERT, "INSERT" },
  { SQLITE_UPDATE, "UPDATE" },
  { SQLITE_DELETE, "DELETE" },
  { SQLITE_TRANSACTION, "a transaction" },
  { SQLITE_SAVEPOINT, "SAVEPOINT" },
  { SQLITE_REINDEX, "REINDEX" },
  { SQLITE_ANALYZE, "ANALYZE" },
  { SQLITE_ALTER_TABLE, "ALTER" },
};

/* ---- what it may do ---- */

static bool is_harmless(const char *name)
{
  for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
    if (sqlite3_stricmp(functions[i], name) == 0)
      return true;
  return false;
}

static int refuse(imsi_sql_guard *guard, const char *what, const char *name)
{
  if (!guard->refused.size) {
    imsi_strbuf_text(&guard->refused, what);
    imsi_strbuf_text(&guard->refused, name ? " '" : "");
    imsi_strbuf_text(&guard->refused, name ? name : "");
    imsi_strbuf_text(&guard->refused, name ? "'" : "");
  }
  return SQLITE_DENY;
}

static int authorize(void *context, int action, const char *first, const char *second, const char *database,
                     const char *view)
{
  (void)database;
  (void)view;
  imsi_sql_guard *guard = context;
  if (guard->declaring)
    return SQLITE_OK;
  switch (action) {
  case SQLITE_SELECT:
  case SQLITE_RECURSIVE:
    return SQLITE_OK;
  case SQLITE_READ:
    /* without a column it is told what was written, which may be the name of a common table expression */
    return !*second || guard->is_table(guard->context, first) ? SQLITE_OK : refuse(guard, "the table", first);
  case SQLITE_FUNCTION:
    return is_harmless(second) ? SQLITE_OK : refuse(guard, "the function", second);
  default:
    break;
  }
  /* what CREATE and DROP do; and, for UPDATE, how a table that SQLite brings along comes to be known */
  const bool of_tables = first && sqlite3_strnicmp(first, "sqlite_", 7) == 0;
  if (of_tables && action == SQLITE_UPDATE)
    return refuse(guard, "a table of SQLite's own", NULL);
  for (size_t i = 0; !of_tables && i < sizeof actions / sizeof *actions; i++)
    if (actions[i].action == action)
      return refuse(guard, actions[i].words, NULL);
  return refuse(guard, "a change of the tables", NULL);
}

/* ---- how much of it ---- */

static bool reach(imsi_sql_guard *guard, uint64_t number, const char *unit)
{
  imsi_strbuf_clear(&guard->limit);
  imsi_strbuf_number(&guard->limit, number);
  imsi_strbuf_text(&guard->limit, unit);
  return true;
}

static bool is_full(imsi_sql_guard *guard)
{
  if (sqlite3_memory_used() - guard->memory <= IMSI_SQL_WORKING_MEMORY)
    return false;
  return reach(guard, IMSI_SQL_WORKING_MEMORY >> 20, " MiB of memory");
}

bool imsi_sql_guard_exceeded(imsi_sql_guard *guard)
{
  if (!guard->is_table)
    return false; /* it guards nothing */
  if (clock() - guard->start > guard->most_time)
    return reach(guard, guard->options.seconds, " seconds");
  return is_full(guard);
}

static int on_progress(void *context)
{
  imsi_sql_guard *guard = context;
  guard->steps += INTERVAL;
  if (guard->steps > guard->options.steps)
    return reach(guard, guard->options.steps, " steps");
  imsi_progress_count(&guard->progress, IMS_STEP_QUERY, guard->steps);
  return guard->steps / INTERVAL % CLOCK_EVERY ? is_full(guard) : imsi_sql_guard_exceeded(guard);
}

static void set_limits(sqlite3 *db)
{
  static const struct {
    int limit, value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, IMSI_SQL_VALUE },
    { SQLITE_LIMIT_SQL_LENGTH, IMSI_SQL_TEXT + 1024 }, /* with what imsi_sql puts around an expression */
    { SQLITE_LIMIT_COLUMN, 256 },
    { SQLITE_LIMIT_EXPR_DEPTH, 200 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 50 },
    { SQLITE_LIMIT_FUNCTION_ARG, 64 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 256 },
    { SQLITE_LIMIT_ATTACHED, 0 },
    { SQLITE_LIMIT_VARIABLE_NUMBER, 0 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 0 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
    sqlite3_limit(db, limits[i].limit, limits[i].value);
}

static ims_status configure(sqlite3 *db)
{
  static const struct {
    int option, value;
  } switches[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },        { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };
  /* an option that this build of SQLite lacks is a thing that it lacks too */
  for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
    sqlite3_db_config(db, switches[i].option, switches[i].value, NULL);
  /* what is sorted must not end up in a file */
  return sqlite3_exec(db, "PRAGMA temp_store = MEMORY; PRAGMA query_only = ON", NULL, NULL, NULL) ? IMS_NOMEM : IMS_OK;
}

ims_status imsi_sql_guard_set(imsi_sql_guard *guard, sqlite3 *db, const ims_sql_options *options,
                              bool (*is_table)(void *context, const char *name), void *context)
{
  guard->options = options ? *options : (ims_sql_options){ 0 };
  if (!guard->options.steps)
    guard->options.steps = IMS_SQL_STEPS;
  if (!guard->options.seconds)
    guard->options.seconds = IMS_SQL_SECONDS;
  if (!guard->options.rows)
    guard->options.rows = IMS_SQL_ROWS;
  guard->start = clock();
  guard->most_time = (clock_t)guard->options.seconds * CLOCKS_PER_SEC;
  guard->memory = sqlite3_memory_used();
  guard->is_table = is_table;
  guard->context = context;
  IMS_TRY(configure(db));
  set_limits(db);
  sqlite3_progress_handler(db, INTERVAL, on_progress, guard);
  return sqlite3_set_authorizer(db, authorize, guard) ? IMS_NOMEM : IMS_OK;
}

void imsi_sql_guard_free(imsi_sql_guard *guard)
{
  imsi_strbuf_free(&guard->limit);
  imsi_strbuf_free(&guard->refused);
}
