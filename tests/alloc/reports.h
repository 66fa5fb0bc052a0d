/** For the allocation tests of reports: a model with everything in it, and a request run with every failure in turn. */
#ifndef REPORTS_H
#define REPORTS_H

#include "alloc/wrap.h"
#include "ims/load.h"
#include "ims/report.h"
#include "unit/complete_document.h"
#include "unit/complete_register.h"

#include <stdio.h>

enum { REPORTS_ARGUMENTS = 8 };

/** A request, and what it comes to while there is memory. The list of arguments ends with a NULL name. */
typedef struct reports_case {
  const char *report;
  ims_form form;
  ims_words words;
  ims_argument arguments[REPORTS_ARGUMENTS];
  ims_status status;
} reports_case;

static inline ims_model *reports_model_of(const char *xml)
{
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  if (!ims_loader_new(NULL, (ims_diag_sink){ NULL, NULL }, &loader) &&
      !ims_loader_memory(loader, "complete.xml", xml, strlen(xml)))
    ims_loader_finish(loader, &model);
  ims_loader_free(loader);
  return model;
}

static inline ims_model *reports_model(void)
{
  return reports_model_of(complete_document());
}

static inline void reports_count(void *context, const ims_diag *diag)
{
  *(size_t *)context += diag->severity == IMS_ERROR && diag->text && *diag->text;
}

/* One run; false, with a message, if it does not end as it has to. */
static inline bool reports_run(const ims_model *model, const ims_register *given, const reports_case *c,
                               void (*fail)(long n), long n, bool *reached)
{
  ims_request request = { .arguments = c->arguments, .form = c->form, .words = c->words, .evidence = given };
  request.today = given ? 20261128 : 0;
  while (c->arguments[request.argument_count].name)
    request.argument_count++;
  const ims_report *report = ims_report_find(c->report);
  const long before = wrap_live();
  size_t errors = 0;
  ims_table *table = NULL;
  fail(n);
  const ims_status status = report->run(model, &request, (ims_diag_sink){ reports_count, &errors }, &table);
  *reached = wrap_count() > n;
  wrap_fail_at(-1);
  /* What is wrong with a request is wrong without memory too: the message is sent, if need be without its details, so
     that failure is absorbed (base/diag.c). Only what the report needs for itself may turn the answer into "no memory".
   */
  bool good = status == c->status || (*reached && status == IMS_NOMEM);
  if (c->status == IMS_OK)
    good = status == (*reached ? IMS_NOMEM : IMS_OK);
  good = good && (status == c->status && c->status ? errors == 1 : errors == 0);
  good = good && (table != NULL) == (status == IMS_OK);
  ims_table_free(table);
  good = good && wrap_live() == before;
  if (!good)
    fprintf(stderr, "%s, allocation %ld: %s, %zu errors, %ld kept\n", c->report, n, ims_status_text(status), errors,
            wrap_live() - before);
  return good;
}

/** True if the request survives every single failure, and every failure that lasts. */
static inline bool reports_survives(const ims_model *model, const ims_register *given, const reports_case *c)
{
  void (*const fails[])(long n) = { wrap_fail_at, wrap_fail_from };
  for (size_t i = 0; i < 2; i++) {
    bool reached = true;
    for (long n = 0; reached; n++)
      if (!reports_run(model, given, c, fails[i], n, &reached))
        return false;
  }
  return true;
}

/** True if all of `cases` survive on a document with a register of elements, or without one if that is NULL. */
static inline bool reports_survive_with(const char *xml, const char *register_xml, const reports_case *cases,
                                        size_t count)
{
  ims_model *model = reports_model_of(xml);
  ims_register *given = model && register_xml ? complete_register_of(model, register_xml) : NULL;
  bool good = model && (given || !register_xml);
  for (size_t i = 0; good && i < count; i++)
    if (!reports_survives(model, given, &cases[i])) {
      fprintf(stderr, "in case %zu\n", i);
      good = false;
    }
  ims_register_free(given);
  ims_model_free(model);
  return good;
}

/** True if all of `cases` survive on a document. */
static inline bool reports_survive_on(const char *xml, const reports_case *cases, size_t count)
{
  return reports_survive_with(xml, NULL, cases, count);
}

/** The same on the complete document. */
static inline bool reports_all_survive(const reports_case *cases, size_t count)
{
  return reports_survive_on(complete_document(), cases, count);
}

#endif
