#include "ims/ims.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = IMS_STEP_DRAW + 1, ROWS = 3000 };

/* What was told of each step. */
typedef struct watcher {
  size_t told[STEPS];
  uint64_t last[STEPS];
  bool back; /* a number was lower than the one before it */
} watcher;

static void watch(void *context, ims_step step, uint64_t done)
{
  watcher *w = context;
  cr_assert_lt((size_t)step, (size_t)STEPS);
  w->told[step]++;
  w->back = w->back || done < w->last[step];
  w->last[step] = done;
}

static const ims_diag_sink nobody = { NULL, NULL };

/* The mappings that are built in. */
static ims_model *watched_model(watcher *w)
{
  const ims_load_options options = { .progress = { watch, w } };
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  cr_assert_eq(ims_loader_new(&options, nobody, &loader), IMS_OK);
  cr_assert_eq(ims_loader_builtin(loader), IMS_OK);
  cr_assert_eq(ims_loader_finish(loader, &model), IMS_OK);
  ims_loader_free(loader);
  return model;
}

/* A register of ROWS documents for one system. */
static ims_register *watched_register(const ims_model *model)
{
  static const char system[] = "<register version='1'><system id='Q' edition='9001:2015'/></register>";
  char *text = malloc(ROWS * 40 + 64);
  cr_assert_not_null(text);
  size_t size = (size_t)sprintf(text, "ID,Title,Systems,Clauses\n");
  for (int i = 0; i < ROWS; i++)
    size += (size_t)sprintf(text + size, "D%d,A title,Q,9001:2015 8.4\n", i);
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  cr_assert_eq(ims_register_reader_new(model, NULL, nobody, &reader), IMS_OK);
  cr_assert_eq(ims_register_reader_memory(reader, "s.xml", system, sizeof system - 1), IMS_OK);
  cr_assert_eq(ims_register_reader_memory(reader, "r.csv", text, size), IMS_OK);
  cr_assert_eq(ims_register_reader_finish(reader, &evidence), IMS_OK);
  ims_register_reader_free(reader);
  free(text);
  return evidence;
}

Test(progress, elements_are_told_while_mappings_are_read)
{
  watcher w = { 0 };
  ims_model_free(watched_model(&w));
  cr_expect_gt(w.told[IMS_STEP_ELEMENTS], (size_t)1);
  cr_expect_geq(w.last[IMS_STEP_ELEMENTS], w.told[IMS_STEP_ELEMENTS] * 1000, "of small things not each is told");
  cr_expect_not(w.back);
  cr_expect_eq(w.told[IMS_STEP_RELATIONS], (size_t)0);
}

Test(progress, pairs_are_told_while_it_is_found_out_what_follows)
{
  watcher w = { 0 };
  ims_model *model = watched_model(&w);
  cr_assert_eq(ims_check_consistency(model, nobody), IMS_OK);
  cr_expect_gt(w.told[IMS_STEP_RELATIONS], (size_t)1);
  cr_expect_gt(w.last[IMS_STEP_RELATIONS], (uint64_t)1000);
  cr_expect_not(w.back);
  ims_model_free(model);
}

Test(progress, rows_and_checks_are_told_of_a_register)
{
  watcher w = { 0 };
  ims_model *model = watched_model(&w);
  ims_register *evidence = watched_register(model);
  cr_expect_eq(w.told[IMS_STEP_ROWS], (size_t)(ROWS / 1024));
  cr_expect_eq(w.last[IMS_STEP_ROWS], (uint64_t)2048, "%llu", (unsigned long long)w.last[IMS_STEP_ROWS]);
  const ims_argument day = { "at", "2026-11-28" };
  const ims_request request = { .arguments = &day, .argument_count = 1, .evidence = evidence };
  ims_table *table = NULL;
  cr_assert_eq(ims_report_find("findings")->run(model, &request, nobody, &table), IMS_OK);
  cr_expect_eq(w.told[IMS_STEP_WEIGH], (size_t)1);
  cr_expect_eq(w.told[IMS_STEP_CHECKS], ims_check_count(model));
  cr_expect_eq(w.last[IMS_STEP_CHECKS], ims_check_count(model) - 1, "checks that are done before each");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(progress, steps_are_told_of_a_query)
{
  static const char statement[] =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT max(i) FROM n";
  watcher w = { 0 };
  ims_model *model = watched_model(&w);
  ims_table *table = NULL;
  cr_assert_eq(ims_sql_query(model, statement, sizeof statement - 1, NULL, nobody, &table), IMS_OK);
  cr_expect_gt(w.told[IMS_STEP_QUERY], (size_t)1);
  ims_table_free(table);
  ims_model_free(model);
}

Test(progress, a_picture_is_told_of)
{
  watcher w = { 0 };
  ims_model *model = watched_model(&w);
  const ims_argument standard = { "edition", "9001" };
  const ims_request request = { .arguments = &standard, .argument_count = 1 };
  ims_memory bytes = { 0 };
  cr_assert_eq(ims_diagram_draw(model, ims_diagram_find("hub"), &request, NULL, nobody, ims_sink_memory(&bytes)),
               IMS_OK);
  cr_expect_gt(w.told[IMS_STEP_DRAW], (size_t)0);
  ims_memory_free(&bytes);
  ims_model_free(model);
}
