/** For the allocation tests of reports: a model with everything in it, and a request run with every failure in turn. */
#ifndef REPORTS_H
#define REPORTS_H

#include "alloc/wrap.h"
#include "ims/load.h"
#include "ims/report.h"
#include "unit/complete_document.h"

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

/* A register of elements, read against the model; NULL if something is wrong with it. */
static inline ims_register *reports_register(const ims_model *model, const char *xml)
{
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  if (model && !ims_register_reader_new(model, NULL, (ims_diag_sink){ NULL, NULL }, &reader) &&
      !ims_register_reader_memory(reader, "register.xml", xml, strlen(xml)))
    ims_register_reader_finish(reader, &evidence);
  ims_register_reader_free(reader);
  return evidence;
}

static inline void reports_count(void *context, const ims_diag *diag)
{
  *(size_t *)context += diag->severity == IMS_ERROR && diag->text && *diag->text;
}

/* One run; false, with a message, if it does not end as it has to. */
static inline bool reports_run(const ims_model *model, const ims_register *evidence, const reports_case *c,
                               void (*fail)(long n), long n, bool *reached)
{
  ims_request request = { .arguments = c->arguments, .form = c->form, .words = c->words, .evidence = evidence };
  request.today = evidence ? 20261128 : 0;
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
static inline bool reports_survives(const ims_model *model, const ims_register *evidence, const reports_case *c)
{
  void (*const fails[])(long n) = { wrap_fail_at, wrap_fail_from };
  for (size_t i = 0; i < 2; i++) {
    bool reached = true;
    for (long n = 0; reached; n++)
      if (!reports_run(model, evidence, c, fails[i], n, &reached))
        return false;
  }
  return true;
}

/** True if all of `cases` survive on a document, and on a register of elements; NULL: without one. */
static inline bool reports_survive_held(const char *xml, const char *held, const reports_case *cases, size_t count)
{
  ims_model *model = reports_model_of(xml);
  ims_register *evidence = held ? reports_register(model, held) : NULL;
  bool good = model != NULL && (evidence != NULL) == (held != NULL);
  for (size_t i = 0; good && i < count; i++)
    if (!reports_survives(model, evidence, &cases[i])) {
      fprintf(stderr, "in case %zu\n", i);
      good = false;
    }
  ims_register_free(evidence);
  ims_model_free(model);
  return good;
}

/** The same without a register. */
static inline bool reports_survive_on(const char *xml, const reports_case *cases, size_t count)
{
  return reports_survive_held(xml, NULL, cases, count);
}

/** The same on the complete document. */
static inline bool reports_all_survive(const reports_case *cases, size_t count)
{
  return reports_survive_on(complete_document(), cases, count);
}

#endif
