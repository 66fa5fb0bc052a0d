#include "sql/graph.h"

#include "unit/sql/fixture_sql.h"

Test(graph, editions_clauses_and_demands_are_told_with_their_places)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(
      model,
      "SELECT edition, name, family, kind, status, published, valid_until, replaces, is_default, is_hub, provisional, "
      "gist, file, line FROM edition WHERE edition = 'a:2'",
      "a:2|ISO A:2|f|requirements|transition|2015-09-15|2029-09|a:1|1|0|1|What it is for.|test.xml|12\n");
  fixture_expect_answer(model,
                        "SELECT number, title, force, parent, position, whole, demands, unconfirmed, basis, line FROM "
                        "clause WHERE edition = 'a:2' AND parent = '4'",
                        "4.1|Issues|requirement|4|2|1|1|title||22\n4.2||requirement|4|9|1|1|||38\n");
  fixture_expect_answer(model,
                        "SELECT clause, id, text, force, position, condition, applies, phase, reuse_method, "
                        "reuse_record, status, confidence, basis, line FROM provision WHERE edition = 'a:2' AND id = "
                        "'4.1#1'",
                        "4.1|4.1#1|Know what matters.|requirement|3|there is one|system|plan|extend|shared|reviewed|"
                        "0.85|b|24\n");
  fixture_expect_answer(model, "SELECT clause, id, provision, parent, text, force FROM item WHERE edition = 'a:2'",
                        "4.1|4.1#a|4.1#1|4.1#1|inside|requirement\n4.1|4.1#b|4.1#1|4.1#1|outside <all>|requirement\n"
                        "4.1|4.1#b1|4.1#1|4.1#b|the law|requirement\n");
  fixture_expect_answer(model, "SELECT edition, id, label, number, text, status, confidence, line FROM term",
                        "a:2|term:incident|Incident|3.1|something that goes wrong|proposed|0.5|18\n");
  ims_model_free(model);
}

Test(graph, relations_and_verdicts_are_told_as_they_are_stated)
{
  ims_model *model = fixture_model(complete_document());
  fixture_expect_answer(model,
                        "SELECT * FROM relation WHERE source_edition = 'a:2' AND source = '4.1#1' AND target = '4.1#1'",
                        "a:2|4.1#1|h:1|4.1#1|>|functional|9|1.0|verified|b|separate|shared|first second|test.xml|68|4|"
                        "know the issues|strategy||carried||a-h\n");
  fixture_expect_answer(model, "SELECT source, relation, mask FROM relation WHERE source_edition = 'c:1'",
                        "4#1|x|15\n4#1|=|1\n");
  fixture_expect_answer(
      model,
      "SELECT source_edition, source, target_edition, target, status, confidence, note, move, line FROM "
      "verdict WHERE mapping = 'a-h'",
      "a:2|5|h:1||reviewed|0.75|gone|dropped|78\na:2||h:1|6#1|proposed|0.9||new|79\n");
  ims_model_free(model);
}

static const char network[] =
    DOC(EDITION("a", CLAUSE("1", ALL, P("1", "x") P("2", "y"))) EDITION("b", CLAUSE("1", ALL, P("1", "x") P("2", "y")))
            EDITION("c", CLAUSE("1", ALL, P("1", "x")))
                MAPPING("a", "b", ROW("1#1", "subset", "1#1") ROW("1#2", "disjoint", "1#2"))
                    MAPPING("b", "c", ROW("1#1", "equal", "1#1")));

Test(graph, what_follows_is_told_from_both_ends)
{
  ims_model *model = fixture_model(network);
  fixture_expect_answer(
      model,
      "SELECT target_edition, target, mask, relation, certainty FROM known WHERE source_edition = 'a' AND source = "
      "'1#1'",
      "a|1|3|<=|entailed\nb|1|2|<|entailed\nb|1#1|2|<|stated\nc|1|2|<|entailed\nc|1#1|2|<|entailed\n");
  fixture_expect_answer(
      model, "SELECT source_edition, source, relation FROM known WHERE target = '1#1' AND target_edition = 'c'",
      "a|1|~\na|1#1|<\nb|1|>=\nb|1#1|=\nc|1|=\n");
  fixture_expect_answer(
      model, "SELECT certainty, relation FROM known WHERE source = '1#2' AND target = '1#2' AND source_edition = 'a'",
      "refuted|0\n");
  ims_model_free(model);
}

Test(graph, a_pair_of_which_nothing_is_known_is_not_there)
{
  ims_model *model = fixture_model(network);
  fixture_expect_answer(model, "SELECT count(*) FROM known WHERE mask IN (0, 31) OR certainty = 'unknown'", "0\n");
  ims_model_free(model);
}

/* `+` keeps SQLite from asking the table for what is compared. */
Test(graph, what_is_looked_up_is_what_a_walk_finds)
{
  static const char *const pairs[][2] = {
    { "SELECT * FROM edition WHERE edition = 'h:1'", "SELECT * FROM edition WHERE +edition = 'h:1'" },
    { "SELECT * FROM clause WHERE edition = 'h:1'", "SELECT * FROM clause WHERE +edition = 'h:1'" },
    { "SELECT * FROM clause WHERE number = '4'", "SELECT * FROM clause WHERE +number = '4'" },
    { "SELECT * FROM clause WHERE number = 4", "SELECT * FROM clause WHERE +number = '4'" },
    { "SELECT * FROM clause WHERE number = '4' AND edition = 'c:1'",
      "SELECT * FROM clause WHERE +number = '4' AND +edition = 'c:1'" },
    { "SELECT * FROM clause WHERE edition = 'A:2' COLLATE NOCASE", "SELECT * FROM clause WHERE +edition = 'a:2'" },
    { "SELECT * FROM provision WHERE edition IN ('a:2', 'h:1')",
      "SELECT * FROM provision WHERE +edition IN ('a:2', 'h:1')" },
    { "SELECT * FROM item WHERE id = '4.1#b' AND edition = 'a:2'", "SELECT * FROM item WHERE +id = '4.1#b'" },
    { "SELECT * FROM term WHERE id = 'term:incident'", "SELECT * FROM term" },
    { "SELECT * FROM relation WHERE source = '4.1#2'", "SELECT * FROM relation WHERE +source = '4.1#2'" },
    { "SELECT * FROM relation WHERE target = '4.1#1' ORDER BY line",
      "SELECT * FROM relation WHERE +target = '4.1#1' ORDER BY line" },
    { "SELECT * FROM relation WHERE target = '4.1#1' AND target_edition = 'h:1' AND source = '4.1#2'",
      "SELECT * FROM relation WHERE +target = '4.1#1' AND +source = '4.1#2'" },
    { "SELECT * FROM relation WHERE source_edition = 'c:1'", "SELECT * FROM relation WHERE +source_edition = 'c:1'" },
    { "SELECT * FROM known WHERE source = '4.1#1' AND source_edition = 'a:2'",
      "SELECT * FROM known WHERE +source = '4.1#1' AND +source_edition = 'a:2'" },
    { "SELECT * FROM known WHERE target = '4.1#1' AND target_edition = 'h:1' ORDER BY 1, 2",
      "SELECT * FROM known WHERE +target = '4.1#1' AND +target_edition = 'h:1' ORDER BY 1, 2" },
    { "SELECT * FROM known WHERE target_edition = 'c:1' ORDER BY 1, 2, 4",
      "SELECT * FROM known WHERE +target_edition = 'c:1' ORDER BY 1, 2, 4" },
    { "SELECT * FROM known WHERE source_edition = 'c:1' AND target_edition = 'h:1'",
      "SELECT * FROM known WHERE +source_edition = 'c:1' AND +target_edition = 'h:1'" },
  };
  ims_model *model = fixture_model(complete_document());
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    fixture_expect_same(model, pairs[i][0], pairs[i][1]);
  ims_model_free(model);
}

Test(graph, nothing_is_equal_to_null_or_to_what_is_not_there)
{
  static const char *const texts[] = {
    "SELECT * FROM clause WHERE edition = NULL",           "SELECT * FROM known WHERE source = NULL",
    "SELECT * FROM clause WHERE edition = 'none:1'",       "SELECT * FROM relation WHERE source = 'none'",
    "SELECT * FROM known WHERE target_edition = 'none:1'", "SELECT * FROM edition WHERE edition = ''"
  };
  ims_model *model = fixture_model(complete_document());
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
    fixture_expect_answer(model, texts[i], "");
  ims_model_free(model);
}

Test(graph, editions_that_were_replaced_are_not_told)
{
  const fixture_file files[] = {
    { "one.xml", DOC(EDITION("a", CLAUSE("1", ALL, P("1", "old")))), 0 },
    { "two.xml", DOC(EDITION("a", CLAUSE("2", ALL, P("1", "new")))), 1 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_assert_eq(fixture_load_files(files, 2, &diags, &model), IMS_OK);
  fixture_expect_answer(model, "SELECT clause, text FROM provision", "2|new\n");
  fixture_expect_answer(model, "SELECT number FROM clause", "2\n");
  fixture_expect_answer(model, "SELECT source, target FROM known", "2|2#1\n2#1|2\n");
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(graph, contradictions_are_warned_of_and_left_out)
{
  static const char text[] =
      DOC(EDITION("a", CLAUSE("1", "", P("1", "x"))) EDITION("b", CLAUSE("1", "", P("1", "x")))
              EDITION("c", CLAUSE("1", "", P("1", "x"))) MAPPING("a", "b", ROW("1#1", "subset", "1#1"))
                  MAPPING("b", "c", ROW("1#1", "subset", "1#1")) MAPPING("a", "c", ROW("1#1", "superset", "1#1")));
  ims_model *model = fixture_model(text);
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  static const char question[] = "SELECT count(*) FROM known WHERE source_edition = 'a' AND target_edition = 'c' AND "
                                 "source = '1#1' AND target = '1#1'";
  cr_expect_eq(ims_sql_query(model, question, sizeof question - 1, NULL, fixture_sink(&diags), &table), IMS_OK);
  cr_expect_str_eq(ims_table_cell(table, 0, 0), "0");
  cr_assert_gt(diags.count, (size_t)0);
  cr_expect_eq(diags.list[0].id, IMS_DIAG_CONTRADICTION);
  ims_table_free(table);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(graph, names_and_columns_are_words_of_their_own)
{
  for (size_t i = 0; i < imsi_graph_table_count; i++) {
    const imsi_graph_table *table = imsi_graph_tables[i];
    for (size_t k = 0; k < i; k++)
      cr_expect_str_neq(table->name, imsi_graph_tables[k]->name);
    for (size_t c = 0; c < table->column_count; c++) {
      cr_expect_gt(strlen(table->columns[c].summary), (size_t)0);
      for (size_t k = 0; k < c; k++)
        cr_expect_str_neq(table->columns[c].name, table->columns[k].name, "%s", table->name);
    }
    for (size_t key = 0; key < IMSI_KEYS; key++)
      cr_expect_lt(table->keys[key], (int)table->column_count);
  }
}
