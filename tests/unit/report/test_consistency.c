#include "unit/report/fixture_report.h"

#define POINT(number) CLAUSE(number, "", "")
#define EDITIONS EDITION("a:1", POINT("1")) EDITION("b:1", POINT("1")) EDITION("c:1", POINT("1"))
#define STRICT MAPPING("a:1", "b:1", ROW("1", "equal", "1")) MAPPING("b:1", "c:1", ROW("1", "subset", "1"))
#define LOOSE LABELLED_MAPPING("a:1", "c:1", "intersects='loose'", ROW("1", "intersects", "1"))
#define THREE EDITIONS STRICT LOOSE

static void expect_cell(const ims_table *table, size_t row, size_t column, const char *text)
{
  const char *cell = ims_table_cell(table, row, column);
  cr_expect_str_eq(cell ? cell : "(none)", text, "row %zu, column %zu: %s", row, column, cell ? cell : "(none)");
}

Test(consistency_report, names_rows_with_their_places_and_what_the_others_leave)
{
  ims_model *model = fixture_model(DOC(THREE));
  ims_table *table = fixture_table(model, "consistency", WIDE({ "reading", "strict" }));
  cr_assert_eq(ims_table_row_count(table), 4);
  cr_expect_eq(ims_table_row_kind(table, 0), IMS_ROW_SECTION);
  expect_cell(table, 0, 0, "1. No relation is left for a:1/1 and b:1/1");
  static const char *const cells[][7] = {
    { "1", "a:1/1", "=", "b:1/1", "(none)", "a:1--b:1", "test.xml:6" },
    { "1", "a:1/1", "x", "c:1/1", "(none)", "a:1--c:1", "test.xml:12" },
    { "1", "b:1/1", "<", "c:1/1", "x", "b:1--c:1", "test.xml:9" },
  };
  for (size_t row = 0; row < 3; row++)
    for (size_t column = 0; column < 7; column++)
      expect_cell(table, row + 1, column, cells[row][column]);
  cr_expect_str_eq(ims_table_caption(table, 0),
                   "3 rows, 'intersects' read strictly, whatever mappings declare, without the hierarchy.");
  cr_expect_str_eq(ims_table_note(table, 1), "1 triangle has three stated sides that cannot all be true. 3 impossible "
                                             "pairs, 0 by their own rows.");
  ims_table_free(table);
  ims_model_free(model);
}

Test(consistency_report, says_that_nothing_contradicts_itself)
{
  ims_model *model = fixture_model(DOC(THREE));
  ims_table *table = fixture_table(model, "consistency", LONG({ "reading", "declared" }, { "with-parents", NULL }));
  cr_expect_eq(ims_table_row_count(table), 0);
  cr_expect_str_eq(ims_table_note(table, 2), "Nothing contradicts itself. That does not make it correct.");
  ims_table_free(table);
  ims_model_free(model);
}

Test(consistency_report, what_is_left_out_is_counted)
{
  ims_model *model =
      fixture_model(DOC(EDITION("a:1", POINT("1") POINT("2")) EDITION("b:1", POINT("1") POINT("2"))
                            MAPPING("a:1", "b:1", ROW("1", "equal", "1") ROW("2", "equal", "2"))
                                MAPPING("b:1", "a:1", ROW("1", "disjoint", "1") ROW("2", "disjoint", "2"))));
  ims_table *table = fixture_table(model, "consistency", WIDE({ "max", "1" }));
  cr_expect_eq(ims_table_row_count(table), 3);
  cr_expect_str_eq(ims_table_note(table, 2),
                   "1 contradiction is named, which leaves 1 impossible pair not looked into: --max 0 names all.");
  ims_table_free(table);
  table = fixture_table(model, "consistency", WIDE({ "max", "0" }));
  cr_expect_eq(ims_table_row_count(table), 6);
  ims_table_free(table);
  ims_model_free(model);
}

Test(consistency_report, refuses_what_is_no_reading_and_no_number)
{
  ims_model *model = fixture_model(DOC(THREE));
  fixture_expect_refusal(model, "consistency", WIDE({ "reading", "lax" }), IMS_INVALID,
                         "bad-option: the reading is 'declared', 'strict' or 'loose'\n");
  static const char *const numbers[] = { "", "-1", "1x", "1000000000", " 1" };
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    fixture_expect_refusal(model, "consistency", WIDE({ "max", numbers[i] }), IMS_INVALID,
                           "bad-option: --max is a number of contradictions, below 1000000000; 0 names all\n");
  ims_model_free(model);
}
