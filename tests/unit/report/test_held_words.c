#include "report/held_internal.h"

#include "unit/fixture_register.h"
#include "unit/report/fixture_report.h"

#include <stdio.h>

enum { VALID = 13, DOCUMENTS = 25 };

static const char standards[] =
    DOC(NAMED_EDITION("9001:1", "name='Q 1' kind='requirements'", CLAUSE("4", ALL, P("1", "Q.")))
            NAMED_EDITION("s:1", "name='S 1' kind='requirements'", CLAUSE("1", ALL, P("1", "S."))));

static const ims_report report = { .name = "held", .register_use = IMS_REGISTER_REQUIRED };

/* A register of many documents on one demand: the first two are claimed for a part of it, the last twelve are drafts.
 */
typedef struct world {
  ims_model *model;
  ims_register *given;
  fixture_diags diags;
  imsi_reporter reporter;
  imsi_held held;
  ims_node demand;
  imsi_strbuf text;
} world;

static ims_register *make_register(const ims_model *model)
{
  static char texts[DOCUMENTS][96];
  const char *lines[DOCUMENTS + 2] = { "system id=QMS edition=9001:1", "system id=SMS edition=s:1" };
  for (int i = 0; i < DOCUMENTS; i++) {
    snprintf(texts[i], sizeof texts[i], "document id=D%d kind=document status=%s coverage=%s clauses=9001:1/4", i + 1,
             i < VALID ? "valid" : "draft", i < 2 ? "partial" : "full");
    lines[i + 2] = texts[i];
  }
  return fixture_register(model, lines, sizeof lines / sizeof *lines);
}

static void open_world(world *w, ims_form form)
{
  *w = (world){ .model = fixture_model(standards) };
  w->given = make_register(w->model);
  w->demand = fixture_node(w->model, "9001:1/4#1");
  const ims_request request = { .form = form, .evidence = w->given };
  imsi_reporter_init(&w->reporter, fixture_sink(&w->diags));
  cr_assert_eq(imsi_held_open(&w->held, &report, w->model, &request, &w->reporter), IMS_OK);
}

static void close_world(world *w)
{
  imsi_strbuf_free(&w->text);
  imsi_held_close(&w->held);
  imsi_reporter_free(&w->reporter);
  fixture_diags_free(&w->diags);
  ims_register_free(w->given);
  ims_model_free(w->model);
}

/* Expects lines about the documents of these numbers, then `rest`. */
static void expect_lines(const world *w, const char *before, int first, int last, const char *after, const char *rest)
{
  const char *at = imsi_strbuf_string(&w->text);
  char line[96];
  for (int i = first; i <= last; i++) {
    const int size = snprintf(line, sizeof line, "%sD%d%s (register:%d)", before, i, after, i + 2);
    cr_assert_eq(strncmp(at, line, (size_t)size), 0, "%s: %s", line, imsi_strbuf_string(&w->text));
    at += size + (at[size] == '\n');
  }
  cr_expect_str_eq(at, rest);
}

Test(held_words, a_wide_form_names_ten_documents_and_first_those_for_all_of_the_demand)
{
  world w;
  open_world(&w, IMS_FORM_WIDE);
  cr_assert_eq(imsi_held_name_supports(&w.held, 0, w.demand, &w.text), IMS_OK);
  expect_lines(&w, "", 3, 12, ", document", "and 3 more, which the long form names");
  close_world(&w);
}

Test(held_words, a_wide_form_names_ten_claims_that_do_not_count)
{
  world w;
  open_world(&w, IMS_FORM_WIDE);
  cr_assert_eq(imsi_held_name_doubts(&w.held, 0, w.demand, &w.text), IMS_OK);
  expect_lines(&w, "", 14, 23, " for 9001:1/4: the document is a draft or under revision",
               "and 2 more, which the long form names");
  close_world(&w);
}

Test(held_words, a_wide_form_names_ten_documents_of_each_other_system)
{
  world w;
  open_world(&w, IMS_FORM_WIDE);
  cr_assert_eq(imsi_held_name_methods(&w.held, 1, w.demand, &w.text), IMS_OK);
  expect_lines(&w, "QMS: ", 3, 12, "", "QMS: and 1 more, which the long form names");
  close_world(&w);
}

Test(held_words, a_long_form_names_all_in_the_order_of_the_register)
{
  world w;
  open_world(&w, IMS_FORM_LONG);
  cr_assert_eq(imsi_held_name_supports(&w.held, 0, w.demand, &w.text), IMS_OK);
  cr_expect_not_null(strstr(imsi_strbuf_string(&w.text), "D1, document, for a part (register:3)\nD2, "));
  cr_expect_not_null(strstr(imsi_strbuf_string(&w.text), "\nD13, document (register:15)"));
  imsi_strbuf_clear(&w.text);
  cr_assert_eq(imsi_held_name_doubts(&w.held, 0, w.demand, &w.text), IMS_OK);
  expect_lines(&w, "", 14, 25, " for 9001:1/4: the document is a draft or under revision", "");
  imsi_strbuf_clear(&w.text);
  cr_assert_eq(imsi_held_name_methods(&w.held, 1, w.demand, &w.text), IMS_OK);
  expect_lines(&w, "QMS: ", 3, 13, "", "");
  close_world(&w);
}
