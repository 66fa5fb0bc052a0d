#include "ims/sink.h"
#include "write/workbook_internal.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static const char *const words[] = { "yes", "no" };

static const imsi_book_column columns[] = {
  { .title = "ID", .note = "a note", .width = 12 },
  { .title = "Applicable", .words = words, .word_count = 2 },
  { .title = "Day", .form = IMSI_BOOK_DAY },
  { .title = "People", .form = IMSI_BOOK_NUMBER },
};

static imsi_book *new_book(void)
{
  imsi_book *book = NULL;
  cr_assert_eq(imsi_book_new(&book), IMS_OK);
  return book;
}

static void fill(imsi_book *book, const char *id)
{
  imsi_book_sheet(book, "One", columns, 4, 10);
  imsi_book_row(book, IMSI_BOOK_PLAIN);
  imsi_book_text(book, 0, id);
  imsi_book_text(book, 1, "yes");
  imsi_book_day(book, 2, 20261128);
  imsi_book_day(book, 2, 0);
  imsi_book_number(book, 3, 85);
}

/* Writes what `fill` makes and returns the status; `bytes` gets it. */
static ims_status write_filled(const char *id, ims_memory *bytes)
{
  imsi_book *book = new_book();
  fill(book, id);
  return imsi_book_end(book, ims_sink_memory(bytes));
}

static ims_status refuse(void *context, const char *data, size_t size)
{
  (void)context;
  (void)data;
  (void)size;
  return IMS_IO;
}

Test(xlsx, a_workbook_is_an_archive)
{
  ims_memory bytes = { 0 };
  cr_assert_eq(write_filled("POL-1", &bytes), IMS_OK);
  cr_assert_gt(bytes.size, 1000);
  cr_expect_eq(memcmp(bytes.data, "PK\3\4", 4), 0);
  ims_memory_free(&bytes);
}

Test(xlsx, the_same_calls_give_the_same_bytes)
{
  ims_memory a = { 0 }, b = { 0 }, other = { 0 };
  cr_assert_eq(write_filled("POL-1", &a), IMS_OK);
  cr_assert_eq(write_filled("POL-1", &b), IMS_OK);
  cr_assert_eq(write_filled("POL-2", &other), IMS_OK);
  cr_assert_eq(a.size, b.size);
  cr_expect_eq(memcmp(a.data, b.data, a.size), 0);
  cr_expect(a.size != other.size || memcmp(a.data, other.data, a.size) != 0);
  ims_memory_free(&a);
  ims_memory_free(&b);
  ims_memory_free(&other);
}

Test(xlsx, a_sink_that_fails_is_told)
{
  imsi_book *book = new_book();
  fill(book, "POL-1");
  cr_expect_eq(imsi_book_end(book, (ims_sink){ refuse, NULL }), IMS_IO);
}

Test(xlsx, names_of_sheets_that_no_spreadsheet_takes_are_a_limit)
{
  static const char *const names[] = { "", "a/b", "a:b", "[a]", "'a", "0123456789012345678901234567890123456789" };
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    imsi_book *book = new_book();
    ims_memory bytes = { 0 };
    imsi_book_sheet(book, names[i], columns, 4, 10);
    imsi_book_row(book, IMSI_BOOK_PLAIN);
    imsi_book_text(book, 0, "no sheet to stand in");
    cr_expect_eq(imsi_book_end(book, ims_sink_memory(&bytes)), IMS_LIMIT, "%s", names[i]);
    cr_expect_eq(bytes.size, 0, "%s", names[i]);
    ims_memory_free(&bytes);
  }
}

Test(xlsx, two_sheets_of_one_name_are_a_limit)
{
  imsi_book *book = new_book();
  ims_memory bytes = { 0 };
  fill(book, "POL-1");
  fill(book, "POL-1");
  cr_expect_eq(imsi_book_end(book, ims_sink_memory(&bytes)), IMS_LIMIT);
  ims_memory_free(&bytes);
}

Test(xlsx, a_cell_holds_32767_characters)
{
  enum { MOST = 32767 };
  char *text = calloc(1, MOST + 2);
  cr_assert_not_null(text);
  memset(text, 'x', MOST);
  ims_memory bytes = { 0 }, none = { 0 };
  cr_expect_eq(write_filled(text, &bytes), IMS_OK);
  text[MOST] = 'x';
  cr_expect_eq(write_filled(text, &none), IMS_LIMIT);
  free(text);
  ims_memory_free(&bytes);
  ims_memory_free(&none);
}

Test(xlsx, ill_formed_bytes_do_no_harm)
{
  ims_memory bytes = { 0 };
  cr_expect_eq(write_filled("\xff\xfe \x80 =1+1 <&\"", &bytes), IMS_OK);
  ims_memory_free(&bytes);
}

Test(xlsx, a_list_of_more_than_255_bytes_is_a_limit)
{
  char word[300] = { 0 };
  memset(word, 'w', 299);
  const char *const list[] = { word };
  const imsi_book_column column = { .title = "Word", .words = list, .word_count = 1 };
  imsi_book *book = new_book();
  ims_memory bytes = { 0 };
  imsi_book_sheet(book, "One", &column, 1, 10);
  cr_expect_eq(imsi_book_end(book, ims_sink_memory(&bytes)), IMS_LIMIT);
  ims_memory_free(&bytes);
}

Test(xlsx, a_book_that_is_not_there_is_accepted_everywhere)
{
  ims_memory bytes = { 0 };
  fill(NULL, "POL-1");
  imsi_book_drop(NULL);
  cr_expect_eq(imsi_book_end(NULL, ims_sink_memory(&bytes)), IMS_NOMEM);
  imsi_book_drop(new_book());
}
