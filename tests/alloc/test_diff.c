/* Differences of registers and of tables, with every allocation failing in turn: no memory, and nothing kept. */
#include "alloc/reports.h"
#include "ims/diff.h"

#include <stdlib.h>

static const char old_register[] = "<register version='1'><system id='S' edition='a:2'/>"
                                   "<document id='D1' title='A' systems='S' clauses='a:2/4.1, a:2/99'/>"
                                   "<document id='D2' title='B' sites='A; B'/><auditor title='X'/></register>";
static const char new_register[] = "<register version='1'><system id='S' edition='a:2'/>"
                                   "<document id='D1' title='C' systems='s' clauses='a:2/4'/>"
                                   "<document id='D3' title='B' clauses='a:2/4.1'/><auditor title='X' note='y'/>"
                                   "</register>";

static const char old_table[] = "a,b,c\n1,x,1\n1,y,2\n2,z,3\n";
static const char new_table[] = "a,b,d\n1,x,1\n1,y,3\n3,z,3\n";

typedef struct registers {
  ims_model *model;
  ims_register *before, *after;
} registers;

static ims_register *read_text(const ims_model *model, const char *text)
{
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  if (!ims_register_reader_new(model, NULL, (ims_diag_sink){ NULL, NULL }, &reader) &&
      !ims_register_reader_memory(reader, "r.xml", text, strlen(text)))
    ims_register_reader_finish(reader, &evidence);
  ims_register_reader_free(reader);
  return evidence;
}

static ims_status diff_long(const registers *r, ims_table **table)
{
  return ims_diff_registers(r->model, r->before, r->after, IMS_FORM_LONG, table);
}

static ims_status diff_wide(const registers *r, ims_table **table)
{
  return ims_diff_registers(r->model, r->before, r->after, IMS_FORM_WIDE, table);
}

static ims_status diff_tables(const registers *r, ims_table **table)
{
  (void)r;
  const ims_diff_text before = { "a.csv", old_table, sizeof old_table - 1 };
  const ims_diff_text after = { "b.csv", new_table, sizeof new_table - 1 };
  return ims_diff_tables(&before, &after, NULL, (ims_diag_sink){ NULL, NULL }, table);
}

static bool is_report_survives(void)
{
  static const char text[] = "document,system,serves,reuse,place\nA,QMS,x,y,z\n";
  const ims_diff_text start = { "a.csv", text, sizeof text - 1 };
  const long before = wrap_live();
  for (long n = 0;; n++) {
    bool report = false;
    wrap_fail_at(n);
    const ims_status status = ims_diff_is_report(&start, &report);
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    if (status != (reached ? IMS_NOMEM : IMS_OK) || report == reached || wrap_live() != before)
      return false;
    if (!reached)
      return n > 0;
  }
}

static bool survives(const registers *r, ims_status (*diff)(const registers *, ims_table **))
{
  const long before = wrap_live();
  for (long n = 0;; n++) {
    ims_table *table = NULL;
    wrap_fail_at(n);
    const ims_status status = diff(r, &table);
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    const bool good = status == (reached ? IMS_NOMEM : IMS_OK) && (table != NULL) == (status == IMS_OK);
    ims_table_free(table);
    if (!good || wrap_live() != before) {
      fprintf(stderr, "allocation %ld: %s, %ld kept\n", n, ims_status_text(status), wrap_live() - before);
      return false;
    }
    if (!reached)
      return n > 10;
  }
}

int main(void)
{
  registers r = { .model = reports_model() };
  bool good = r.model != NULL;
  if (good) {
    r.before = read_text(r.model, old_register);
    r.after = read_text(r.model, new_register);
    good = r.before && r.after && survives(&r, diff_long) && survives(&r, diff_wide) && survives(&r, diff_tables) &&
           is_report_survives();
  }
  ims_register_free(r.before);
  ims_register_free(r.after);
  ims_model_free(r.model);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
