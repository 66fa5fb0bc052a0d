#include "query/table.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const ims_column columns[] = {
  { "clause", "Clause", IMS_COLUMN_ID, false },
  { "title", "Title", IMS_COLUMN_TEXT, true },
  { "rows", "Rows", IMS_COLUMN_NUMBER, false },
};

static ims_table *finish(imsi_table *table)
{
  ims_table *finished = NULL;
  cr_assert_eq(imsi_table_end(table, &finished), IMS_OK);
  return finished;
}

Test(table, gives_back_what_was_put_in)
{
  imsi_table *builder = imsi_table_new("correlate", columns, 3);
  imsi_table_caption(builder, "first");
  imsi_table_caption(builder, "second");
  imsi_table_note(builder, "note");
  imsi_table_row(builder, IMS_ROW_NORMAL);
  imsi_table_set(builder, 0, "8.4");
  imsi_table_set(builder, 2, "3");
  imsi_table_row(builder, IMS_ROW_HEADING);
  ims_table *table = finish(builder);

  cr_expect_str_eq(ims_table_name(table), "correlate");
  cr_expect_eq(ims_table_caption_count(table), 2);
  cr_expect_str_eq(ims_table_caption(table, 0), "first");
  cr_expect_str_eq(ims_table_caption(table, 1), "second");
  cr_expect_eq(ims_table_note_count(table), 1);
  cr_expect_str_eq(ims_table_note(table, 0), "note");
  cr_expect_eq(ims_table_row_count(table), 2);
  cr_expect_eq(ims_table_row_kind(table, 0), IMS_ROW_NORMAL);
  cr_expect_eq(ims_table_row_kind(table, 1), IMS_ROW_HEADING);
  cr_expect_str_eq(ims_table_cell(table, 0, 0), "8.4");
  cr_expect_str_eq(ims_table_cell(table, 0, 2), "3");
  ims_table_free(table);
}

Test(table, columns_are_copied_with_all_they_say)
{
  char key[] = "clause", title[] = "Clause";
  const ims_column column = { key, title, IMS_COLUMN_NUMBER, true };
  imsi_table *builder = imsi_table_new("t", &column, 1);
  memset(key, 'x', sizeof key - 1);
  memset(title, 'x', sizeof title - 1);
  ims_table *table = finish(builder);
  cr_expect_eq(ims_table_column_count(table), 1);
  cr_expect_str_eq(ims_table_column(table, 0)->key, "clause");
  cr_expect_str_eq(ims_table_column(table, 0)->title, "Clause");
  cr_expect_eq(ims_table_column(table, 0)->kind, IMS_COLUMN_NUMBER);
  cr_expect(ims_table_column(table, 0)->detail);
  ims_table_free(table);
}

Test(table, cells_are_copied)
{
  char text[] = "before";
  imsi_table *builder = imsi_table_new("t", columns, 3);
  imsi_table_row(builder, IMS_ROW_NORMAL);
  imsi_table_set(builder, 1, text);
  memset(text, 'x', sizeof text - 1);
  ims_table *table = finish(builder);
  cr_expect_str_eq(ims_table_cell(table, 0, 1), "before");
  ims_table_free(table);
}

Test(table, an_unset_cell_is_null_and_an_empty_one_is_not)
{
  imsi_table *builder = imsi_table_new("t", columns, 3);
  imsi_table_row(builder, IMS_ROW_NORMAL);
  imsi_table_set(builder, 1, "");
  ims_table *table = finish(builder);
  cr_expect_null(ims_table_cell(table, 0, 0));
  cr_expect_str_eq(ims_table_cell(table, 0, 1), "");
  ims_table_free(table);
}

Test(table, the_last_value_of_a_cell_counts)
{
  imsi_table *builder = imsi_table_new("t", columns, 3);
  imsi_table_row(builder, IMS_ROW_NORMAL);
  imsi_table_set(builder, 0, "one");
  imsi_table_set(builder, 0, "two");
  imsi_table_set(builder, 1, "one");
  imsi_table_set(builder, 1, NULL);
  ims_table *table = finish(builder);
  cr_expect_str_eq(ims_table_cell(table, 0, 0), "two");
  cr_expect_null(ims_table_cell(table, 0, 1));
  ims_table_free(table);
}

Test(table, many_rows_keep_their_cells)
{
  char text[16];
  imsi_table *builder = imsi_table_new("t", columns, 3);
  for (unsigned i = 0; i < 5000; i++) {
    imsi_table_row(builder, i % 3 ? IMS_ROW_NORMAL : IMS_ROW_SECTION);
    snprintf(text, sizeof text, "row %u", i);
    imsi_table_set(builder, i % 3, text);
  }
  ims_table *table = finish(builder);
  cr_assert_eq(ims_table_row_count(table), 5000);
  for (unsigned i = 0; i < 5000; i++) {
    snprintf(text, sizeof text, "row %u", i);
    cr_assert_str_eq(ims_table_cell(table, i, i % 3), text);
    cr_assert_null(ims_table_cell(table, i, (i + 1) % 3));
    cr_assert_eq(ims_table_row_kind(table, i), i % 3 ? IMS_ROW_NORMAL : IMS_ROW_SECTION);
  }
  ims_table_free(table);
}

Test(table, may_have_no_rows)
{
  ims_table *table = finish(imsi_table_new("t", columns, 3));
  cr_expect_eq(ims_table_row_count(table), 0);
  cr_expect_eq(ims_table_caption_count(table), 0);
  cr_expect_eq(ims_table_note_count(table), 0);
  ims_table_free(table);
}

Test(table, may_have_no_columns)
{
  imsi_table *builder = imsi_table_new("t", NULL, 0);
  imsi_table_row(builder, IMS_ROW_NORMAL);
  imsi_table_row(builder, IMS_ROW_NORMAL);
  ims_table *table = finish(builder);
  cr_expect_eq(ims_table_column_count(table), 0);
  cr_expect_eq(ims_table_row_count(table), 2);
  ims_table_free(table);
}

Test(table, a_builder_that_could_not_be_had_is_accepted_everywhere)
{
  ims_table *const untouched = NULL;
  ims_table *table = untouched;
  imsi_table_caption(NULL, "x");
  imsi_table_note(NULL, "x");
  imsi_table_row(NULL, IMS_ROW_NORMAL);
  imsi_table_set(NULL, 0, "x");
  cr_expect_eq(imsi_table_end(NULL, &table), IMS_NOMEM);
  cr_expect_eq(table, untouched);
  imsi_table_drop(NULL);
  ims_table_free(NULL);
}

Test(table, an_unfinished_one_can_be_dropped)
{
  imsi_table *builder = imsi_table_new("t", columns, 3);
  imsi_table_caption(builder, "x");
  imsi_table_row(builder, IMS_ROW_NORMAL);
  imsi_table_set(builder, 0, "x");
  imsi_table_drop(builder); /* the leak checker is the judge */
}
