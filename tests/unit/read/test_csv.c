#include "read/csv.h"

#include "unit/fixture_model.h"

static ims_status keep(void *context, const imsi_csv_row *row)
{
  for (size_t i = 0; i < row->count; i++)
    fixture_printf(context, "%s%s@%u:%u", i ? "|" : "", row->cells[i], row->lines[i], row->columns[i]);
  fixture_printf(context, "\n");
  return IMS_OK;
}

static void keep_quote(void *context, uint32_t line, uint32_t column)
{
  fixture_printf(context, "quote@%u:%u\n", line, column);
}

static void expect(const char *data, const char *expected)
{
  ims_memory got = { 0 };
  cr_expect_eq(imsi_csv_read(data, strlen(data), &(imsi_csv_handler){ keep, keep_quote, &got }), IMS_OK);
  cr_expect_str_eq(got.data ? got.data : "", expected, "got\n%s", got.data);
  ims_memory_free(&got);
}

Test(csv, cells_come_with_their_places)
{
  expect("a,b\nc,,d\n", "a@1:1|b@1:3\nc@2:1|@2:3|d@2:4\n");
  expect("a", "a@1:1\n");
  expect("", "");
}

Test(csv, the_delimiter_is_the_one_that_the_first_line_has_most_of)
{
  expect("a;b,c;d\n", "a@1:1|b,c@1:3|d@1:7\n");
  expect("a\tb\nc,d\te\n", "a@1:1|b@1:3\nc,d@2:1|e@2:5\n");
  expect("\"a,a,a\";b\n", "a,a,a@1:1|b@1:9\n");
  expect("sep=;\na;b,c,d\n", "a@2:1|b,c,d@2:3\n");
}

Test(csv, the_delimiter_is_the_one_that_cuts_most_rows_evenly)
{
  /* a title with commas above the table, texts with commas in it */
  expect("Evidence, 2026, draft\nid;title\n1;a, b\n", "Evidence, 2026, draft@1:1\nid@2:1|title@2:4\n1@3:1|a, b@3:3\n");
  /* decimal commas are more cells, but not in the head */
  expect("a;b\n4,1;5,2\n4,3;5,4\n", "a@1:1|b@1:3\n4,1@2:1|5,2@2:5\n4,3@3:1|5,4@3:5\n");
  /* a quote inside a text hides nothing */
  expect("size;x\n5\" pipe;y\n6\";z\n", "size@1:1|x@1:6\n5\" pipe@2:1|y@2:9\n6\"@3:1|z@3:4\n");
  expect("one column\nof text\n", "one column@1:1\nof text@2:1\n");
}

Test(csv, a_quote_that_is_not_closed_is_a_character_and_named)
{
  expect("\"never closed,\n", "quote@1:1\n\"never closed@1:1|@1:15\n");
  expect("a,\"b\nc,d\n", "quote@1:3\na@1:1|\"b@1:3\nc@2:1|d@2:3\n");
  /* the quote that opens the next cell would close this one */
  expect("a,\"b\nc,\"d\"\ne,\"f\"\n", "quote@1:3\na@1:1|\"b@1:3\nc@2:1|d@2:3\ne@3:1|f@3:3\n");
}

Test(csv, quotes_hold_delimiters_quotes_and_lines)
{
  expect("\"a\"\"b\",\"x\ny\",c\nd,e,f\n", "a\"b@1:1|x\ny@1:8|c@2:4\nd@3:1|e@3:3|f@3:5\n");
  expect("\"a\"b,c\n", "ab@1:1|c@1:6\n");
}

Test(csv, line_ends_of_any_kind_and_a_byte_order_mark)
{
  expect("\xEF\xBB\xBF"
         "a,b\r\nc,d\re,f",
         "a@1:1|b@1:3\nc@2:1|d@2:3\ne@3:1|f@3:3\n");
}

Test(csv, blank_rows_are_left_out_and_counted)
{
  expect("a,b\n\n , \nc,d\n", "a@1:1|b@1:3\nc@4:1|d@4:3\n");
}

static ims_status stop(void *context, const imsi_csv_row *row)
{
  (void)row;
  ++*(int *)context;
  return IMS_LIMIT;
}

Test(csv, a_row_may_end_the_reading)
{
  int rows = 0;
  cr_expect_eq(imsi_csv_read("a\nb\n", 4, &(imsi_csv_handler){ stop, NULL, &rows }), IMS_LIMIT);
  cr_expect_eq(rows, 1);
}
