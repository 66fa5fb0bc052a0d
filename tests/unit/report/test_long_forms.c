#include "unit/complete_document.h"
#include "unit/complete_register.h"
#include "unit/fixture_register.h"
#include "unit/report/fixture_report.h"

enum { MOST_ARGUMENTS = 4, MOST_FORMS = 64 };

/* A request for each long form of each report; `form` is its place in the report's list. */
static const struct {
  const char *report;
  size_t form;
  ims_argument arguments[MOST_ARGUMENTS];
} requests[] = {
  { "checks", 0, { { NULL, NULL } } },
  { "compare", 0, { { "a", "a:2" }, { "b", "h:1" } } },
  { "consistency", 0, { { NULL, NULL } } },
  { "correlate", 0, { { "pivot", "a:2" }, { "other", "h:1" } } },
  { "correlate", 0, { { "pivot", "a:2" }, { "other", "h:1" }, { "reverse", NULL } } },
  { "cover", 0, { { "target", "a:2" }, { "by", "h:1" } } },
  { "duties", 0, { { NULL, NULL } } },
  { "coverage", 0, { { NULL, NULL } } },
  { "findings", 0, { { NULL, NULL } } },
  { "gap", 0, { { "have", "a:2" }, { "want", "c:1" } } },
  { "overlap", 0, { { "edition", "a:2" }, { "edition", "h:1" } } },
  { "explain", 0, { { "a", "a:2/4" }, { "b", "h:1/4" } } },
  { "impact", 0, { { "reference", "a:2/4" } } },
  { "matrix", 0, { { "by", "process" } } },
  { "register", 0, { { NULL, NULL } } },
  { "register", 1, { { "problems", NULL } } },
  { "register", 2, { { "entries", NULL } } },
  { "review", 0, { { NULL, NULL } } },
  { "shared", 0, { { NULL, NULL } } },
  { "show", 0, { { "reference", "a:2/4" } } },
  { "show", 1, { { "reference", "a:2" } } },
  { "soa", 0, { { NULL, NULL } } },
  { "standards", 0, { { NULL, NULL } } },
  { "standards", 1, { { "family", "f" } } },
  { "standards", 2, { { "data", NULL } } },
  { "suggest", 0, { { "all", NULL } } },
  { "terms", 0, { { NULL, NULL } } },
  { "topics", 0, { { NULL, NULL } } },
};

enum { REQUESTS = sizeof requests / sizeof *requests };

/* What reports on a register are asked about. */
static const char *const held[] = {
  "system id=A edition=a:2",
  "document id=D title=Issues kind=document systems=A clauses=a:2/4.1",
  "process id=P title=Planning systems=A documents=D",
};

static void expect_columns(const ims_table *table, const ims_columns *form)
{
  cr_assert_eq(ims_table_column_count(table), form->count, "%s", ims_table_name(table));
  for (size_t i = 0; i < form->count; i++) {
    const ims_column *column = ims_table_column(table, i);
    cr_expect_str_eq(column->key, form->list[i].key, "%s", ims_table_name(table));
    cr_expect_eq(column->kind, form->list[i].kind, "%s.%s", ims_table_name(table), column->key);
    cr_expect_eq(column->detail, form->list[i].detail, "%s.%s", ims_table_name(table), column->key);
  }
}

Test(long_forms, tables_have_the_columns_that_the_report_declares)
{
  ims_model *model = fixture_model(complete_document());
  ims_register *evidence = fixture_register(model, held, sizeof held / sizeof *held);
  ims_register *given = complete_register(model);
  cr_assert_not_null(given);
  for (size_t i = 0; i < REQUESTS; i++) {
    ims_request request = { .arguments = requests[i].arguments, .form = IMS_FORM_LONG };
    while (request.argument_count < MOST_ARGUMENTS && requests[i].arguments[request.argument_count].name)
      request.argument_count++;
    const ims_report *report = ims_report_find(requests[i].report);
    cr_assert_not_null(report, "%s", requests[i].report);
    if (report->register_use == IMS_REGISTER_REQUIRED)
      request.evidence = given;
    cr_assert_lt(requests[i].form, report->long_form_count, "%s", report->name);
    request.evidence = report->register_use == IMS_REGISTER_REQUIRED ? evidence : NULL;
    ims_table *table = fixture_table(model, report->name, &request);
    expect_columns(table, report->long_forms[requests[i].form]);
    ims_table_free(table);
  }
  ims_register_free(evidence);
  ims_register_free(given);
  ims_model_free(model);
}

Test(long_forms, every_form_of_every_report_is_tried)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t r = 0; r < count; r++) {
    bool tried[MOST_FORMS] = { false };
    cr_assert_gt(reports[r]->long_form_count, (size_t)0, "%s declares no long form", reports[r]->name);
    cr_assert_lt(reports[r]->long_form_count, (size_t)MOST_FORMS);
    for (size_t i = 0; i < REQUESTS; i++)
      if (strcmp(requests[i].report, reports[r]->name) == 0)
        tried[requests[i].form] = true;
    for (size_t k = 0; k < reports[r]->long_form_count; k++)
      cr_expect(tried[k], "add a request for form %zu of %s", k, reports[r]->name);
  }
}

Test(long_forms, a_column_of_one_name_is_of_one_kind)
{
  size_t count;
  const ims_report *const *reports = ims_reports(&count);
  for (size_t r = 0; r < count; r++)
    for (size_t f = 0; f < reports[r]->long_form_count; f++)
      for (size_t i = 0; i < reports[r]->long_forms[f]->count; i++)
        for (size_t g = 0; g < reports[r]->long_form_count; g++)
          for (size_t k = 0; k < reports[r]->long_forms[g]->count; k++) {
            const ims_column *a = &reports[r]->long_forms[f]->list[i], *b = &reports[r]->long_forms[g]->list[k];
            if (strcmp(a->key, b->key) != 0)
              continue;
            cr_expect(a == b || f != g, "%s has two columns %s", reports[r]->name, a->key);
            cr_expect_eq(a->kind == IMS_COLUMN_NUMBER, b->kind == IMS_COLUMN_NUMBER, "%s.%s", reports[r]->name, a->key);
          }
}
