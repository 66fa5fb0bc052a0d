/* What SQL tells of the data that are compiled in is what the model, the closure and the reports tell. */

#include "ims/sql.h"
#include "model/closure.h"
#include "property/tables.h"

static ims_table *ask_within(const ims_model *model, const char *text, uint64_t steps, ims_status expected)
{
  ims_table *table = NULL;
  const ims_sql_options options = { .steps = steps };
  const ims_diag_sink nobody = { NULL, NULL };
  cr_assert_eq(ims_sql_query(model, text, strlen(text), &options, nobody, &table), expected, "%s", text);
  return table;
}

static ims_table *ask(const ims_model *model, const char *text)
{
  return ask_within(model, text, 0, IMS_OK);
}

Test(sql, known_is_the_closure)
{
  ims_model *model = tables_builtin();
  imsi_closure *closure = NULL;
  cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
  ims_table *table = ask(model, "SELECT source_edition, source, target_edition, target, mask FROM known");
  size_t pairs = 0;
  for (uint32_t i = 0; i < ims_node_count(model); i++) {
    imsi_neighbour n;
    for (uint32_t at = imsi_closure_first(closure, (ims_node){ i }); at != IMS_NO_NODE; at = n.next) {
      n = imsi_closure_neighbour(closure, (ims_node){ i }, at);
      pairs += n.relation != IMS_CONTRADICTION && n.relation != IMS_UNKNOWN;
    }
  }
  cr_assert_gt(pairs, (size_t)0);
  cr_expect_eq(ims_table_row_count(table), pairs);
  for (size_t r = 0; r < ims_table_row_count(table); r++) {
    ims_node ends[2];
    for (size_t i = 0; i < 2; i++) {
      const char *name = ims_table_cell(table, r, 2 * i + 1);
      ends[i] = ims_node_find(model, fixture_edition(model, ims_table_cell(table, r, 2 * i)), name, strlen(name));
      cr_assert_neq(ends[i].index, IMS_NO_NODE);
    }
    const long mask = strtol(ims_table_cell(table, r, 4), NULL, 10);
    cr_assert_eq(mask, (long)imsi_closure_relation(closure, ends[0], ends[1]), "row %zu", r);
  }
  ims_table_free(table);
  imsi_closure_free(closure);
  ims_model_free(model);
}

/* As many rows as things of that kind, and the same names in the same order. */
static void expect_nodes(const ims_model *model, const char *text, ims_node_kind kind)
{
  ims_table *table = ask(model, text);
  size_t row = 0;
  for (size_t e = 0; e < ims_edition_count(model); e++) {
    const ims_edition *edition = ims_edition_at(model, e);
    for (uint32_t i = 0; i < edition->count; i++) {
      const ims_node node = { edition->first.index + i };
      if (ims_node_kind_of(model, node) != kind)
        continue;
      cr_assert_lt(row, ims_table_row_count(table));
      cr_assert_str_eq(ims_table_cell(table, row, 0), edition->id);
      cr_assert_str_eq(ims_table_cell(table, row++, 1), ims_node_name(model, node));
    }
  }
  cr_expect_eq(row, ims_table_row_count(table));
  ims_table_free(table);
}

Test(sql, the_tables_of_nodes_are_the_documents)
{
  ims_model *model = tables_builtin();
  expect_nodes(model, "SELECT edition, number FROM clause", IMS_CLAUSE);
  expect_nodes(model, "SELECT edition, id FROM provision", IMS_PROVISION);
  expect_nodes(model, "SELECT edition, id FROM item", IMS_ITEM);
  expect_nodes(model, "SELECT edition, id FROM term", IMS_TERM);
  ims_model_free(model);
}

Test(sql, relations_and_verdicts_are_the_rows)
{
  ims_model *model = tables_builtin();
  ims_table *rows = ask(model, "SELECT source, target, line, relation FROM relation"),
            *verdicts = ask(model, "SELECT source, target, line FROM verdict");
  cr_assert_eq(ims_table_row_count(rows), ims_relation_count(model));
  cr_assert_eq(ims_table_row_count(verdicts), ims_verdict_count(model));
  for (size_t i = 0; i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    cr_assert_str_eq(tables_cell(rows, i, 0), ims_node_name(model, row.source));
    cr_assert_str_eq(tables_cell(rows, i, 1), ims_node_name(model, row.target));
    cr_assert_eq(strtoul(tables_cell(rows, i, 2), NULL, 10), row.pos.line);
    cr_assert_str_eq(tables_cell(rows, i, 3), ims_relation_symbol(row.relation));
  }
  for (size_t i = 0; i < ims_verdict_count(model); i++) {
    const ims_row row = ims_verdict_at(model, i);
    cr_assert_str_eq(tables_cell(verdicts, i, 0),
                     row.source.index == IMS_NO_NODE ? "" : ims_node_name(model, row.source));
    cr_assert_str_eq(tables_cell(verdicts, i, 1),
                     row.target.index == IMS_NO_NODE ? "" : ims_node_name(model, row.target));
  }
  ims_table_free(rows);
  ims_table_free(verdicts);
  ims_model_free(model);
}

Test(sql, a_report_in_sql_is_the_report)
{
  static const struct {
    const char *text, *report;
    ims_argument arguments[4];
  } cases[] = {
    { "SELECT * FROM correlate('20000-1', '9001,27001')",
      "correlate",
      { { "pivot", "20000-1" }, { "other", "9001" }, { "other", "27001" } } },
    { "SELECT * FROM correlate WHERE pivot = '9001' AND other IN ('27001') AND level = 'provision'",
      "correlate",
      { { "pivot", "9001" }, { "other", "27001" }, { "level", "provision" } } },
    { "SELECT * FROM review('9001')", "review", { { "standard", "9001" } } },
    { "SELECT * FROM topics", "topics", { { NULL, NULL } } },
    { "SELECT * FROM terms", "terms", { { NULL, NULL } } },
    { "SELECT * FROM checks", "checks", { { NULL, NULL } } },
  };
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ims_table *told = ask(model, cases[i].text);
    ims_table *made = tables_make(model, cases[i].report, cases[i].arguments, IMS_FORM_LONG, IMS_WORDS_NONE);
    cr_assert_gt(ims_table_row_count(made), (size_t)0);
    cr_assert_eq(ims_table_row_count(told), ims_table_row_count(made), "%s", cases[i].text);
    cr_assert_eq(ims_table_column_count(told), ims_table_column_count(made), "%s", cases[i].text);
    for (size_t r = 0; r < ims_table_row_count(made); r++)
      for (size_t c = 0; c < ims_table_column_count(made); c++)
        cr_assert_str_eq(tables_cell(told, r, c), tables_cell(made, r, c), "%s", cases[i].text);
    ims_table_free(told);
    ims_table_free(made);
  }
  ims_model_free(model);
}

/* A walk over everything takes more steps than these statements are given. */
Test(sql, what_is_asked_by_its_ends_is_looked_up)
{
  static const struct {
    const char *all, *some;
    uint64_t steps;
  } cases[] = {
    { "SELECT count(mask) FROM known",
      "SELECT count(mask) FROM known WHERE source_edition = '9001:2015' AND source = '8.4.1'", 20000 },
    { "SELECT count(mask) FROM known",
      "SELECT count(mask) FROM known WHERE target_edition = '9001:2015' AND target = '8.4.1'", 20000 },
    { "SELECT count(mask) FROM known", "SELECT count(mask) FROM known WHERE source = '8.4.1'", 100000 },
    { "SELECT count(line) FROM relation",
      "SELECT count(line) FROM relation WHERE source_edition = '9001:2015' AND source = '8.4.1#1'", 2000 },
    { "SELECT count(line) FROM relation",
      "SELECT count(line) FROM relation WHERE target_edition = 'hs:2021' AND target = '8.1#1'", 2000 },
    { "SELECT count(line) FROM clause", "SELECT count(line) FROM clause WHERE edition = '9001:2015' AND number = '8.4'",
      1000 },
  };
  ims_model *model = tables_builtin();
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    ask_within(model, cases[i].all, cases[i].steps, IMS_LIMIT);
    ims_table *table = ask_within(model, cases[i].some, cases[i].steps, IMS_OK);
    cr_expect_str_neq(ims_table_cell(table, 0, 0), "0", "%s", cases[i].some);
    ims_table_free(table);
  }
  ims_model_free(model);
}

/* ---- the example ---- */

static ims_register *example(const ims_model *model)
{
  static const char *const files[] = { MAPPINGS_DIR "/examples/provider/imsmap.xml",
                                       MAPPINGS_DIR "/examples/provider/register.xlsx" };
  ims_register_reader *reader = NULL;
  ims_register *evidence = NULL;
  cr_assert_eq(ims_register_reader_new(model, NULL, (ims_diag_sink){ tables_no_message, NULL }, &reader), IMS_OK);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    cr_assert_eq(ims_register_reader_file(reader, files[i]), IMS_OK);
  cr_assert_eq(ims_register_reader_finish(reader, &evidence), IMS_OK);
  ims_register_reader_free(reader);
  return evidence;
}

static ims_table *ask_with(const ims_model *model, const ims_register *evidence, const char *text)
{
  ims_table *table = NULL;
  const ims_sql_options options = { .evidence = evidence };
  const ims_diag_sink nobody = { NULL, NULL };
  cr_assert_eq(ims_sql_query(model, text, strlen(text), &options, nobody, &table), IMS_OK, "%s", text);
  return table;
}

Test(sql, entries_and_claims_are_those_of_the_register)
{
  ims_model *model = tables_builtin();
  ims_register *evidence = example(model);
  ims_table *claims = ask_with(model, evidence, "SELECT entry, text, edition, ref, line FROM claim");
  cr_assert_eq(ims_table_row_count(claims), ims_claim_count(evidence));
  for (size_t i = 0; i < ims_claim_count(evidence); i++) {
    const ims_claim *claim = ims_claim_at(evidence, i);
    cr_assert_eq(strtoul(tables_cell(claims, i, 0), NULL, 10), claim->entry.index);
    cr_assert_str_eq(tables_cell(claims, i, 1), claim->text);
    cr_assert_str_eq(tables_cell(claims, i, 2), claim->edition ? claim->edition->id : "");
    cr_assert_str_eq(tables_cell(claims, i, 3),
                     claim->node.index == IMS_NO_NODE ? "" : ims_node_name(model, claim->node));
    cr_assert_eq(strtoul(tables_cell(claims, i, 4), NULL, 10), claim->pos.line);
  }
  ims_table_free(claims);
  ims_table *entries = ask_with(model, evidence, "SELECT entry, entry_kind, id, title, owner FROM entry");
  size_t total = 0;
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    total += ims_register_count(evidence, (ims_entry_kind)kind);
  cr_assert_eq(ims_table_row_count(entries), total);
  for (size_t i = 0; i < total; i++) {
    const ims_entry entry = { (uint32_t)strtoul(tables_cell(entries, i, 0), NULL, 10) };
    static const ims_field fields[] = { IMS_FIELD_ID, IMS_FIELD_TITLE, IMS_FIELD_OWNER };
    cr_assert_eq(entry.index, i);
    cr_assert_str_eq(tables_cell(entries, i, 1), ims_entry_kind_key(ims_entry_kind_of(evidence, entry)));
    for (size_t k = 0; k < sizeof fields / sizeof *fields; k++)
      cr_assert_str_eq(tables_cell(entries, i, 2 + k), ims_entry_text(evidence, entry, fields[k]));
  }
  ims_table_free(entries);
  ims_register_free(evidence);
  ims_model_free(model);
}
