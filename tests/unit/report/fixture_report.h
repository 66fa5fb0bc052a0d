/** Small standards in a few strings, reports run on them, and their tables as text, for the tests of query and report.
 */
#ifndef FIXTURE_REPORT_H
#define FIXTURE_REPORT_H

#include "ims/report.h"
#include "ims/table.h"
#include "unit/fixture_model.h"

/** Two bases that rows can name, and editions of clauses with demands. Every row of a mapping has a line of its own. */
#define BASES "<basis id='b1' title='One'/><basis id='b2' title='Two'/>\n"
#define EDITION(id, clauses) NAMED_EDITION(id, "name='" id "'", clauses)
#define NAMED_EDITION(id, more, clauses) "<edition id='" id "' " more ">" clauses "</edition>\n"
#define CLAUSE(number, more, body)                                                                                     \
  "<clause number='" number "' title='T" number "' force='requirement' " more ">" body "</clause>"
#define UNDER(parent) "parent='" parent "' provisions='all'"
#define ALL "provisions='all'"
#define P(id, text) FORCED(id, "requirement", text)
#define FORCED(id, force, text) PARTED(id, force, text, "")
#define PARTED(id, force, text, parts)                                                                                 \
  "<provision id='" id "' force='" force "'><gist>" text "</gist>" parts "</provision>"
#define ITEM(id, text) "<item id='" id "'>" text "</item>"
#define TERM(id, label, more, text) "<term id='" id "' name='" label "' " more "><gist>" text "</gist></term>"
#define MAPPING(source, target, rows) LABELLED_MAPPING(source, target, "", rows)
#define LABELLED_MAPPING(source, target, more, rows)                                                                   \
  "<mapping-set id='" source "--" target "' source='" source "' target='" target "' " more ">\n" rows "</"             \
  "mapping-set>\n"
#define ROW(source, is, target) TOLD(source, is, target, "", "", "")
#define TOLD(source, is, target, common, only_source, only_target)                                                     \
  "<relation source='" source "' is='" is "' target='" target "'>" common only_source only_target "</relation>\n"
#define BOTH(text) "<common>" text "</common>"
#define HERE(text) "<source-only>" text "</source-only>"
#define THERE(text) "<target-only>" text "</target-only>"
#define NONE(source) "<none source='" source "'/>\n"
#define NONE_HERE(target) "<none target='" target "'/>\n"

/** A request: WIDE({ "pivot", "a" }, { "other", "b" }). */
#define REQUEST(shape, wording, ...)                                                                                   \
  (&(ims_request){ .arguments = (const ims_argument[]){ __VA_ARGS__ },                                                 \
                   .argument_count = sizeof((const ims_argument[]){ __VA_ARGS__ }) / sizeof(ims_argument),             \
                   .form = shape,                                                                                      \
                   .words = wording })
#define WIDE(...) REQUEST(IMS_FORM_WIDE, IMS_WORDS_NONE, __VA_ARGS__)
#define WIDE_INLINE(...) REQUEST(IMS_FORM_WIDE, IMS_WORDS_INLINE, __VA_ARGS__)
#define WIDE_COLUMNS(...) REQUEST(IMS_FORM_WIDE, IMS_WORDS_COLUMNS, __VA_ARGS__)
#define LONG(...) REQUEST(IMS_FORM_LONG, IMS_WORDS_NONE, __VA_ARGS__)

/** Runs a report that finds nothing wrong; free the table. */
static inline ims_table *fixture_table(const ims_model *model, const char *report, const ims_request *request)
{
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  cr_assert_not_null(ims_report_find(report));
  const ims_status status = ims_report_find(report)->run(model, request, fixture_sink(&diags), &table);
  cr_assert_str_eq(fixture_messages(&diags), "");
  cr_assert_eq(status, IMS_OK);
  cr_assert_not_null(table);
  fixture_diags_free(&diags);
  return table;
}

/** Compares and releases. */
static inline void fixture_compare(ims_memory *got, const char *expected)
{
  const char *text = got->data ? got->data : "";
  cr_expect_str_eq(text, expected, "got\n%s\nexpected\n%s", text, expected);
  ims_memory_free(got);
}

/** Expects that the report refuses the request with this status and these diagnostics: "no-such-edition: text\n". */
static inline void fixture_expect_refusal(const ims_model *model, const char *report, const ims_request *request,
                                          ims_status status, const char *diagnostics)
{
  fixture_diags diags = { 0 };
  ims_memory got = { 0 };
  ims_table *table = NULL;
  cr_expect_eq(ims_report_find(report)->run(model, request, fixture_sink(&diags), &table), status);
  cr_expect_null(table);
  for (size_t i = 0; i < diags.count; i++)
    fixture_printf(&got, "%s: %s\n", ims_diag_code(diags.list[i].id), diags.list[i].text);
  fixture_compare(&got, diagnostics);
  fixture_diags_free(&diags);
}

static inline void fixture_append(ims_memory *memory, const char *text)
{
  const ims_sink sink = ims_sink_memory(memory);
  for (; *text; text++) {
    const bool line = *text == '\n';
    cr_assert_eq(sink.write(sink.context, line ? " / " : text, line ? 3 : 1), IMS_OK);
  }
}

/** Appends cells `first` to `last` of each row, with "|" between; "# " marks a heading, "* " a section; what is empty
    stays empty, a line break in a cell is " / ". */
static inline void fixture_rows(const ims_table *table, size_t first, size_t last, ims_memory *text)
{
  static const char *const marks[] = { "", "# ", "* " };
  for (size_t row = 0; row < ims_table_row_count(table); row++) {
    fixture_append(text, marks[ims_table_row_kind(table, row)]);
    for (size_t column = first; column <= last && column < ims_table_column_count(table); column++) {
      const char *cell = ims_table_cell(table, row, column);
      fixture_append(text, column > first ? "|" : "");
      fixture_append(text, cell ? cell : "");
    }
    fixture_printf(text, "\n");
  }
}

/** The column called `key`. */
static inline size_t fixture_column(const ims_table *table, const char *key)
{
  size_t i = 0;
  while (i < ims_table_column_count(table) && strcmp(ims_table_column(table, i)->key, key) != 0)
    i++;
  cr_assert_lt(i, ims_table_column_count(table), "there is no column %s", key);
  return i;
}

/** Expects the cells from the column `first` to the column `last` of all rows, in the form of fixture_rows. */
static inline void fixture_expect_cells(const ims_table *table, const char *first, const char *last,
                                        const char *expected)
{
  ims_memory got = { 0 };
  fixture_rows(table, fixture_column(table, first), fixture_column(table, last), &got);
  fixture_compare(&got, expected);
}

/** Expects all cells that a report answers with on a document. */
static inline void fixture_expect_report(const char *xml, const char *report, const ims_request *request,
                                         const char *expected)
{
  ims_model *model = fixture_model(xml);
  ims_table *table = fixture_table(model, report, request);
  ims_memory got = { 0 };
  fixture_rows(table, 0, SIZE_MAX, &got);
  fixture_compare(&got, expected);
  ims_table_free(table);
  ims_model_free(model);
}

/** As above, of one span of columns. */
static inline void fixture_expect_span(const char *xml, const char *report, const ims_request *request,
                                       const char *first, const char *last, const char *expected)
{
  ims_model *model = fixture_model(xml);
  ims_table *table = fixture_table(model, report, request);
  fixture_expect_cells(table, first, last, expected);
  ims_table_free(table);
  ims_model_free(model);
}

/** Expects the columns: "key Title" each, details in parentheses. */
static inline void fixture_expect_columns(const ims_table *table, const char *expected)
{
  ims_memory got = { 0 };
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    const ims_column *column = ims_table_column(table, i);
    fixture_printf(&got, column->detail ? "(%s, %s)\n" : "%s, %s\n", column->key, column->title);
  }
  fixture_compare(&got, expected);
}

/** Expects the lines above the table, or below it. */
static inline void fixture_expect_captions(const ims_table *table, const char *expected)
{
  ims_memory got = { 0 };
  for (size_t i = 0; i < ims_table_caption_count(table); i++)
    fixture_printf(&got, "%s\n", ims_table_caption(table, i));
  fixture_compare(&got, expected);
}

static inline void fixture_expect_notes(const ims_table *table, const char *expected)
{
  ims_memory got = { 0 };
  for (size_t i = 0; i < ims_table_note_count(table); i++)
    fixture_printf(&got, "%s\n", ims_table_note(table, i));
  fixture_compare(&got, expected);
}

#endif
