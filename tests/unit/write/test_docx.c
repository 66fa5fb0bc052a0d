/* Tables as documents: the parts of the archive, taken out again. */
#include "read/zip.h"
#include "unit/write/fixture.h"
#include "write/docx_internal.h"

static const ims_write_options no_options = { 0 };

static ims_memory written(const fixture *f)
{
  ims_memory bytes = { 0 };
  ims_table *table = fixture_table(f);
  cr_assert_eq(imsi_format_docx.write(table, &no_options, ims_sink_memory(&bytes)), IMS_OK);
  ims_table_free(table);
  return bytes;
}

/* A part as text; free it. */
static char *part_of(const ims_memory *bytes, const char *name)
{
  enum { MOST = 1 << 20 };
  static const imsi_zip_limits limits = { 1 << 30, 100, 2000 };
  char *text = calloc(1, MOST);
  imsi_strbuf why = { 0 };
  imsi_zip *zip = NULL;
  size_t index, size = 0;
  cr_assert_not_null(text);
  cr_assert_eq(imsi_zip_open((imsi_zip_source){ NULL, bytes->data, bytes->size }, &limits, &why, &zip), IMS_OK);
  cr_assert(imsi_zip_find(zip, name, &index), "%s", name);
  cr_assert_eq(imsi_zip_begin(zip, index, false, &why), IMS_OK);
  for (size_t got = 1; got; size += got)
    cr_assert_eq(imsi_zip_read(zip, text + size, MOST - 1 - size, &why, &got), IMS_OK);
  imsi_zip_free(zip);
  imsi_strbuf_free(&why);
  return text;
}

static char *document_of(const fixture *f)
{
  ims_memory bytes = written(f);
  char *text = part_of(&bytes, "word/document.xml");
  ims_memory_free(&bytes);
  return text;
}

static void expect_has(const char *text, const char *part)
{
  cr_expect_not_null(strstr(text, part), "no '%s' in\n%s", part, text);
}

static size_t count(const char *text, const char *part)
{
  size_t found = 0;
  for (; (text = strstr(text, part)); text += strlen(part))
    found++;
  return found;
}

static const fixture_row rows[] = {
  { IMS_ROW_SECTION, { "ISO 9001:2015" } },
  { IMS_ROW_HEADING, { "4.1", "Context" } },
  { IMS_ROW_NORMAL, { "4.1#1", "two\nlines & <more>", "gap" } },
};

static const fixture usual = {
  .columns = { { "ref", "Reference", IMS_COLUMN_ID, false },
               { "text", "In our words", IMS_COLUMN_TEXT, false },
               { "state", "State", IMS_COLUMN_ID, false },
               { "empty", "Empty", IMS_COLUMN_TEXT, false } },
  .captions = { "a caption" },
  .notes = { "first <note>", "second" },
  FIXTURE_ROWS(rows),
};

Test(docx, a_table_lies_across_the_page_with_its_titles_on_each)
{
  char *got = document_of(&usual);
  expect_has(got, "w:orient=\"landscape\"");
  cr_expect_eq(count(got, "<w:tblHeader/>"), 1);
  cr_expect_eq(count(got, "<w:tr>"), 4);
  cr_expect_eq(count(got, "<w:gridCol "), 3, "the column in which all is empty is left out");
  expect_has(got, "<w:t xml:space=\"preserve\">Reference</w:t>");
  cr_expect_null(strstr(got, "Empty"));
  free(got);
}

Test(docx, lines_stay_lines_and_marks_are_escaped)
{
  char *got = document_of(&usual);
  expect_has(got, "two</w:t><w:br/><w:t xml:space=\"preserve\">lines &amp; &lt;more&gt;</w:t>");
  free(got);
}

Test(docx, a_section_goes_over_all_columns_and_states_have_a_colour)
{
  char *got = document_of(&usual);
  expect_has(got, "<w:gridSpan w:val=\"3\"/>");
  expect_has(got, "w:fill=\"F8C3A3\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr><w:r>"
                  "<w:t xml:space=\"preserve\">gap<");
  free(got);
}

Test(docx, the_legend_stands_in_footnotes)
{
  ims_memory bytes = written(&usual);
  char *document = part_of(&bytes, "word/document.xml"), *notes = part_of(&bytes, "word/footnotes.xml");
  cr_expect_eq(count(document, "<w:footnoteReference "), 2);
  expect_has(notes, "<w:footnote w:id=\"1\">");
  expect_has(notes, "first &lt;note&gt;");
  expect_has(notes, "<w:footnote w:id=\"2\">");
  free(document);
  free(notes);
  ims_memory_free(&bytes);
}

Test(docx, columns_fill_the_page_whatever_is_in_them)
{
  enum { PAGE = 15398 };
  static char longest[600], word[90];
  memset(longest, 'x', sizeof longest - 1);
  for (size_t i = 9; i < sizeof longest - 1; i += 10)
    longest[i] = ' ';
  memset(word, 'w', sizeof word - 1);
  const fixture_row cases[][1] = { { { IMS_ROW_NORMAL, { "1", "2", "3", "4" } } },
                                   { { IMS_ROW_NORMAL, { "1", longest, longest, "" } } },
                                   { { IMS_ROW_NORMAL, { word, word, word, word } } } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    fixture f = usual;
    f.rows = cases[i];
    f.row_count = 1;
    char *got = document_of(&f);
    size_t total = 0, columns = 0;
    for (const char *at = got; (at = strstr(at, "<w:gridCol w:w=\"")); at++, columns++)
      total += strtoul(at + strlen("<w:gridCol w:w=\""), NULL, 10);
    cr_expect(total <= PAGE && total + 200 * columns > PAGE, "case %zu: %zu in %zu columns", i, total, columns);
    free(got);
  }
}

Test(docx, control_characters_are_shown_and_a_long_text_is_kept)
{
  enum { LONG = 40000 };
  char *text = calloc(1, LONG + 2);
  cr_assert_not_null(text);
  memset(text, 'x', LONG);
  text[LONG] = '\x01';
  const fixture_row row = { IMS_ROW_NORMAL, { text } };
  char *got = document_of(
      &(fixture){ .columns = { { "key", "<Key>", IMS_COLUMN_TEXT, false } }, .rows = &row, .row_count = 1 });
  expect_has(got, "xxx\\x01</w:t>");
  expect_has(got, ">&lt;Key&gt;<");
  cr_expect_gt(strlen(got), LONG);
  free(text);
  free(got);
}

Test(docx, a_table_without_columns_is_a_document)
{
  char *got = document_of(&(fixture){ .captions = { "only this" } });
  expect_has(got, "only this");
  cr_expect_null(strstr(got, "<w:tbl>"));
  free(got);
}

Test(docx, more_columns_than_a_word_processor_has_are_a_limit)
{
  enum { MANY = 64 };
  static ims_column columns[MANY];
  for (size_t i = 0; i < MANY; i++)
    columns[i] = (ims_column){ "key", "Key", IMS_COLUMN_ID, false };
  for (size_t many = MANY - 1; many <= MANY; many++) {
    ims_table *table = NULL;
    ims_memory bytes = { 0 };
    cr_assert_eq(imsi_table_end(imsi_table_new("test", columns, many), &table), IMS_OK);
    cr_expect_eq(imsi_format_docx.write(table, &no_options, ims_sink_memory(&bytes)), many < MANY ? IMS_OK : IMS_LIMIT);
    ims_memory_free(&bytes);
    ims_table_free(table);
  }
}

Test(docx, the_same_table_gives_the_same_bytes_without_a_time)
{
  ims_memory a = written(&usual), b = written(&usual);
  cr_assert_eq(a.size, b.size);
  cr_expect_eq(memcmp(a.data, b.data, a.size), 0);
  cr_expect_eq(memcmp(a.data + 10, "\0\0\x21\0", 4), 0, "the first part is of 1 January 1980");
  ims_memory_free(&a);
  ims_memory_free(&b);
}

Test(docx, a_sink_that_fails_is_told)
{
  ims_table *table = fixture_table(&usual);
  fixture_broken_sink sink = { 0 };
  cr_expect_eq(imsi_format_docx.write(table, &no_options, (ims_sink){ fixture_break, &sink }), IMS_IO);
  ims_table_free(table);
}
