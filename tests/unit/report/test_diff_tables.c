#include "ims/diff.h"
#include "unit/fixture_model.h"

/* The rows of a table as text: "changed|A|size|1|2". */
static void tell(const ims_table *table, ims_memory *text)
{
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    for (size_t column = 0; column < ims_table_column_count(table); column++) {
      const char *cell = ims_table_cell(table, row, column);
      fixture_printf(text, "%s%s", column ? "|" : row ? "\n" : "", cell ? cell : "");
    }
}

static ims_diff_text text_of(const char *name, const char *data)
{
  return (ims_diff_text){ name, data, strlen(data) };
}

static void expect_difference(const char *old, const char *new, const char *keys, const char *expected)
{
  const ims_diff_text before = text_of("a.csv", old), after = text_of("b.csv", new);
  fixture_diags diags = { 0 };
  ims_memory text = { 0 };
  ims_table *table = NULL;
  cr_assert_eq(ims_diff_tables(&before, &after, keys, fixture_sink(&diags), &table), IMS_OK);
  tell(table, &text);
  cr_expect_str_eq(text.data ? text.data : "", expected, "%s", text.data ? text.data : "");
  cr_expect_eq(diags.count, 0);
  ims_table_free(table);
  ims_memory_free(&text);
  fixture_diags_free(&diags);
}

static void expect_refused(const char *old, const char *new, const char *keys, const char *file, const char *message)
{
  const ims_diff_text before = text_of("a.csv", old), after = text_of("b.csv", new);
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  cr_assert_eq(ims_diff_tables(&before, &after, keys, fixture_sink(&diags), &table), IMS_INVALID);
  cr_expect_null(table);
  cr_expect_str_eq(fixture_messages(&diags), message);
  cr_assert_eq(diags.count, 1);
  cr_expect_str_eq(diags.list[0].file, file);
  fixture_diags_free(&diags);
}

Test(diff_tables, cells_that_changed_are_told_with_their_lines)
{
  expect_difference("id,size\nA,1\nB,2\n", "id,size\nB,3\nA,1\n", NULL, "changed|B|size|2|3|3|2");
}

Test(diff_tables, rows_are_new_in_the_order_after_and_gone_in_the_order_before)
{
  expect_difference("id,size\nZ,1\nB,2\nA,1\n", "id,size\nY,3\nB,2\nX,1\n", NULL,
                    "added|Y|||||2\nadded|X|||||4\ngone|Z||||2|\ngone|A||||4|");
}

Test(diff_tables, columns_are_found_by_name_whatever_the_delimiter)
{
  expect_difference("id,size,old\nA,1,x\n", "new;size;id\ny;2;A\n", NULL, "changed|A|size|1|2|2|2");
}

Test(diff_tables, the_key_is_as_short_as_it_can_be)
{
  expect_difference("a,b,c\n1,1,x\n1,2,x\n", "a,b,c\n1,1,y\n1,2,x\n", NULL, "changed|1 | 1|c|x|y|2|2");
}

Test(diff_tables, a_key_that_is_named_decides)
{
  expect_difference("a,b\n1,x\n2,y\n", "a,b\n2,x\n2,y\n", "b", "changed|x|a|1|2|2|2");
  expect_difference("a,b,c\n1,x,1\n", "a,b,c\n1,x,2\n", "b,a", "changed|x | 1|c|1|2|2|2");
}

Test(diff_tables, of_equal_rows_the_first_goes_with_the_first)
{
  expect_difference("a,b\n1,x\n1,x\n", "a,b\n1,x\n1,x\n1,x\n", NULL, "added|1 | x|||||4");
}

Test(diff_tables, keys_do_not_run_into_each_other)
{
  expect_difference("a,b,c\n1,2 3,x\n1,2,x\n1 2,3,x\n", "a,b,c\n1,2 3,x\n1,2,x\n1 2,3,y\n", "a,b",
                    "changed|1 2 | 3|c|x|y|4|4");
}

Test(diff_tables, rows_that_are_too_short_have_empty_cells)
{
  expect_difference("a,b\n1\n2,x\n", "a,b\n1,y\n2\n", NULL, "changed|1|b||y|2|2\nchanged|2|b|x||3|3");
}

Test(diff_tables, tables_without_a_column_in_common_are_refused)
{
  expect_refused("a\n1\n", "b\n1\n", NULL, "b.csv", "1:0 the first row of the sheet has no column 'a'\n");
}

Test(diff_tables, a_file_without_rows_is_no_table)
{
  expect_refused("", "a\n1\n", NULL, "a.csv", "0:0 the file is empty\n");
  expect_refused("\n", "a\n1\n", NULL, "a.csv", "0:0 there is no row of column names: this is no table\n");
  expect_refused("a\n1\n", "\n\n", NULL, "b.csv", "0:0 there is no row of column names: this is no table\n");
}

Test(diff_tables, reports_are_known_by_their_columns_and_registers_are_not)
{
  static const struct {
    const char *text;
    bool report;
  } cases[] = {
    { "system,standard,ref,duty,condition,state,documents,place\nQMS,", true },
    { "system,standard,ref,duty,condition,state,documents,place,notes\n", true }, /* with its details */
    { "document\tsystem\tserves\treuse\tplace\n", true },
    { "system,standard,clause,title,POL-1,REC-2,remark\n", true },
    { "system,standard,clause,title,documents,remark\n", true },
    { "system,standard,clause,title\n", false },
    { "document,system,serves,place\n", false },
    { "document,system,serves,reuse,place,owner\n", false },
    { "id,title,kind,type,systems,clauses,coverage,why\n", false }, /* what `suggest` makes for a register */
    { "Document ID,Title,Clauses\nP-1,A,8.4\n", false },
    { "<register version='1'/>", false },
    { "\x01\x02", false },
    { "", false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const ims_diff_text start = text_of("a.csv", cases[i].text);
    bool report = !cases[i].report;
    cr_assert_eq(ims_diff_is_report(&start, &report), IMS_OK);
    cr_expect_eq(report, cases[i].report, "%s", cases[i].text);
  }
}

Test(diff_tables, a_key_has_to_be_a_column_of_both)
{
  expect_refused("a,b\n", "a\n", "a,b", "b.csv", "1:0 the first row of the sheet has no column 'b'\n");
  expect_refused("a\n", "a,b\n", "b", "a.csv", "1:0 the first row of the sheet has no column 'b'\n");
  expect_refused("a\n", "a\n", "a,", "a.csv", "1:0 the first row of the sheet has no column ''\n");
}
