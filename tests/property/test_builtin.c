/* What must be true of the mappings that are compiled in. */
#include "model/closure.h"
#include "property/tables.h"

static const char *const worked_on[] = { "9001:2015", "20000-1:2018", "27001:2022" };

static imsi_closure *close_model(const ims_model *model)
{
  imsi_closure *closure = NULL;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  return closure;
}

static const char *edition_id(const ims_model *model, ims_node node)
{
  return ims_node_edition(model, node)->id;
}

#define NAME(model, node) edition_id(model, node), ims_node_name(model, node)

/* ---- what is loaded ---- */

Test(builtin, has_the_clauses_of_the_main_editions)
{
  static const struct {
    const char *edition;
    size_t clauses;
  } expected[] = {
    { "hls:2012", 30 },    { "hs:2021", 36 },      { "9001:2015", 91 },    { "9001:2008", 67 },
    { "9001:2026", 91 },   { "20000-1:2018", 88 }, { "20000-1:2011", 53 }, { "27001:2013", 198 },
    { "27001:2022", 138 }, { "27002:2022", 97 },   { "22301:2019", 68 },
  };
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
    const ims_edition *edition = fixture_edition(model, expected[i].edition);
    size_t clauses = 0;
    for (uint32_t k = 0; k < edition->count; k++)
      clauses += ims_node_kind_of(model, (ims_node){ edition->first.index + k }) == IMS_CLAUSE;
    cr_expect_eq(clauses, expected[i].clauses, "%s: %zu", edition->id, clauses);
  }
  ims_model_free(model);
}

static void remember_message(void *context, const ims_diag *diag)
{
  fixture_printf(context, "%s:%u: %s\n", diag->pos.file ? diag->pos.file : "", diag->pos.line, diag->text);
}

Test(builtin, nothing_is_reported_of_it)
{
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  ims_memory messages = { 0 };
  cr_assert_eq(ims_loader_new(NULL, (ims_diag_sink){ remember_message, &messages }, &loader), IMS_OK);
  cr_expect_eq(ims_loader_builtin(loader), IMS_OK);
  cr_expect_eq(ims_loader_finish(loader, &model), IMS_OK);
  cr_expect_str_eq(messages.data ? messages.data : "", "");
  ims_loader_free(loader);
  ims_model_free(model);
  ims_memory_free(&messages);
}

/* ---- what is said ---- */

Test(builtin, does_not_contradict_itself)
{
  ims_model *model = tables_builtin();
  imsi_closure *closure = close_model(model);
  for (size_t i = 0; i < imsi_closure_contradictions(closure); i++) {
    ims_node a, b;
    imsi_closure_contradiction(closure, i, &a, &b);
    cr_expect_fail("%s/%s and %s/%s", NAME(model, a), NAME(model, b));
  }
  imsi_closure_free(closure);
  ims_model_free(model);
}

/* Clauses 4 to 7, 9 and 10. */
static bool is_examined(const char *number)
{
  const int chapter = atoi(number);
  return chapter >= 4 && chapter <= 10 && chapter != 8;
}

static bool is_related_to(const ims_model *model, ims_node node, const ims_edition *other)
{
  for (int incoming = 0; incoming < 2; incoming++) {
    size_t count;
    const uint32_t *rows = ims_node_relations(model, node, incoming, &count);
    for (size_t i = 0; i < count; i++) {
      const ims_row row = ims_relation_at(model, rows[i]);
      if (ims_node_edition(model, incoming ? row.source : row.target) == other)
        return true;
    }
  }
  return false;
}

/* The provision itself, or one of its items. */
static bool is_placed(const ims_model *model, ims_node node, const ims_edition *other)
{
  if (is_related_to(model, node, other) || ims_node_verdict(model, node, other) != SIZE_MAX)
    return true;
  for (ims_node n = ims_node_child(model, node); n.index != IMS_NO_NODE; n = ims_node_next(model, n))
    if (is_placed(model, n, other))
      return true;
  return false;
}

Test(builtin, every_demand_is_tied_to_the_hub_or_judged_specific)
{
  ims_model *model = tables_builtin();
  const ims_edition *hub = fixture_edition(model, "hs:2021");
  for (size_t e = 0; e < sizeof worked_on / sizeof *worked_on; e++) {
    const ims_edition *edition = fixture_edition(model, worked_on[e]);
    size_t count = 0;
    for (uint32_t i = 0; i < edition->count; i++) {
      const ims_node node = { edition->first.index + i };
      if (ims_node_kind_of(model, node) != IMS_PROVISION || ims_node_force(model, node) != IMS_REQUIREMENT ||
          !is_examined(ims_node_name(model, node)))
        continue;
      count++;
      cr_expect(is_placed(model, node, hub), "%s/%s", NAME(model, node));
    }
    cr_expect_gt(count, (size_t)30, "%s: %zu", edition->id, count);
  }
  ims_model_free(model);
}

/* ---- verdicts ---- */

/* The first thing of `other` that `node`, or a part of it, overlaps for certain; IMS_NO_NODE if there is none. */
static ims_node counterpart(const ims_model *model, const imsi_closure *closure, ims_node node,
                            const ims_edition *other)
{
  for (uint32_t i = 0; i < other->count; i++) {
    const ims_node there = { other->first.index + i };
    if (ims_relation_overlaps(imsi_closure_relation(closure, node, there)))
      return there;
  }
  ims_node found = { IMS_NO_NODE };
  for (ims_node n = ims_node_child(model, node); n.index != IMS_NO_NODE && found.index == IMS_NO_NODE;
       n = ims_node_next(model, n))
    found = counterpart(model, closure, n, other);
  return found;
}

Test(builtin, no_verdict_denies_what_follows)
{
  ims_model *model = tables_builtin();
  imsi_closure *closure = close_model(model);
  cr_expect_gt(ims_verdict_count(model), (size_t)100);
  for (size_t i = 0; i < ims_verdict_count(model); i++) {
    const ims_row verdict = ims_verdict_at(model, i);
    const bool of_source = verdict.target.index == IMS_NO_NODE;
    const ims_node node = of_source ? verdict.source : verdict.target;
    const ims_edition *other = of_source ? verdict.mapping->target : verdict.mapping->source;
    const ims_node found = counterpart(model, closure, node, other);
    cr_expect_eq(found.index, IMS_NO_NODE, "%s:%u: none for %s/%s, but %s/%s", verdict.pos.file, verdict.pos.line,
                 NAME(model, node), other->id, found.index == IMS_NO_NODE ? "" : ims_node_name(model, found));
  }
  imsi_closure_free(closure);
  ims_model_free(model);
}

/* ---- words ---- */

static void expect_words(const ims_row *row)
{
  /* a loose row says that the two overlap, and leaves open what else they ask */
  if (row->mapping->loose)
    return;
  const bool overlaps = row->relation != IMS_DISJOINT;
  const bool source_more = row->relation == IMS_SUPERSET || row->relation == IMS_INTERSECTS;
  const bool target_more = row->relation == IMS_SUBSET || row->relation == IMS_INTERSECTS;
  const char *name = ims_relation_name(row->relation);
  if (overlaps && row->relation != IMS_EQUAL)
    cr_expect(*row->common, "%s:%u: %s needs what is common", row->pos.file, row->pos.line, name);
  cr_expect_eq(*row->source_only != '\0', source_more, "%s:%u: %s and what only the source asks", row->pos.file,
               row->pos.line, name);
  cr_expect_eq(*row->target_only != '\0', target_more, "%s:%u: %s and what only the target asks", row->pos.file,
               row->pos.line, name);
}

/* Parts of a list: no capital at the beginning (a name or an abbreviation may have one), no full stop at the end. */
static void expect_phrase(const ims_row *row, const char *text)
{
  const size_t size = strlen(text);
  cr_expect(!size || text[size - 1] != '.', "%s:%u: a full stop after '%s'", row->pos.file, row->pos.line, text);
}

Test(builtin, rows_say_in_words_how_far_the_two_differ)
{
  ims_model *model = tables_builtin();
  cr_expect_gt(ims_relation_count(model), (size_t)300);
  for (size_t i = 0; i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    expect_words(&row);
    expect_phrase(&row, row.common);
    expect_phrase(&row, row.source_only);
    expect_phrase(&row, row.target_only);
  }
  ims_model_free(model);
}

/* ---- the correlation table ---- */

static ims_table *correlate(const ims_model *model, const char *pivot, const char *other, const char *third,
                            bool reverse)
{
  const ims_argument arguments[] = { { "pivot", pivot },
                                     { "other", other },
                                     { third     ? "other"
                                       : reverse ? "reverse"
                                                 : NULL,
                                       third },
                                     { third && reverse ? "reverse" : NULL, NULL },
                                     { NULL, NULL } };
  return tables_make(model, "correlate", arguments, IMS_FORM_WIDE, IMS_WORDS_NONE);
}

/* The row of a clause, searched from `row` on; it has to be there. */
static size_t find_row(const ims_table *table, size_t row, const char *number)
{
  for (; row < ims_table_row_count(table); row++)
    if (ims_table_row_kind(table, row) != IMS_ROW_SECTION && strcmp(tables_cell(table, row, 0), number) == 0)
      return row;
  cr_assert_fail("no row %s", number);
  return 0;
}

/* True if a line of the cell names that clause, or, with `below`, one below it. */
static bool names(const char *cell, const char *number, bool below)
{
  const size_t size = strlen(number);
  for (const char *line = cell; line; line = strchr(line, '\n')) {
    line += *line == '\n';
    if (strncmp(line, number, size) == 0 && (line[size] == '\0' || line[size] == ' ' || (below && line[size] == '.')))
      return true;
  }
  return false;
}

/* "10.1.1" stands for 10.1 where the table names the most specific clause */
#define EXPECT_NAMED_OR_BELOW(table, row, column, number)                                                              \
  cr_expect(names(tables_cell(table, row, column), number, true), "%s beside %s: %s", number,                          \
            tables_cell(table, row, 0), tables_cell(table, row, column))
#define EXPECT_NAMED(table, row, column, number)                                                                       \
  cr_expect(names(tables_cell(table, row, column), number, false), "%s beside %s: %s", number,                         \
            tables_cell(table, row, 0), tables_cell(table, row, column))
#define EXPECT_NOT_NAMED(table, row, column, number)                                                                   \
  cr_expect_not(names(tables_cell(table, row, column), number, true), "%s beside %s: %s", number,                      \
                tables_cell(table, row, 0), tables_cell(table, row, column))

enum { QUALITY = 2, SECURITY = 3 }; /* columns beside 20000-1 */

Test(builtin, improvement_clauses_meet_across_their_numbers)
{
  ims_model *model = tables_builtin();
  ims_table *table = correlate(model, "20000-1", "9001", "27001", false);
  const size_t correction = find_row(table, 0, "10.1"), improvement = find_row(table, 0, "10.2");
  EXPECT_NAMED(table, correction, QUALITY, "10.2");
  EXPECT_NAMED(table, correction, SECURITY, "10.2");
  EXPECT_NOT_NAMED(table, correction, SECURITY, "10.1");
  EXPECT_NOT_NAMED(table, correction, QUALITY, "10.3");
  EXPECT_NAMED(table, improvement, QUALITY, "10.3");
  EXPECT_NAMED(table, improvement, SECURITY, "10.1");
  EXPECT_NOT_NAMED(table, improvement, QUALITY, "10.2");
  EXPECT_NOT_NAMED(table, improvement, SECURITY, "10.2");
  ims_table_free(table);
  ims_model_free(model);
}

Test(builtin, knowledge_has_a_counterpart_in_one_standard_only)
{
  ims_model *model = tables_builtin();
  ims_table *table = correlate(model, "20000-1", "9001", "27001", false);
  const size_t row = find_row(table, 0, "7.6");
  EXPECT_NAMED(table, row, QUALITY, "7.1.6");
  cr_expect_str_eq(tables_cell(table, row, SECURITY), "-");
  ims_table_free(table);
  ims_model_free(model);
}

Test(builtin, the_three_clauses_6_3_are_not_the_same)
{
  ims_model *model = tables_builtin();
  imsi_closure *closure = close_model(model);
  ims_table *table = correlate(model, "20000-1", "9001", "27001", false);
  const size_t row = find_row(table, 0, "6.3");
  EXPECT_NOT_NAMED(table, row, QUALITY, "6.3");
  EXPECT_NOT_NAMED(table, row, SECURITY, "6.3");
  ims_table_free(table);
  const ims_node service = fixture_node(model, "20000-1:2018/6.3");
  cr_expect_not(ims_relation_overlaps(imsi_closure_relation(closure, service, fixture_node(model, "9001:2015/6.3"))));
  cr_expect_not(ims_relation_overlaps(imsi_closure_relation(closure, service, fixture_node(model, "27001:2022/6.3"))));
  imsi_closure_free(closure);
  ims_model_free(model);
}

/* The part of a reverse table where that edition is the pivot. */
static size_t find_section(const ims_model *model, const ims_table *table, const char *edition)
{
  char line[128];
  snprintf(line, sizeof line, "Pivot %s", fixture_edition(model, edition)->name);
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    if (ims_table_row_kind(table, row) == IMS_ROW_SECTION && strcmp(tables_cell(table, row, 0), line) == 0)
      return row + 1;
  cr_assert_fail("no section '%s'", line);
  return 0;
}

Test(builtin, the_tables_the_other_way_round_agree)
{
  enum { SERVICE = 2 };
  ims_model *model = tables_builtin();
  ims_table *table = correlate(model, "20000-1", "9001", "27001", true);
  const size_t quality = find_section(model, table, "9001:2015"), security = find_section(model, table, "27001:2022");
  EXPECT_NAMED_OR_BELOW(table, find_row(table, quality, "10.2"), SERVICE, "10.1");
  EXPECT_NAMED_OR_BELOW(table, find_row(table, security, "10.2"), SERVICE, "10.1");
  EXPECT_NOT_NAMED(table, find_row(table, security, "10.2"), SERVICE, "10.2");
  EXPECT_NAMED(table, find_row(table, quality, "10.3"), SERVICE, "10.2");
  EXPECT_NAMED(table, find_row(table, security, "10.1"), SERVICE, "10.2");
  EXPECT_NOT_NAMED(table, find_row(table, security, "10.1"), SERVICE, "10.1");
  EXPECT_NAMED(table, find_row(table, quality, "7.1.6"), SERVICE, "7.6");
  EXPECT_NOT_NAMED(table, find_row(table, quality, "6.3"), SERVICE, "6.3");
  EXPECT_NOT_NAMED(table, find_row(table, security, "6.3"), SERVICE, "6.3");
  ims_table_free(table);
  ims_model_free(model);
}

/* 27001 has no clause on knowledge: the one of 20000-1 is listed as left over. */
Test(builtin, what_is_left_over_is_listed_below)
{
  enum { SERVICE = 2 };
  ims_model *model = tables_builtin();
  ims_table *table = correlate(model, "27001", "20000-1", NULL, false);
  bool listed = false;
  for (size_t row = 0; row < ims_table_row_count(table); row++)
    listed = listed ||
             (strcmp(tables_cell(table, row, 0), "-") == 0 && names(tables_cell(table, row, SERVICE), "7.6", false));
  cr_expect(listed);
  ims_table_free(table);
  ims_model_free(model);
}
