/* Statements, choices and the export, with every allocation failing in turn, those of SQLite too: it is given the
   functions that fail on demand. SQLite goes on where an allocation was only to make it faster, so a failure may also
   leave the answer as it is; nothing is kept in any case. */
#include "alloc/reports.h"
#include "ims/sql.h"
#include "unit/complete_register.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>

/* ---- memory of SQLite: the size stands before each block ---- */

enum { HEADER = 16 };

static void *get(int size)
{
  char *block = malloc((size_t)size + HEADER);
  if (!block)
    return NULL;
  memcpy(block, &size, sizeof size);
  return block + HEADER;
}

static void put(void *memory)
{
  free((char *)memory - HEADER);
}

static void *resize(void *memory, int size)
{
  char *block = realloc((char *)memory - HEADER, (size_t)size + HEADER);
  if (!block)
    return NULL;
  memcpy(block, &size, sizeof size);
  return block + HEADER;
}

static int size_of(void *memory)
{
  int size;
  memcpy(&size, (char *)memory - HEADER, sizeof size);
  return size;
}

static int round_up(int size)
{
  return (size + 7) & ~7;
}

static int begin(void *context)
{
  (void)context;
  return SQLITE_OK;
}

static void end(void *context)
{
  (void)context;
}

static bool take_over(void)
{
  static const sqlite3_mem_methods methods = { get, put, resize, size_of, round_up, begin, end, NULL };
  return !sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) && !sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) &&
         !sqlite3_initialize();
}

/* ---- what is run ---- */

static const char *const statements[] = {
  "SELECT s.edition, c.title FROM edition s LEFT JOIN clause c USING (edition) WHERE s.edition IN ('a:2', 'h:1')",
  "SELECT * FROM known WHERE source = '4.1#1' AND target_edition = 'h:1' ORDER BY target DESC",
  "SELECT r.source, v.note FROM relation r, verdict v WHERE r.target = '4.1#1'",
  "SELECT * FROM correlate WHERE pivot = 'a:2' AND other IN ('h:1', 'c:1') AND reverse = 'no'",
  "SELECT c.number, s.ref FROM clause c, show(c.edition || '/' || c.number) s WHERE c.edition = 'c:1'",
  "SELECT x'00ff', 'a b', 1, 1",
  "SELECT e.*, c.*, s.place FROM entry e LEFT JOIN claim c USING (entry) LEFT JOIN system s USING (entry)",
};

/* Wrong ones: their messages come without memory, too, or the answer is that there is none. */
static const char *const wrong[] = {
  "SELECT numbr FROM clause",
  "SELECT * FROM clauses",
  "SELECT random()",
  "SELECT * FROM show('a:2/9')",
  "SELECT * FROM correlate('a:2', 'h:1') WHERE reverse = 'perhaps'",
  "SELECT 1; SELECT 2",
};

typedef ims_status runner(const ims_model *model, const void *what, ims_diag_sink sink, ims_table **table);

static const ims_register *evidence;

static ims_status run_statement(const ims_model *model, const void *what, ims_diag_sink sink, ims_table **table)
{
  return ims_sql_query(model, what, strlen(what), &(ims_sql_options){ .evidence = evidence }, sink, table);
}

static ims_status run_choice(const ims_model *model, const void *what, ims_diag_sink sink, ims_table **table)
{
  return ims_sql_choose(model, what, "kind <> 'item' AND ref IN (SELECT 'a:2/' || ref FROM claim)", "ref,text",
                        &(ims_sql_options){ .evidence = evidence }, sink, table);
}

static ims_status run_schema(const ims_model *model, const void *what, ims_diag_sink sink, ims_table **table)
{
  (void)model;
  (void)what;
  (void)sink;
  return ims_sql_schema(table);
}

static ims_status count_bytes(void *context, const char *data, size_t size)
{
  (void)data;
  *(size_t *)context += size;
  return IMS_OK;
}

static ims_status run_export(const ims_model *model, const void *what, ims_diag_sink sink, ims_table **table)
{
  (void)what;
  size_t bytes = 0;
  const ims_status status = ims_sql_export(model, (ims_sink){ count_bytes, &bytes }, sink, table);
  return !status && !bytes ? IMS_INVALID : status;
}

static bool same(const ims_table *a, const ims_table *b)
{
  if (ims_table_row_count(a) != ims_table_row_count(b) || ims_table_column_count(a) != ims_table_column_count(b))
    return false;
  for (size_t r = 0; r < ims_table_row_count(a); r++)
    for (size_t c = 0; c < ims_table_column_count(a); c++) {
      const char *x = ims_table_cell(a, r, c), *y = ims_table_cell(b, r, c);
      if ((x == NULL) != (y == NULL) || (x && strcmp(x, y) != 0))
        return false;
    }
  return true;
}

/* Every failure in turn; true if each ends with the same answer, or with none and for want of memory. */
static bool survives(const ims_model *model, runner *run, const void *what, void (*fail)(long n), const char *name)
{
  const ims_diag_sink nobody = { NULL, NULL };
  ims_table *whole = NULL;
  const ims_status normal = run(model, what, nobody, &whole);
  const long before = wrap_live();
  bool good = (whole != NULL) == (normal == IMS_OK);
  for (long n = 0; good; n++) {
    ims_table *table = NULL;
    size_t errors = 0;
    fail(n);
    const ims_status status = run(model, what, (ims_diag_sink){ reports_count, &errors }, &table);
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    good = (table != NULL) == (status == IMS_OK) && (status == normal || (reached && status == IMS_NOMEM));
    good = good && (!table || same(table, whole));
    ims_table_free(table);
    good = good && wrap_live() == before;
    if (!good)
      fprintf(stderr, "%s, allocation %ld: %s, %zu errors, %ld kept\n", name, n, ims_status_text(status), errors,
              wrap_live() - before);
    if (!reached)
      break;
  }
  ims_table_free(whole);
  return good;
}

static bool survives_all(const ims_model *model, runner *run, const void *what, const char *name)
{
  return survives(model, run, what, wrap_fail_at, name) & survives(model, run, what, wrap_fail_from, name);
}

int main(void)
{
  if (!take_over())
    return EXIT_FAILURE;
  ims_model *model = reports_model();
  ims_register *given = model ? complete_register(model) : NULL;
  evidence = given;
  const ims_request request = { .arguments = &(ims_argument){ "reference", "a:2/4" },
                                .argument_count = 1,
                                .form = IMS_FORM_LONG };
  ims_table *shown = NULL;
  const ims_diag_sink nobody = { NULL, NULL };
  bool good = given && !ims_report_find("show")->run(model, &request, nobody, &shown);
  for (size_t i = 0; good && i < sizeof statements / sizeof *statements; i++)
    good = survives_all(model, run_statement, statements[i], statements[i]);
  for (size_t i = 0; good && i < sizeof wrong / sizeof *wrong; i++)
    good = survives_all(model, run_statement, wrong[i], wrong[i]);
  good = good && survives_all(model, run_choice, shown, "choice");
  good = good && survives_all(model, run_schema, NULL, "schema");
  good = good && survives(model, run_export, NULL, wrap_fail_at, "export");
  ims_table_free(shown);
  ims_register_free(given);
  ims_model_free(model);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
