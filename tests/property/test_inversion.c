/* The table from A to B and the one from B to A say the same: pairs inverted, verdicts on the other side. */
#include "property/network.h"
#include "property/tables.h"

enum { WORLDS = 150 };

static const network_shape shape = { .clauses = 4, .rows = 60, .verdicts = 25 };
static const network_shape lying = { .clauses = 4, .rows = 50, .lies = 10, .verdicts = 10 };

static const char *inverse(const char *symbol)
{
  static const char *const turned[][2] = { { "<", ">" }, { ">", "<" }, { "<=", ">=" }, { ">=", "<=" } };
  for (size_t i = 0; i < sizeof turned / sizeof *turned; i++)
    if (strcmp(symbol, turned[i][0]) == 0)
      return turned[i][1];
  return symbol;
}

/* A row as one line, or the row that the other table must have instead. */
static char *line_of(const ims_table *table, size_t row, bool turn)
{
  static const char *const here[] = { "source_edition", "source", "source_title" };
  static const char *const there[] = { "target_edition", "target", "target_title" };
  static const char *const same[] = { "certainty", "basis", "confidence", "places" };
  ims_memory line = { 0 };
  for (size_t i = 0; i < 3; i++)
    fixture_printf(&line, "%s | ", tables_cell(table, row, tables_column(table, turn ? there[i] : here[i])));
  const char *symbol = tables_cell(table, row, tables_column(table, "relation"));
  fixture_printf(&line, "%s | ", turn ? inverse(symbol) : symbol);
  for (size_t i = 0; i < 3; i++)
    fixture_printf(&line, "%s | ", tables_cell(table, row, tables_column(table, turn ? here[i] : there[i])));
  for (size_t i = 0; i < 4; i++)
    fixture_printf(&line, "%s | ", tables_cell(table, row, tables_column(table, same[i])));
  return line.data;
}

static size_t verdicts; /* seen so far */

static void collect(const ims_table *table, tables_lines *said, tables_lines *turned)
{
  for (size_t row = 0; row < ims_table_row_count(table); row++) {
    verdicts += strcmp(tables_cell(table, row, tables_column(table, "relation")), "none") == 0;
    tables_add_line(said, line_of(table, row, false));
    tables_add_line(turned, line_of(table, row, true));
  }
}

/* Every edition as the pivot, all others beside it: taken together, these rows are their own inversion. */
static size_t expect_inversion(const ims_model *model, const char *level)
{
  tables_lines said = { 0 }, turned = { 0 };
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    if (!tables_compares(model, ims_edition_at(model, i)))
      continue;
    ims_table *table = tables_long(model, ims_edition_at(model, i)->id, level, false);
    collect(table, &said, &turned);
    ims_table_free(table);
  }
  tables_expect_same(&said, &turned, level);
  const size_t count = said.count;
  tables_lines_free(&said);
  tables_lines_free(&turned);
  return count;
}

static void visit_worlds(const network_shape *shape_of, const char *level)
{
  network *net = malloc(sizeof *net);
  network_shape with_seed = *shape_of;
  size_t rows = 0;
  cr_assert_not_null(net);
  for (with_seed.seed = 1; with_seed.seed <= WORLDS; with_seed.seed++) {
    network_make(net, &with_seed);
    ims_model *model = network_model(net);
    rows += expect_inversion(model, level);
    ims_model_free(model);
  }
  cr_expect_gt(rows, (size_t)WORLDS * 5);
  cr_expect_gt(verdicts, (size_t)WORLDS);
  free(net);
}

Test(inversion, holds_for_clauses_of_random_worlds)
{
  visit_worlds(&shape, "clause");
}

Test(inversion, holds_for_provisions_of_random_worlds)
{
  visit_worlds(&shape, "provision");
}

Test(inversion, holds_where_rows_contradict_each_other)
{
  visit_worlds(&lying, "clause");
}

Test(inversion, holds_for_clauses_of_the_built_in_editions)
{
  ims_model *model = tables_builtin();
  cr_expect_gt(expect_inversion(model, "clause"), (size_t)400);
  ims_model_free(model);
}

Test(inversion, holds_for_provisions_of_the_built_in_editions)
{
  ims_model *model = tables_builtin();
  cr_expect_gt(expect_inversion(model, "provision"), (size_t)400);
  ims_model_free(model);
}

/* ---- reverse ---- */

static void collect_side(const ims_table *table, const char *source, tables_lines *lines)
{
  const size_t column = tables_column(table, "source_edition");
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    if (strcmp(tables_cell(table, row, column), source) == 0)
      tables_add_line(lines, line_of(table, row, false));
}

/* `reverse` makes each other edition the pivot: the rows are those of asking the other way round. */
static void expect_reverse(const ims_model *model, const char *pivot, const char *level)
{
  ims_table *reverse = tables_long(model, pivot, level, true);
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const char *other = ims_edition_at(model, i)->id;
    if (strcmp(other, pivot) == 0 || !tables_compares(model, ims_edition_at(model, i)))
      continue;
    const ims_argument arguments[] = { { "pivot", other }, { "other", pivot }, { "level", level }, { NULL, NULL } };
    ims_table *asked = tables_make(model, "correlate", arguments, IMS_FORM_LONG, IMS_WORDS_NONE);
    tables_lines a = { 0 }, b = { 0 };
    collect_side(reverse, other, &a);
    collect_side(asked, other, &b);
    tables_expect_same(&a, &b, other);
    tables_lines_free(&a);
    tables_lines_free(&b);
    ims_table_free(asked);
  }
  ims_table_free(reverse);
}

Test(inversion, reverse_is_asking_the_other_way_round)
{
  ims_model *model = tables_builtin();
  expect_reverse(model, "20000-1:2018", "clause");
  expect_reverse(model, "9001:2015", "provision");
  ims_model_free(model);
}
