/* Proposals, with every allocation failing in turn: no memory, and nothing kept. */
#include "alloc/reports.h"

#include <stdlib.h>

static const char held[] = "<register version='1'><system id='S' edition='a:2'/>"
                           "<document id='D1' title='Context and issue list' clauses='a:2/4.1'/>"
                           "<document id='D2' title='Thema: issues around us' kind='record'/>"
                           "<document id='D3' title='Nothing'/></register>";

static ims_register *read_held(const ims_model *model)
{
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  if (!ims_register_reader_new(model, NULL, (ims_diag_sink){ NULL, NULL }, &reader) &&
      !ims_register_reader_memory(reader, "r.xml", held, sizeof held - 1))
    ims_register_reader_finish(reader, &evidence);
  ims_register_reader_free(reader);
  return evidence;
}

static bool survives(const ims_model *model, const ims_request *request, size_t rows)
{
  const ims_report *report = ims_report_find("suggest");
  const long before = wrap_live();
  for (long n = 0;; n++) {
    ims_table *table = NULL;
    wrap_fail_at(n);
    const ims_status status = report->run(model, request, (ims_diag_sink){ NULL, NULL }, &table);
    const bool reached = wrap_count() > n;
    wrap_fail_at(-1);
    bool good = status == (reached ? IMS_NOMEM : IMS_OK) && (table != NULL) == (status == IMS_OK);
    good = good && (!table || ims_table_row_count(table) == rows);
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
  static const ims_argument arguments[] = { { "all", NULL }, { "standard", "a:2" }, { "least", "0" } };
  ims_model *model = reports_model();
  ims_register *evidence = model ? read_held(model) : NULL;
  ims_request request = { .arguments = arguments, .argument_count = 3, .form = IMS_FORM_LONG, .evidence = evidence };
  bool good = evidence && survives(model, &request, 2);
  request.form = IMS_FORM_WIDE;
  good = good && survives(model, &request, 3);
  request.argument_count = 0;
  good = good && survives(model, &request, 2);
  ims_register_free(evidence);
  ims_model_free(model);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
