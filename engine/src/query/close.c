#include "query/close.h"

#include "base/try.h"
#include "ims/report.h"
#include "query/name.h"

#include <stdio.h>
#include <string.h>

enum { CONTRADICTIONS_SHOWN = 10, ROWS_SHOWN = 8 };

/* One contradiction, with the rows it comes from. */
static void report_contradiction(const ims_model *model, const imsi_closure *closure, size_t index,
                                 const imsi_vec *rows, imsi_reporter *reporter)
{
  ims_node a, b;
  imsi_closure_contradiction(closure, index, &a, &b);
  imsi_strbuf first = { 0 }, second = { 0 };
  imsi_name_reference(model, a, &first);
  imsi_name_reference(model, b, &second);
  const ims_pos pos =
      rows->count ? ims_relation_at(model, IMSI_AT(uint32_t, rows, rows->count - 1)).pos : ims_node_get(model, a).pos;
  imsi_report(reporter, IMS_DIAG_CONTRADICTION, pos, imsi_strbuf_string(&first), imsi_strbuf_string(&second), NULL,
              NULL);
  for (size_t i = 0; i + 1 < rows->count && i < ROWS_SHOWN; i++)
    imsi_report(reporter, IMS_DIAG_RELATION_HERE, ims_relation_at(model, IMSI_AT(uint32_t, rows, i)).pos, NULL, NULL,
                NULL, NULL);
  imsi_strbuf_free(&first);
  imsi_strbuf_free(&second);
}

static bool are_among(const imsi_vec *rows, const imsi_vec *told, size_t count)
{
  for (size_t i = 0; i < count; i++)
    if (told[i].count == rows->count &&
        memcmp(told[i].data, rows->data, rows->count * sizeof(uint32_t)) == 0) /* both are in order */
      return true;
  return false;
}

/* The same rows may leave nothing of several pairs: they are told once. */
static ims_status report_contradictions(const ims_model *model, const imsi_closure *closure, imsi_reporter *reporter)
{
  imsi_vec told[CONTRADICTIONS_SHOWN];
  size_t count = 0;
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < imsi_closure_contradictions(closure) && count < CONTRADICTIONS_SHOWN; i++) {
    ims_node a, b;
    imsi_vec *rows = &told[count];
    *rows = IMSI_VEC(uint32_t);
    imsi_closure_contradiction(closure, i, &a, &b);
    status = imsi_closure_rows(closure, a, b, rows);
    if (status || (rows->count && are_among(rows, told, count))) {
      imsi_vec_free(rows);
      continue;
    }
    report_contradiction(model, closure, i, rows, reporter);
    count++;
  }
  for (size_t i = 0; i < count; i++)
    imsi_vec_free(&told[i]);
  return status;
}

void imsi_report_limit(imsi_reporter *reporter, imsi_limit reached)
{
  char number[24];
  const bool steps = reached == IMSI_LIMIT_STEPS;
  snprintf(number, sizeof number, "%llu", (unsigned long long)(steps ? IMSI_CLOSURE_STEPS : IMSI_CLOSURE_PAIRS));
  imsi_report(reporter, IMS_DIAG_CLOSURE_LIMIT, (ims_pos){ NULL, 0, 0, NULL }, number,
              steps ? "steps" : "pairs of which something is known", NULL, NULL);
}

ims_status imsi_report_close(const ims_model *model, imsi_reporter *reporter, imsi_closure **closure)
{
  imsi_limit reached = IMSI_LIMIT_STEPS;
  const ims_status status = imsi_closure_make(model, &(imsi_closure_options){ .reached = &reached }, closure);
  if (status == IMS_LIMIT)
    imsi_report_limit(reporter, reached);
  IMS_TRY(status);
  return report_contradictions(model, *closure, reporter);
}

ims_status ims_check_consistency(const ims_model *model, ims_diag_sink sink)
{
  imsi_reporter reporter;
  imsi_closure *closure = NULL;
  imsi_reporter_init(&reporter, sink);
  const ims_status status = imsi_report_close(model, &reporter, &closure);
  imsi_closure_free(closure);
  imsi_reporter_free(&reporter);
  return status;
}
