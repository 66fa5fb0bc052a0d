#include "report/correlate_internal.h"

#include "unit/report/fixture_report.h"

/* Clause 4 of a:1 faces 5, with one pair of demands, and 6, with two; 5 and 7 of a:1 face 6 as well. */
#define STANDARDS                                                                                                      \
  DOC(EDITION("a:1", CLAUSE("4", ALL, P("1", "A one.") P("2", "A two.") P("3", "A three.") P("4", "A four."))          \
                         CLAUSE("5", ALL, P("1", "A five.") FORCED("2", "guidance", "A note."))                        \
                             CLAUSE("7", ALL, P("1", "A seven.")) CLAUSE("8", "", ""))                                 \
          EDITION("b:1", CLAUSE("5", ALL, P("1", "B five.")) CLAUSE(                                                   \
                             "6", ALL, P("1", "B one.") P("2", "B two.") P("3", "B three.")) CLAUSE("9", "", ""))      \
              MAPPING("a:1", "b:1",                                                                                    \
                      ROW("4#1", "equal", "5#1") ROW("4#2", "intersects", "6#1") ROW("4#3", "intersects", "6#2") ROW(  \
                          "5#1", "intersects", "6#1") ROW("7#1", "intersects", "6#1") NONE("4#4") NONE_HERE("6#3")))

typedef struct fixture_correlate {
  ims_model *model;
  imsi_correlate r;
  imsi_side side;
} fixture_correlate;

static void open_side(fixture_correlate *f, const char *xml, ims_node_kind kind)
{
  *f = (fixture_correlate){ .model = fixture_model(xml) };
  f->r = (imsi_correlate){ .model = f->model, .kind = kind, .rows = IMSI_VEC(uint32_t) };
  cr_assert_eq(imsi_closure_new(f->model, &f->r.closure), IMS_OK);
  cr_assert_eq(
      imsi_correlate_load_side(&f->r, fixture_edition(f->model, "a:1"), fixture_edition(f->model, "b:1"), &f->side),
      IMS_OK);
}

static void release(fixture_correlate *f)
{
  imsi_vec_free(&f->side.pairs);
  imsi_vec_free(&f->r.rows);
  imsi_strbuf_free(&f->r.text);
  imsi_closure_free(f->r.closure);
  ims_model_free(f->model);
}

static void expect_pairs_of(const fixture_correlate *f, const char *source, const char *expected)
{
  ims_memory got = { 0 };
  size_t count = SIZE_MAX;
  const imsi_pair *pairs = imsi_correlate_pairs_of(&f->side, fixture_node(f->model, source), &count);
  for (size_t i = 0; i < count; i++)
    fixture_printf(&got, "%s ", ims_node_name(f->model, pairs[i].target));
  fixture_compare(&got, expected);
}

Test(correlate_shared, the_pairs_of_a_node_are_found_among_all)
{
  fixture_correlate f;
  open_side(&f, STANDARDS, IMS_CLAUSE);
  expect_pairs_of(&f, "a:1/4", "5 6 ");
  expect_pairs_of(&f, "a:1/5", "6 ");
  expect_pairs_of(&f, "a:1/7", "6 ");
  expect_pairs_of(&f, "a:1/8", "");
  release(&f);
  open_side(&f, STANDARDS, IMS_PROVISION);
  expect_pairs_of(&f, "a:1/4#1", "5#1 ");
  expect_pairs_of(&f, "a:1/4", "");
  release(&f);
}

Test(correlate_shared, of_no_pairs_there_are_none)
{
  fixture_correlate f;
  open_side(&f, DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))), IMS_CLAUSE);
  expect_pairs_of(&f, "a:1/4", "");
  cr_expect_not(imsi_correlate_has_target(&f.side, fixture_node(f.model, "b:1/5")));
  release(&f);
}

Test(correlate_shared, a_target_of_some_pair_is_one)
{
  fixture_correlate f;
  open_side(&f, STANDARDS, IMS_CLAUSE);
  cr_expect(imsi_correlate_has_target(&f.side, fixture_node(f.model, "b:1/5")));
  cr_expect(imsi_correlate_has_target(&f.side, fixture_node(f.model, "b:1/6")));
  cr_expect_not(imsi_correlate_has_target(&f.side, fixture_node(f.model, "b:1/9")));
  cr_expect_not(imsi_correlate_has_target(&f.side, fixture_node(f.model, "a:1/4")));
  release(&f);
}

Test(correlate_shared, rows_are_chosen_nodes_of_the_level_that_can_be_owed)
{
  fixture_correlate f;
  open_side(&f, STANDARDS, IMS_CLAUSE);
  cr_expect(imsi_correlate_makes_row(&f.r, fixture_node(f.model, "a:1/4")));
  cr_expect_not(imsi_correlate_makes_row(&f.r, fixture_node(f.model, "a:1/4#1")));
  f.r.clauses = "5-6";
  cr_expect_not(imsi_correlate_makes_row(&f.r, fixture_node(f.model, "a:1/4")));
  cr_expect(imsi_correlate_makes_row(&f.r, fixture_node(f.model, "a:1/5")));
  f.r.kind = IMS_PROVISION;
  cr_expect(imsi_correlate_makes_row(&f.r, fixture_node(f.model, "a:1/5#1")));
  cr_expect_not(imsi_correlate_makes_row(&f.r, fixture_node(f.model, "a:1/5#2"))); /* a note */
  cr_expect_not(imsi_correlate_makes_row(&f.r, fixture_node(f.model, "a:1/5")));
  cr_expect_not(imsi_correlate_makes_row(&f.r, fixture_node(f.model, "a:1/4#1")));
  release(&f);
}

Test(correlate_shared, the_heaviest_pair_shares_most_the_first_of_equals)
{
  fixture_correlate f;
  size_t count, best = SIZE_MAX;
  open_side(&f, STANDARDS, IMS_CLAUSE);
  const imsi_pair *pairs = imsi_correlate_pairs_of(&f.side, fixture_node(f.model, "a:1/4"), &count);
  cr_assert_eq(count, 2);
  cr_expect_eq(imsi_correlate_heaviest(&f.r, pairs, 2, &best), IMS_OK);
  cr_expect_eq(best, 1);
  const imsi_pair equals[] = { pairs[0], pairs[0] };
  cr_expect_eq(imsi_correlate_heaviest(&f.r, equals, 2, &best), IMS_OK);
  cr_expect_eq(best, 0);
  release(&f);
}

/* ---- words ---- */

static void expect_only(fixture_correlate *f, const char *source, const char *target, const char *source_only,
                        const char *target_only)
{
  size_t count, i = 0;
  const imsi_pair *pairs = imsi_correlate_pairs_of(&f->side, fixture_node(f->model, source), &count);
  while (i < count && pairs[i].target.index != fixture_node(f->model, target).index)
    i++;
  cr_assert_lt(i, count, "no pair %s %s", source, target);
  imsi_words words;
  imsi_strbuf here = { 0 }, there = { 0 };
  cr_assert_eq(imsi_correlate_words_of(&f->r, &f->side, &pairs[i], &words), IMS_OK);
  imsi_name_texts(&here, NULL, &words.source_only);
  imsi_name_texts(&there, NULL, &words.target_only);
  cr_expect_str_eq(imsi_strbuf_string(&here), source_only, "%s %s: %s", source, target, imsi_strbuf_string(&here));
  cr_expect_str_eq(imsi_strbuf_string(&there), target_only, "%s %s: %s", source, target, imsi_strbuf_string(&there));
  imsi_strbuf_free(&here);
  imsi_strbuf_free(&there);
  imsi_words_free(&words);
}

Test(correlate_shared, what_has_no_counterpart_is_told_once_where_most_is_shared)
{
  fixture_correlate f;
  open_side(&f, STANDARDS, IMS_CLAUSE);
  expect_only(&f, "a:1/4", "b:1/5", "", "");
  expect_only(&f, "a:1/4", "b:1/6", "A four", "B three");
  expect_only(&f, "a:1/5", "b:1/6", "", "");
  expect_only(&f, "a:1/7", "b:1/6", "", "");
  release(&f);
}

Test(correlate_shared, texts_are_joined_without_their_full_stops)
{
  const char *const both[] = { "A sentence.", "a phrase", "e.g. one" };
  imsi_vec texts = IMSI_VEC(const char *);
  imsi_strbuf out = { 0 };
  imsi_name_texts(&out, "nothing:", &texts);
  cr_expect_str_eq(imsi_strbuf_string(&out), "");
  for (size_t i = 0; i < 3; i++)
    cr_assert_eq(imsi_vec_push(&texts, &both[i]), IMS_OK);
  imsi_strbuf_text(&out, "4 = T4");
  imsi_name_texts(&out, "both:", &texts);
  cr_expect_str_eq(imsi_strbuf_string(&out), "4 = T4\nboth: A sentence; a phrase; e.g. one");
  imsi_strbuf_clear(&out);
  imsi_name_texts(&out, NULL, &texts);
  cr_expect_str_eq(imsi_strbuf_string(&out), "A sentence; a phrase; e.g. one");
  imsi_strbuf_free(&out);
  imsi_vec_free(&texts);
}

/* ---- standing ---- */

/* The note below the table from a:1 to b:1. */
static void expect_standing(const char *xml, const ims_request *request, const char *expected)
{
  ims_model *model = fixture_model(xml);
  ims_table *table = fixture_table(model, "correlate", request);
  cr_assert_gt(ims_table_note_count(table), (size_t)0);
  const char *note = ims_table_note(table, ims_table_note_count(table) - 1);
  cr_expect_str_eq(note, expected, "%s", note);
  ims_table_free(table);
  ims_model_free(model);
}

#define STANDING(number, status) "<relation source='" number "' is='equal' target='" number "'" status "/>\n"
#define FOUR CLAUSE("1", "", "") CLAUSE("2", "", "") CLAUSE("3", "", "") CLAUSE("4", "", "")

Test(correlate_shared, the_note_counts_the_rows_behind_the_table_by_standing)
{
  expect_standing(
      DOC(EDITION("a:1", FOUR) EDITION("b:1", FOUR)
              MAPPING("a:1", "b:1",
                      STANDING("1", " status='verified'") STANDING("2", " status='reviewed'")
                          STANDING("3", " status='proposed'") STANDING("4", ""))),
      WIDE({ "pivot", "a" }, { "other", "b" }),
      "The relations shown rest on 4 stated rows: 1 verified against a licensed copy, 1 reviewed (a second, "
      "independent reading agreed, or a third settled it), 2 proposed.");
}

Test(correlate_shared, a_row_behind_several_pairs_counts_once_one_behind_none_does_not)
{
  expect_standing(
      DOC(EDITION("a:1", CLAUSE("1", "", "") CLAUSE("2", "", "")) EDITION("b:1", FOUR)
              EDITION("h:1", CLAUSE("1", "", "") CLAUSE("2", "", ""))
                  MAPPING("a:1", "h:1", ROW("1", "superset", "1") ROW("2", "superset", "1"))
                      MAPPING("h:1", "b:1", STANDING("1", " status='reviewed'") STANDING("2", ""))),
      WIDE({ "pivot", "a" }, { "other", "b" }),
      "The relations shown rest on 3 stated rows: 0 verified against a licensed copy, 1 reviewed (a second, "
      "independent reading agreed, or a third settled it), 2 proposed.");
}

Test(correlate_shared, only_what_is_shown_is_counted)
{
  expect_standing(DOC(EDITION("a:1", FOUR) EDITION("b:1", FOUR)
                          MAPPING("a:1", "b:1", STANDING("1", " status='reviewed'") STANDING("2", ""))),
                  WIDE({ "pivot", "a" }, { "other", "b" }, { "clauses", "1" }),
                  "The relations shown rest on 1 stated row: 0 verified against a licensed copy, 1 reviewed (a second, "
                  "independent reading agreed, or a third settled it), 0 proposed.");
  expect_standing(
      DOC(EDITION("a:1", FOUR) EDITION("b:1", FOUR)), WIDE({ "pivot", "a" }, { "other", "b" }),
      "The relations shown rest on 0 stated rows: 0 verified against a licensed copy, 0 reviewed (a second, "
      "independent reading agreed, or a third settled it), 0 proposed.");
}

Test(correlate_shared, captions_name_editions_in_full_with_what_limits_them)
{
  ims_model *model =
      fixture_model(DOC(NAMED_EDITION("a:1", "name='ISO A:1' title='Quality' status='superseded'", "")
                            NAMED_EDITION("b:1", "name='ISO B:1' title='Services' provisional='yes'", "")));
  ims_table *table = fixture_table(model, "correlate", WIDE({ "pivot", "b" }, { "other", "a" }));
  fixture_expect_captions(table, "Pivot: ISO B:1, Services (data provisional)\n"
                                 "Beside: ISO A:1, Quality (superseded)\n");
  ims_table_free(table);
  table = fixture_table(model, "correlate", WIDE({ "pivot", "b" }, { "other", "a" }, { "reverse", NULL }));
  fixture_expect_captions(table, "Beside: ISO B:1, Services (data provisional)\n"
                                 "Pivot: ISO A:1, Quality (superseded)\n");
  ims_table_free(table);
  ims_model_free(model);
}
